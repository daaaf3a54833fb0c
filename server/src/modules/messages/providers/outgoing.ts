import type { Content } from '../compose.ts'
import type { Channel } from '../templates.ts'

export interface Outgoing {
  readonly tenant: string
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly content: Content
  readonly expiresAt: Date | null
}

/** `error` is a code of our own, never the provider's text, which may quote the recipient. */
export type Outcome =
  | { readonly status: 'sent'; readonly providerId: string | null }
  | { readonly status: 'later' | 'never'; readonly error: string }
