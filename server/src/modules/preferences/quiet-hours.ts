import type { Context } from '../../kit/context.ts'
import { tenantDefaults } from '../tenants/index.ts'
import type { QuietHours } from './contract.ts'

/** The schema's time zone, else that of the business. */
export async function timeZoneOf(ctx: Context, { timeZone }: { timeZone: string | null }): Promise<string> {
  return timeZone ?? (await tenantDefaults(ctx)).timeZone
}

/** Whether a time is in quiet hours: from the first minute up to, not including, the last. They may cross midnight. */
export function isQuiet(hours: QuietHours, timeZone: string, at: Date): boolean {
  if (hours === null) return false
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
  const { from, to } = hours
  return from < to ? from <= time && time < to : from <= time || time < to
}
