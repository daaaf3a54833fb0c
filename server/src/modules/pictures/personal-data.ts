import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { countHoldings, DESCRIBES_THE_PERSON, type Moved, type NeedsHuman } from '../../kit/personal-data.ts'
import { customerKey, everyoneIn, keyHolder } from '../customers/index.ts'
import { pictureOf } from './picture.ts'
import { deleteRow, insertRow, openRow, rowOf, sealedRow } from './rows.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  knows,
  export: exportPictures,
  holdings: async (ctx, customerId) =>
    countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
      customer_pictures: { fate: 'erased', why: DESCRIBES_THE_PERSON },
    }),
  async erase(ctx, customerId) {
    for (const one of await everyoneIn(ctx, customerId)) await deleteRow(ctx, one)
  },
  merge,
  unmerge,
}

async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('customer_pictures')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/** A server of the release before, which knows no pictures, leaves one where it was when it merges. */
async function exportPictures(ctx: Context, customerId: string) {
  const { key, keys } = await keyHolder(ctx, customerId)
  const earlier = [...keys].filter(([id]) => id !== customerId)
  const left = await Promise.all(earlier.map(([id, ofThem]) => pictureOf(ctx, id, ofThem)))
  return {
    picture: await pictureOf(ctx, customerId, key),
    ofMerged: left.filter(({ picture }) => picture !== null),
  }
}

const Remembered = z.object({
  /** The row of `from` as it was, sealed, in base64. */
  theirs: z.object({ sealed: z.string(), changedAt: z.string() }).nullable(),
  /** Whether the survivor had none and has got it. */
  given: z.boolean(),
})
type Remembered = Moved & z.output<typeof Remembered>

/** The survivor's picture stays; an empty place is filled. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const theirs = await rowOf(ctx, from)
  if (!theirs) return { theirs: null, given: false }
  const bytes = (await rowOf(ctx, into)) ? null : openRow(ctx, await customerKey(ctx, from), theirs)
  if (bytes) await insertRow(ctx, sealedRow(ctx, await customerKey(ctx, into), into, bytes, theirs.changed_at))
  await deleteRow(ctx, from)
  const { sealed, changed_at } = theirs
  return {
    theirs: { sealed: sealed.toString('base64'), changedAt: changed_at.toISOString() },
    given: bytes !== null,
  }
}

/** One that the survivor was given since stays. */
async function unmerge(
  ctx: Context,
  from: string,
  into: string,
  moved: Moved,
  needsHuman: (what: NeedsHuman) => void,
): Promise<void> {
  const { theirs, given } = Remembered.parse(moved)
  if (theirs === null) return
  const now = given ? await rowOf(ctx, into) : undefined
  if (now && now.changed_at.toISOString() === theirs.changedAt) await deleteRow(ctx, into)
  else if (now) needsHuman({ whose: 'into', what: 'changed_since', field: 'picture' })
  await insertRow(ctx, {
    tenant_id: ctx.tenant,
    customer_id: from,
    sealed: Buffer.from(theirs.sealed, 'base64'),
    changed_at: new Date(theirs.changedAt),
  })
}
