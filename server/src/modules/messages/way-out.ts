import type { Config } from '../../config.ts'
import type { Channel } from './templates.ts'

const THIS_MACHINE = new Set(['127.0.0.1', '::1', 'localhost'])

/** Where a message of this channel goes: to a provider, into the development inbox, or nowhere. */
export function wayOut(config: Config, channel: Channel): 'provider' | 'inbox' | 'none' {
  if (hasProvider(config, channel)) return 'provider'
  return isInboxOpen(config) ? 'inbox' : 'none'
}

/**
 * The inbox shows codes to whoever asks. So it is there only while nothing is ever sent, and by itself only where the
 * database is the embedded one and no other machine can call.
 */
export function isInboxOpen(config: Config): boolean {
  if (hasProvider(config, 'sms') || hasProvider(config, 'email') || config.KITH_DEV_INBOX === 'off') return false
  return config.KITH_DEV_INBOX === 'on' || (config.DATABASE_URL === undefined && THIS_MACHINE.has(config.HOST))
}

const hasProvider = (config: Config, channel: Channel) =>
  (channel === 'sms' ? config.TWILIO_ACCOUNT_SID : config.SMTP_URL) !== undefined
