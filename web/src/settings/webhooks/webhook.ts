import type { Output } from '@kith/sdk'

export type Webhook = Output<'webhooks.get'>
export type Delivery = Output<'webhooks.deliveries'>['items'][0]
export const WEBHOOKS = ['webhooks'] as const
export const NEEDS = 'webhooks:read'
export const MANAGES = 'webhooks:manage'

/** What people call it: its name, else where it is. */
export const nameOf = ({ description, url, id }: Webhook) =>
  description ?? (URL.canParse(url) ? new URL(url).host : id.slice(0, 8))
