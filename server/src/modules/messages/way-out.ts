import type { Config } from '../../config.ts'
import { isForOnePerson } from '../../kit/http/loopback.ts'
import type { Channel } from './templates.ts'

/** The carrier of a channel's messages: a provider, the development inbox, or none. */
export function wayOut(config: Config, channel: Channel): 'provider' | 'inbox' | 'none' {
  if (hasProvider(config, channel)) return 'provider'
  return isInboxOpen(config) ? 'inbox' : 'none'
}

/**
 * The inbox shows codes. So it exists only while no provider is configured, and by default only with the embedded
 * database and no setting that suggests access from other machines. Its readers: inbox.ts.
 */
export function isInboxOpen(config: Config): boolean {
  if (hasProvider(config, 'sms') || hasProvider(config, 'email') || config.KITH_DEV_INBOX === 'off') return false
  return config.KITH_DEV_INBOX === 'on' || (config.DATABASE_URL === undefined && isForOnePerson(config))
}

const hasProvider = (config: Config, channel: Channel) =>
  (channel === 'sms' ? config.TWILIO_ACCOUNT_SID : config.SMTP_URL) !== undefined
