import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { gathered, grouped } from '../../kit/gathered.ts'
import { type DataKey, document, sealedForPerson, type Told, Unreadable } from '../../kit/sealed.ts'
import { sql } from './tables.ts'

const Value = z.union([z.boolean(), z.string(), z.number(), z.null()])
/** By key: `values.folding`, `communication.sms.offers`, `quietHours`. */
const Given = z.record(z.string(), z.union([Value, z.object({ from: z.string(), to: z.string() })]))
export type Given = Readonly<z.output<typeof Given>>

/** Stored sealed. Values from merges are beside the customer's own, so that they can be removed again. */
const Word = z.object({ own: Given, merged: z.array(z.object({ from: z.string(), said: Given })).default([]) })
export interface Word {
  readonly own: Given
  readonly merged: readonly { readonly from: string; readonly said: Given }[]
}

const words = sealedForPerson('customer_preferences', 'sealed', document(Word), {
  by: ['customer_id'],
  mend: fromHistory,
})

export interface Kept {
  readonly word: Word
  readonly version: number
  readonly updatedAt: Date | null
  /** Damaged: no value counts, and the customer is not contacted. */
  readonly damaged?: true
}

/** For a customer without stored preferences. */
export const SILENT: Kept = { word: { own: {}, merged: [] }, version: 1, updatedAt: null }

/** The effective values: the customer's own, else those of merged customers; of two values about contact, the stricter. */
export function whatCounts({ own, merged }: Word): Given {
  const counts: Record<string, Given[string]> = { ...own }
  for (const [about, value] of merged.flatMap(({ said }) => Object.entries(said))) {
    const saysNo = about.startsWith('communication.') && value === false
    if (counts[about] === undefined || saysNo) counts[about] = value
  }
  return counts
}

export async function readWord(ctx: Context, key: DataKey, customerId: string): Promise<Kept> {
  const [row] = await wordOf(ctx, customerId)
  return row ? opened(ctx, new Map([[customerId, key]]), row) : SILENT
}
const wordOf = gathered(async (ctx, ids) => grouped(await wordRows(ctx, ids), 'customer_id'))

/** The stored preferences of these customers, where there are any. */
export async function readWords(ctx: Context, keys: ReadonlyMap<string, DataKey>): Promise<ReadonlyMap<string, Kept>> {
  if (keys.size === 0) return new Map()
  const rows = await wordRows(ctx, [...keys.keys()])
  return new Map(rows.map((row) => [row.customer_id, opened(ctx, keys, row)]))
}

const wordRows = (ctx: Context, customerIds: readonly string[]) =>
  sql(ctx)
    .selectFrom('customer_preferences')
    .select(['customer_id', 'sealed', 'version', 'updated_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', raw<string>`any(${customerIds}::uuid[])`)
    .execute()

function opened(
  ctx: Context,
  keys: ReadonlyMap<string, DataKey>,
  row: Awaited<ReturnType<typeof wordRows>>[number],
): Kept {
  const { version, updated_at: updatedAt } = row
  const { value } = words.show(ctx, keys, row)
  return value ? { word: value, version, updatedAt } : { word: SILENT.word, version, updatedAt, damaged: true }
}

/** For operations that need the values: refused if damaged. */
export function refuseDamaged(kept: Kept): Kept {
  if (kept.damaged) throw new Unreadable('customer_preferences.sealed cannot be read')
  return kept
}

/** The changes of preferences in the history of the customer, in order. */
function fromHistory(_: unknown, told: readonly Told[]): z.output<typeof Word> | null {
  const changes = told.filter(({ action }) => action === 'preferences.changed').map(({ after }) => after)
  const said = Object.entries(Object.assign({}, ...changes)).filter(([, value]) => value !== null)
  const own = Given.safeParse(Object.fromEntries(said))
  return changes.length > 0 && own.success ? { own: own.data, merged: [] } : null
}

/** The caller holds the lock on the customer's row, so no other request writes meanwhile. */
export async function writeWord(ctx: Context, key: DataKey, customerId: string, word: Word, version: number) {
  const sealed = words.seal(ctx, key, { customer_id: customerId }, { ...word, merged: [...word.merged] })
  const written = { sealed, version, updated_at: ctx.now }
  await sql(ctx)
    .insertInto('customer_preferences')
    .values({ tenant_id: ctx.tenant, customer_id: customerId, held_by: customerId, ...written })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(written))
    .execute()
}
