import { z } from 'zod'
import type { Config } from '../../../config.ts'
import { callbackUrl } from '../callback.ts'
import type { Outcome, Outgoing } from './outgoing.ts'

const TIMEOUT_MS = 10_000
/** Twilio's maximum. */
const LONGEST_VALID_SECONDS = 14_400

const Answer = z
  .object({ sid: z.string().nullable().catch(null), code: z.number().nullable().catch(null) })
  .catch({ sid: null, code: null })

/** One form POST; Twilio's library is larger than this server. */
export async function sendText(config: Config, message: Outgoing): Promise<Outcome> {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_BASE_URL: base } = config
  if (account === undefined) return { status: 'never', error: 'no_provider' }
  const url = `${base}/2010-04-01/Accounts/${account}/Messages.json`
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      body: form(config, message),
      // The credentials are for this host only.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (error) {
    return { status: 'later', error: Object(error).name === 'TimeoutError' ? 'timeout' : 'unreachable' }
  }
  const { sid, code } = Answer.parse(await response.json().catch(() => ({})))
  if (response.ok) return { status: 'sent', providerId: sid }
  const error = code === null ? `http_${response.status}` : `twilio_${code}`
  return { status: response.status >= 500 || response.status === 429 ? 'later' : 'never', error }
}

function form(config: Config, { tenant, id, to, content, expiresAt }: Outgoing): URLSearchParams {
  const from = config.TWILIO_FROM!
  const fields = new URLSearchParams({ To: to, Body: content.text })
  fields.set(from.startsWith('MG') ? 'MessagingServiceSid' : 'From', from)
  const callback = callbackUrl(config, tenant, id)
  if (callback !== null) fields.set('StatusCallback', callback)
  if (expiresAt !== null) {
    const seconds = Math.ceil((expiresAt.getTime() - Date.now()) / 1000)
    fields.set('ValidityPeriod', String(Math.min(Math.max(seconds, 1), LONGEST_VALID_SECONDS)))
  }
  return fields
}
