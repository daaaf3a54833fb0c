import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON, type Moved, type NeedsHuman } from '../../kit/personal-data.ts'
import { customerKey } from '../customers/index.ts'
import { addUp } from './add-up.ts'
import { readCart } from './cart.ts'
import { insertLines, lineRow, linesOf, removeLines, toLine } from './lines.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  export: async (ctx, customerId) => ({ cart: (await readCart(ctx, { customerId })).lines }),
  holdings: (ctx, customerId) =>
    countHoldings(sql(ctx), ctx.tenant, customerId, { cart_lines: { fate: 'erased', why: DESCRIBES_THE_PERSON } }),
  erase: removeLines,
  merge,
  unmerge,
}

const Remembered = z.object({
  /** The lines of `from` before the merge; `details` in base64. */
  lines: z.array(
    z.object({
      tenant_id: z.string(),
      customer_id: z.string(),
      sku: z.string(),
      quantity: z.number(),
      unit_price: z.number().nullable(),
      position: z.number(),
      details: z.string(),
    }),
  ),
  /** For each line, the survivor's quantity before and the quantity added. */
  given: z.array(z.object({ sku: z.string(), had: z.number(), more: z.number() })),
})
type Remembered = Moved & z.output<typeof Remembered>

/** Adds the quantities. What exceeds the limits comes back when the merge is undone. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const theirs = await linesOf(ctx, from)
  const mine = await linesOf(ctx, into)
  const [theirKey, myKey] = [await customerKey(ctx, from), await customerKey(ctx, into)]
  const given = addUp(theirs, mine)
  for (const { sku, had, more } of given) if (had > 0) await setQuantity(ctx, into, sku, had + more)
  const last = Math.max(-1, ...mine.map(({ position }) => position))
  const fresh = given.filter(({ had }) => had === 0).map(({ sku }) => theirs.find((one) => one.sku === sku)!)
  await insertLines(
    ctx,
    fresh.map((row, index) => lineRow(ctx, myKey, into, toLine(ctx, theirKey, row), last + 1 + index)),
  )
  await removeLines(ctx, from)
  const lines = theirs.map((row) => ({ ...row, details: row.details.toString('base64') }))
  return { lines, given, counts: { cartLines: lines.length } }
}

/** Restores both carts; what the survivor added since stays with it. */
async function unmerge(
  ctx: Context,
  _from: string,
  into: string,
  moved: Moved,
  needsHuman: (what: NeedsHuman) => void,
): Promise<void> {
  const { lines, given } = Remembered.parse(moved)
  const mine = new Map((await linesOf(ctx, into)).map(({ sku, quantity }) => [sku, quantity]))
  for (const { sku, had, more } of given) {
    const now = mine.get(sku) ?? 0
    if (now < had + more) needsHuman({ whose: 'into', what: 'changed_since', field: `cart.${sku}` })
    if (now > 0) await setQuantity(ctx, into, sku, now - more)
  }
  await insertLines(
    ctx,
    lines.map((line) => ({ ...line, details: Buffer.from(line.details, 'base64') })),
  )
}

async function setQuantity(ctx: Context, customerId: string, sku: string, quantity: number): Promise<void> {
  const line = { tenant_id: ctx.tenant, customer_id: customerId, sku }
  if (quantity > 0) {
    await sql(ctx)
      .updateTable('cart_lines')
      .set({ quantity })
      .where((q) => q.and(line))
      .execute()
    return
  }
  await sql(ctx)
    .deleteFrom('cart_lines')
    .where((q) => q.and(line))
    .execute()
}
