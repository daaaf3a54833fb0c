import type { Context } from '../../kit/context.ts'
import { tenantDefaults } from '../tenants/index.ts'
import type { QuietHours } from './contract.ts'

/** Where the whole country keeps one time. Others say theirs in the schema. */
const TIME_ZONES: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai',
  BH: 'Asia/Bahrain',
  EG: 'Africa/Cairo',
  IN: 'Asia/Kolkata',
  JO: 'Asia/Amman',
  KW: 'Asia/Kuwait',
  LB: 'Asia/Beirut',
  OM: 'Asia/Muscat',
  PK: 'Asia/Karachi',
  QA: 'Asia/Qatar',
  SA: 'Asia/Riyadh',
  YE: 'Asia/Aden',
}

export async function timeZoneOf(ctx: Context, { timeZone }: { timeZone: string | null }): Promise<string> {
  return timeZone ?? TIME_ZONES[(await tenantDefaults(ctx)).country] ?? 'UTC'
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Whether a moment lies in them: from the first minute up to, not including, the last. They may go over midnight. */
export function isQuiet(hours: QuietHours, timeZone: string, at: Date): boolean {
  if (hours === null) return false
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
  const { from, to } = hours
  return from < to ? from <= time && time < to : from <= time || time < to
}
