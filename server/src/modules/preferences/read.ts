import type { Context } from '../../kit/context.ts'
import { eachOf } from '../../kit/known.ts'
import { outsideId } from '../customers/contract.ts'
import { customerKey } from '../customers/index.ts'
import { readSettings } from '../tenants/index.ts'
import type { Preferences, QuietHours } from './contract.ts'
import { type Given, type Kept, readWord, whatCounts } from './given.ts'
import { timeZoneOf } from './quiet-hours.ts'
import { CHANNELS, type Channel, fits, type PreferenceSchema, preferenceSection, type Value } from './schema.ts'

export async function readPreferences(ctx: Context, { customerId }: { customerId: string }): Promise<Preferences> {
  const [key, schema] = await Promise.all([customerKey(ctx, customerId), readSettings(ctx, preferenceSection)])
  return toPreferences(ctx, customerId, schema, await readWord(ctx, key, customerId))
}

/** The stored values through the current schema. */
export async function toPreferences(
  ctx: Context,
  customerId: string,
  schema: PreferenceSchema,
  { word, version, updatedAt, damaged }: Kept,
): Promise<Preferences> {
  const said = whatCounts(word)
  return {
    customerId: outsideId(customerId),
    values: Object.fromEntries(schema.items.map((item) => [item.key, countingValue(schema, said, item.key)])),
    unfit: unfit(schema, said),
    communication: eachOf(CHANNELS, (channel) =>
      Object.fromEntries(schema.topics.map(({ key }) => [key, wants(schema, said, channel, key)])),
    ),
    said: Object.keys(said).filter((about) => said[about] !== null),
    quietHours: quietHoursOf(said),
    timeZone: await timeZoneOf(ctx, schema),
    version,
    updatedAt: updatedAt?.toISOString() ?? null,
    damaged: damaged === true,
  }
}

function countingValue(schema: PreferenceSchema, said: Given, key: string): Value {
  const item = schema.items.find((one) => one.key === key)!
  const value = said[`values.${key}`]
  return fits(item, value) ? value : item.default
}

/** Whether the customer accepts a topic on this channel; never for a topic that is not offered. */
export function wants(schema: PreferenceSchema, said: Given, channel: Channel, topic: string): boolean {
  const offered = schema.topics.find(({ key }) => key === topic)
  const value = said[`communication.${channel}.${topic}`]
  return offered !== undefined && (typeof value === 'boolean' ? value : offered.default)
}

export const quietHoursOf = ({ quietHours = null }: Given): QuietHours =>
  typeof quietHours === 'object' ? quietHours : null

function unfit({ items, topics }: PreferenceSchema, said: Given): Preferences['unfit'] {
  return Object.entries(said).flatMap(([about, value]): Preferences['unfit'] => {
    const [kind, first, topic] = about.split('.')
    if (kind === 'communication') {
      return topics.some(({ key }) => key === topic) ? [] : [{ key: about, because: 'unknown' as const }]
    }
    if (kind !== 'values') return []
    const item = items.find(({ key }) => key === first)
    if (!item) return [{ key: about, because: 'unknown' as const }]
    return fits(item, value) ? [] : [{ key: about, because: 'unfitting' as const }]
  })
}
