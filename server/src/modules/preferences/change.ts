import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../kit/context.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { customerKey } from '../customers/index.ts'
import { readSettings } from '../tenants/index.ts'
import { type PreferenceChange, type Preferences, PreferencesUnfit, QuietHoursEmpty } from './contract.ts'
import { CustomerPreferencesUpdated } from './events.ts'
import { toPreferences } from './read.ts'
import { type Entry, readSaid, type Said, writeSaid } from './said.ts'
import { CHANNELS, fits, type PreferenceSchema, preferenceSection, type Value } from './schema.ts'

interface Input extends PreferenceChange {
  customerId: string
  expectedVersion?: number
}

export const changePreferences = (ctx: Context, input: Input) => write(ctx, input, (before) => before)
export const replacePreferences = (ctx: Context, input: Input) => write(ctx, input, () => ({}))

async function write(ctx: Context, input: Input, keep: (before: Said) => Said): Promise<Preferences> {
  const { customerId, expectedVersion } = input
  const schema = await readSettings(ctx, preferenceSection)
  const told = flatten(input)
  refuseUnfit(schema, told)

  const key = await customerKey(ctx, customerId, 'for update')
  const before = await readSaid(ctx, key, customerId)
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    throw VersionConflict({ version: before.version }, { etag: `"${before.version}"` })
  }
  const said = withTold(keep(before.said), told)
  if (isDeepStrictEqual(said, before.said)) return toPreferences(ctx, customerId, schema, before)

  const version = before.version + 1
  await writeSaid(ctx, key, customerId, said, version)
  const keys = changedKeys(before.said, said)
  ctx.emit(CustomerPreferencesUpdated({ customerId, keys, version }))
  ctx.audit({
    action: 'preferences.changed',
    customer: { id: customerId, key },
    fields: keys,
    before: plainly(before.said, keys),
    after: plainly(said, keys),
  })
  return toPreferences(ctx, customerId, schema, { said, version, updatedAt: ctx.now })
}

type Told = ReadonlyMap<string, Entry['value']>

function flatten({ values = {}, communication = {}, quietHours }: PreferenceChange): Told {
  return new Map<string, Entry['value']>([
    ...Object.entries(values).map(([key, value]) => [`values.${key}`, value] as const),
    ...CHANNELS.flatMap((channel) =>
      Object.entries(communication[channel] ?? {}).map(
        ([topic, value]) => [`communication.${channel}.${topic}`, value] as const,
      ),
    ),
    ...(quietHours === undefined ? [] : [['quietHours', quietHours] as const]),
  ])
}

/** Null takes back what was said, whether or not it is still offered. */
function refuseUnfit({ items, topics }: PreferenceSchema, told: Told): void {
  const unfit = [...told].filter(([about, value]) => {
    if (value === null || about === 'quietHours') return false
    const [kind, first, topic] = about.split('.')
    if (kind === 'communication') return !topics.some(({ key }) => key === topic)
    const item = items.find(({ key }) => key === first)
    return !item || !fits(item, value as Value)
  })
  if (unfit.length > 0) throw PreferencesUnfit({ keys: unfit.map(([about]) => about) })
  const hours = told.get('quietHours')
  if (typeof hours === 'object' && hours !== null && hours.from === hours.to) throw QuietHoursEmpty()
}

/** What is said again is the customer's own word from then on, also when a merge had brought the same. */
function withTold(before: Said, told: Told): Said {
  const said: Record<string, Entry> = { ...before }
  for (const [about, value] of told) {
    if (value === null) delete said[about]
    else said[about] = { value }
  }
  return said
}

const changedKeys = (before: Said, after: Said) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((about) => !isDeepStrictEqual(before[about], after[about]))
    .sort()

const plainly = (said: Said, keys: readonly string[]) =>
  Object.fromEntries(keys.map((about) => [about, said[about]?.value ?? null]))
