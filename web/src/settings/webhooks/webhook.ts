import type { Output } from '@kith/sdk'
import { useIsMutating, useQueryClient } from '@tanstack/react-query'
import { useAct } from '../act.ts'

export type Webhook = Output<'webhooks.get'>
export type Delivery = Output<'webhooks.deliveries'>['items'][0]
export const WEBHOOKS = ['webhooks'] as const
export const NEEDS = 'webhooks:read'
export const MANAGES = 'webhooks:manage'
const removalOf = (webhookId: string) => ['remove', ...WEBHOOKS, webhookId]

/** While it is removed nothing is asked of it: it may be gone before its page is left. */
export const useIsRemoved = (webhookId: string) => useIsMutating({ mutationKey: removalOf(webhookId) }) > 0

export function useRemoval(webhookId: string, told: { readonly says: string; readonly onDone: () => Promise<void> }) {
  const queries = useQueryClient()
  return useAct(
    async (kith) => {
      await queries.cancelQueries({ queryKey: ['settings', ...WEBHOOKS, webhookId] })
      return kith.webhooks.remove({ webhookId })
    },
    { ...told, refreshes: WEBHOOKS, inForm: true, key: removalOf(webhookId) },
  )
}

/** What people call it: its name, else where it is. */
export const nameOf = ({ description, url, id }: Webhook) =>
  description ?? (URL.canParse(url) ? new URL(url).host : id.slice(0, 8))
