import type { Input } from '@kith/sdk'
import { momentOf } from '../language/zone.ts'

/** In the URL: ids and days, never a name. */
export interface AuditFilter {
  readonly customer?: string
  readonly actor?: string
  readonly action?: string
  readonly from?: string
  /** The last day. */
  readonly to?: string
}

const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`))
const FORMS: Readonly<Record<keyof AuditFilter, (value: string) => boolean>> = {
  customer: (value) => /^cust_[0-9a-f]{32}$/.test(value),
  actor: (value) => /^[\w:.-]{1,80}$/.test(value),
  action: (value) => /^[a-z_]{1,40}\.[a-z_]{1,40}$/.test(value),
  from: isDay,
  to: isDay,
}

/** Parses a URL; what does not fit is left out. */
export function readAuditFilter(search: Record<string, unknown>): AuditFilter {
  const fits = Object.entries(FORMS).filter(([name, isFit]) => isFit(String(search[name] ?? '')))
  return Object.fromEntries(fits.map(([name]) => [name, String(search[name])]))
}

/** In the format of the API; days are those of the business. */
export function toAuditQuery(
  { customer, from, to, ...same }: AuditFilter,
  timeZone: string,
): Input<'audit.exportAudit'> {
  const startOf = (day: string) => new Date(momentOf({ day, time: '00:00' }, timeZone)).toISOString()
  return {
    ...same,
    ...(customer && { customerId: customer }),
    ...(from && { from: startOf(from) }),
    ...(to && { to: startOf(dayAfter(to)) }),
  }
}

const DAY_MS = 86_400_000
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + DAY_MS).toISOString().slice(0, 10)
