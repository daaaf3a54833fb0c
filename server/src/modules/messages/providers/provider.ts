import type { Config } from '../../../config.ts'
import type { Content } from '../compose.ts'
import type { Channel } from '../templates.ts'
import { sendMail } from './smtp.ts'
import { sendText } from './twilio.ts'

export interface Outgoing {
  readonly tenant: string
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly content: Content
  readonly expiresAt: Date | null
}

/** `error` is a code of ours, never a text of the provider: that may quote the address. */
export type Outcome =
  | { readonly status: 'sent'; readonly providerId: string | null }
  | { readonly status: 'later' | 'never'; readonly error: string }

/** Half of the lease: a provider that drips its answer must not outlive it, or the message is sent twice. */
const PATIENCE_MS = 30_000

/** Hands a message to whoever carries it. Never throws. */
export async function hand(config: Config, message: Outgoing): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'later', error: 'timeout' }), PATIENCE_MS)
  })
  const handed = message.channel === 'sms' ? sendText(config, message) : sendMail(config, message)
  try {
    return await Promise.race([handed, impatience])
  } catch {
    return { status: 'later', error: 'unexpected' }
  } finally {
    clearTimeout(timer)
  }
}
