import type { Input, Output } from '@kith/sdk'

export type Asked = Pick<Input<'segments.listCustomers'>, 'key' | 'at' | 'channel'>
type Channel = NonNullable<Asked['channel']>
export const CHANNELS = ['email', 'sms', 'whatsapp', 'phone'] as const satisfies readonly Channel[]

type Listed = Output<'segments.listCustomers'>['items'][number]
type LeftOut = NonNullable<Output<'segments.listCustomers'>['leftOut']>
export const REASONS = [
  'not_active',
  'restricted',
  'no_consent',
  'no_contact',
  'not_verified',
  'not_wanted',
  'quiet_hours',
] as const satisfies readonly (keyof LeftOut)[]

/** Of several pages, by reason. */
export const addedUp = (pages: readonly (LeftOut | null)[]) =>
  REASONS.map((reason) => ({ reason, count: pages.reduce((sum, page) => sum + (page?.[reason] ?? 0), 0) })).filter(
    ({ count }) => count > 0,
  )

interface Exported {
  readonly items: readonly Listed[]
  readonly leftOut: LeftOut
}

/** One customer a line; the last line says how many were left out, and why. */
export function exportedIn(lines: string): Exported {
  const parsed = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { items: parsed.slice(0, -1), leftOut: parsed.at(-1).summary.leftOut }
}

/** One customer a line; none is an empty text. */
export const contactsIn = (lines: string): Readonly<Record<string, string | null | undefined>>[] =>
  lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
