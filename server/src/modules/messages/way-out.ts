import type { Config } from '../../config.ts'
import { isForOnePerson } from '../../kit/http/loopback.ts'
import type { Channel } from './templates.ts'

/** Where a message of this channel goes: to a provider, into the development inbox, or nowhere. */
export function wayOut(config: Config, channel: Channel): 'provider' | 'inbox' | 'none' {
  if (hasProvider(config, channel)) return 'provider'
  return isInboxOpen(config) ? 'inbox' : 'none'
}

/**
 * The inbox shows codes. So it is there only while nothing is ever sent, and by itself only where the database is the
 * embedded one and nothing says that others than the person at this machine reach it. Who may read it: inbox.ts.
 */
export function isInboxOpen(config: Config): boolean {
  if (hasProvider(config, 'sms') || hasProvider(config, 'email') || config.KITH_DEV_INBOX === 'off') return false
  return config.KITH_DEV_INBOX === 'on' || (config.DATABASE_URL === undefined && isForOnePerson(config))
}

const hasProvider = (config: Config, channel: Channel) =>
  (channel === 'sms' ? config.TWILIO_ACCOUNT_SID : config.SMTP_URL) !== undefined
