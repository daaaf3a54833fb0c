import type { Config } from '../../../config.ts'
import { noteOutside } from '../../../kit/outsides.ts'
import type { Outcome, Outgoing } from './outgoing.ts'
import { sendMail } from './smtp.ts'
import { sendText } from './twilio.ts'

/** Half of the lease: a slow response must not outlive it, or the message is sent twice. */
const PATIENCE_MS = 30_000

const SILENT: readonly string[] = ['timeout', 'unreachable']

/** Hands a message to the provider. Never throws. */
export async function hand(config: Config, message: Outgoing): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'later', error: 'timeout' }), PATIENCE_MS)
  })
  const handed = message.channel === 'sms' ? sendText(config, message) : sendMail(config, message)
  try {
    const outcome = await Promise.race([handed, impatience])
    const isSilent = 'error' in outcome && SILENT.includes(outcome.error)
    noteOutside(config, message.channel === 'sms' ? 'texts' : 'mail', !isSilent)
    return outcome
  } catch {
    // An error of the client library may quote recipient or text, so only its occurrence is recorded.
    return { status: 'later', error: 'unexpected' }
  } finally {
    clearTimeout(timer)
  }
}
