import type { Config } from '../../../config.ts'
import type { Outcome, Outgoing } from './outgoing.ts'
import { sendMail } from './smtp.ts'
import { sendText } from './twilio.ts'

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
    // Whatever the client library threw may quote the address or the text, so only that it happened is kept.
    return { status: 'later', error: 'unexpected' }
  } finally {
    clearTimeout(timer)
  }
}
