import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../kit/context.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { keyHolder, noteSeen } from '../customers/index.ts'
import { readSettings } from '../tenants/index.ts'
import { changeSchema, type PreferenceChange, type Preferences, PreferencesUnfit, QuietHoursEmpty } from './contract.ts'
import { CustomerPreferencesUpdated } from './events.ts'
import { type Given, readWord, refuseDamaged, type Word, whatCounts, writeWord } from './given.ts'
import { toPreferences } from './read.ts'
import { CHANNELS, fits, type PreferenceSchema, preferenceSection } from './schema.ts'

interface Input extends PreferenceChange {
  customerId: string
  expectedVersion?: number
}

/** Where the business defines its questions: for callers that find an empty schema. */
const OFFERED_BY = `${changeSchema.method.toUpperCase()} ${changeSchema.path}`
const NOTHING: Word = { own: {}, merged: [] }

/** Refuses invalid preferences; for callers with more checks before they write. */
export async function preferenceCheck(ctx: Context): Promise<(change?: PreferenceChange) => void> {
  const schema = await readSettings(ctx, preferenceSection)
  return (change = {}) => refuseUnfit(schema, flatten(change))
}

export const changePreferences = (ctx: Context, input: Input) => write(ctx, input, (before) => before)
export const replacePreferences = (ctx: Context, input: Input) => write(ctx, input, () => NOTHING)

async function write(ctx: Context, input: Input, keep: (before: Word) => Word): Promise<Preferences> {
  const { customerId, expectedVersion } = input
  const schema = await readSettings(ctx, preferenceSection)
  const told = flatten(input)
  refuseUnfit(schema, told)

  const customer = await keyHolder(ctx, customerId, 'for update')
  const { key } = customer
  noteSeen(ctx, customer)
  const before = refuseDamaged(await readWord(ctx, key, customerId))
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    throw VersionConflict({ version: before.version }, { etag: `"${before.version}"` })
  }
  const word = withTold(keep(before.word), told)
  if (isDeepStrictEqual(word, before.word)) return toPreferences(ctx, customerId, schema, before)

  const version = before.version + 1
  await writeWord(ctx, key, customerId, word, version)
  const [was, is] = [whatCounts(before.word), whatCounts(word)]
  const keys = changedKeys(was, is)
  ctx.emit(CustomerPreferencesUpdated({ customerId, keys, version }))
  ctx.audit({
    action: 'preferences.changed',
    customer: { id: customerId, key },
    fields: keys,
    before: plainly(was, keys),
    after: plainly(is, keys),
  })
  return toPreferences(ctx, customerId, schema, { word, version, updatedAt: ctx.now })
}

type Told = ReadonlyMap<string, Given[string]>

function flatten({ values = {}, communication = {}, quietHours }: PreferenceChange): Told {
  return new Map<string, Given[string]>([
    ...Object.entries(values).map(([key, value]) => [`values.${key}`, value] as const),
    ...CHANNELS.flatMap((channel) =>
      Object.entries(communication[channel] ?? {}).map(
        ([topic, value]) => [`communication.${channel}.${topic}`, value] as const,
      ),
    ),
    ...(quietHours === undefined ? [] : [['quietHours', quietHours] as const]),
  ])
}

/** Null removes a value, even one that is no longer offered. */
function refuseUnfit({ items, topics }: PreferenceSchema, told: Told): void {
  const unfit = [...told].filter(([about, value]) => {
    if (value === null || about === 'quietHours') return false
    const [kind, first, topic] = about.split('.')
    if (kind === 'communication') return !topics.some(({ key }) => key === topic)
    const item = items.find(({ key }) => key === first)
    return !item || !fits(item, value)
  })
  if (unfit.length > 0) throw PreferencesUnfit({ keys: unfit.map(([about]) => about), offeredBy: OFFERED_BY })
  const hours = told.get('quietHours')
  if (typeof hours === 'object' && hours !== null && hours.from === hours.to) throw QuietHoursEmpty()
}

/** A value set now is the customer's own; values from a merge no longer count for it. */
function withTold({ own, merged }: Word, told: Told): Word {
  const spoken = Object.entries({ ...own, ...Object.fromEntries(told) })
  const rest = (said: Given) => Object.fromEntries(Object.entries(said).filter(([about]) => !told.has(about)))
  return {
    own: Object.fromEntries(spoken.filter(([, value]) => value !== null)),
    merged: merged.map(({ from, said }) => ({ from, said: rest(said) })),
  }
}

const changedKeys = (before: Given, after: Given) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((about) => !isDeepStrictEqual(before[about], after[about]))
    .sort()

const plainly = (said: Given, keys: readonly string[]) =>
  Object.fromEntries(keys.map((about) => [about, said[about] ?? null]))
