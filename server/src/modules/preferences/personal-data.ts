import type { Context } from '../../kit/context.ts'
import type { Moved, PersonalData } from '../../kit/module.ts'
import { keysOf } from '../customers/index.ts'
import { type Entry, type Kept, NOTHING_SAID, readAll, type Said, writeSaid } from './said.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = { export: exportPreferences, erase, merge, unmerge }

/** Also what somebody said who was merged into this customer and whose word did not count. */
async function exportPreferences(ctx: Context, customerId: string) {
  const kept = await readAll(ctx, await keysOf(ctx, await heldBy(ctx, customerId)))
  return {
    preferences: [...kept].map(([id, { said, updatedAt }]) => ({
      customerId: id,
      said: Object.fromEntries(Object.entries(said).map(([about, { value }]) => [about, value])),
      updatedAt: updatedAt?.toISOString() ?? null,
    })),
  }
}

async function erase(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('customer_preferences')
    .where('tenant_id', '=', ctx.tenant)
    .where('held_by', '=', customerId)
    .execute()
}

interface Remembered extends Moved {
  readonly held: readonly string[]
}

/** The survivor's word counts; where there is none, the other's; and of the two the no, when it is about contacting. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const keys = await keysOf(ctx, [from, into])
  const kept = await readAll(ctx, keys)
  const theirs = kept.get(from)
  if (theirs) await rewrite(ctx, into, keys, kept, (said) => taken(said, theirs.said, from))
  return { held: await hold(ctx, await heldBy(ctx, from), into) }
}

/** What a merge had brought goes; what the customer said since is their own word and stays. */
async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { held } = moved as Remembered
  await hold(ctx, held, from)
  const keys = await keysOf(ctx, [into])
  await rewrite(ctx, into, keys, await readAll(ctx, keys), (said) => givenBack(said, from))
}

function taken(said: Said, theirs: Said, from: string): Said {
  const merged: Record<string, Entry> = { ...said }
  for (const [about, { value }] of Object.entries(theirs)) {
    const before = said[about]
    const saysNo = about.startsWith('communication.') && value === false && before?.value !== false
    if (before === undefined || saysNo) merged[about] = { value, from, before: before ?? null }
  }
  return merged
}

function givenBack(said: Said, from: string): Said {
  const entries = Object.entries(said).map(([about, entry]) => [about, without(entry, from)] as const)
  return Object.fromEntries(entries.filter((one): one is [string, Entry] => one[1] !== null))
}

/** Later merges may have laid theirs on top. */
function without(entry: Entry | null, from: string): Entry | null {
  if (entry === null || entry.from === undefined) return entry
  const before = without(entry.before ?? null, from)
  return entry.from === from ? before : { ...entry, before }
}

async function rewrite(
  ctx: Context,
  customerId: string,
  keys: Awaited<ReturnType<typeof keysOf>>,
  kept: ReadonlyMap<string, Kept>,
  change: (said: Said) => Said,
): Promise<void> {
  const { said, version } = kept.get(customerId) ?? NOTHING_SAID
  const changed = change(said)
  if (JSON.stringify(changed) === JSON.stringify(said)) return
  await writeSaid(ctx, keys.get(customerId)!, customerId, changed, version + 1)
}

async function heldBy(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('customer_preferences')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('held_by', '=', customerId)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function hold(ctx: Context, ids: readonly string[], holder: string): Promise<readonly string[]> {
  if (ids.length === 0) return []
  await sql(ctx)
    .updateTable('customer_preferences')
    .set({ held_by: holder })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', ids)
    .execute()
  return ids
}
