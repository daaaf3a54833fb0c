import type { Output } from '@kith/sdk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { login } from '../session/carry.ts'

export type OwnRequest = Output<'privacy.listOwnRequests'>['items'][number]
export type OwnCopy = Output<'privacy.listOwnExports'>['items'][number]
type Kind = OwnRequest['kind']
/** Requests with a text. */
export type Asked = Exclude<Kind, 'access' | 'erasure'>

const KEY = ['own', 'privacy']
/** An export takes seconds, and the customer waits for it. */
const BUILDING_MS = 1_000

export function useOwnPrivacy() {
  return useQuery({
    queryKey: KEY,
    async queryFn({ signal }) {
      // In this order: a finished export has closed its request.
      const copies = (await login.privacy.listOwnExports({}, { signal })).items
      const requests = (await login.privacy.listOwnRequests({}, { signal })).items
      return { copies, requests }
    },
    refetchInterval: ({ state }) => state.data?.copies.some(({ status }) => status === 'waiting') && BUILDING_MS,
  })
}

export function useAsk(): (kind: Kind, text?: string) => Promise<void> {
  const queries = useQueryClient()
  return async (kind, text = '') => {
    await login.privacy.askForMyself({ kind, ...(text.trim() && { text: text.trim() }) })
    await queries.invalidateQueries({ queryKey: ['own'] })
  }
}

export function useDeleteCopy(): (exportId: string) => Promise<void> {
  const queries = useQueryClient()
  return async (exportId) => {
    await login.privacy.withdrawOwnExport({ exportId })
    await queries.invalidateQueries({ queryKey: KEY })
  }
}

/** By a link that is valid for minutes and for this login only; the cookies are sent with it. */
export async function downloadCopy(exportId: string): Promise<void> {
  const { url } = await login.privacy.linkOwnExport({ exportId })
  // On the host of this page, because the cookies belong to it.
  const { pathname } = new URL(url)
  Object.assign(document.createElement('a'), { href: pathname, download: 'my-data.zip' }).click()
}
