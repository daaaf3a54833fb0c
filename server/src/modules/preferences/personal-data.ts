import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON, type Moved } from '../../kit/personal-data.ts'
import { keysOf } from '../customers/index.ts'
import { readWords, refuseDamaged, SILENT, type Word, whatCounts, writeWord } from './given.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportPreferences,
  holdings: (ctx, customerId) =>
    countHoldings(sql(ctx), ctx.tenant, customerId, {
      customer_preferences: { fate: 'erased', by: ['held_by'], why: DESCRIBES_THE_PERSON },
    }),
  erase,
  merge,
  unmerge,
}

/** Including values of merged customers that had no effect. */
async function exportPreferences(ctx: Context, customerId: string) {
  const kept = await readWords(ctx, await keysOf(ctx, await heldBy(ctx, customerId)))
  return {
    preferences: [...kept].map(([id, { word, updatedAt, damaged }]) => ({
      customerId: id,
      said: word.own,
      ...(damaged && { damaged }),
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

const Remembered = z.object({ held: z.array(z.string()).readonly() })
type Remembered = z.output<typeof Remembered>

/** `whatCounts` explains how the two combine. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const theirs = (await readWords(ctx, await keysOf(ctx, [from]))).get(from)
  if (theirs) {
    refuseDamaged(theirs)
    const said = whatCounts(theirs.word)
    await rewrite(ctx, into, ({ own, merged }) => ({ own, merged: [...merged, { from, said }] }))
  }
  return { held: await hold(ctx, await heldBy(ctx, from), into) }
}

/** Removes the values that came with the merge; values that the customer set since stay. */
async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { held } = Remembered.parse(moved)
  await hold(ctx, held, from)
  if (held.length === 0) return
  await rewrite(ctx, into, ({ own, merged }) => ({ own, merged: merged.filter((one) => one.from !== from) }))
}

async function rewrite(ctx: Context, customerId: string, change: (word: Word) => Word): Promise<void> {
  const keys = await keysOf(ctx, [customerId])
  const { word, version } = refuseDamaged((await readWords(ctx, keys)).get(customerId) ?? SILENT)
  await writeWord(ctx, keys.get(customerId)!, customerId, change(word), version + 1)
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
