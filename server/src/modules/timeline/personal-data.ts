import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { countHoldings, DESCRIBES_THE_PERSON, type Moved } from '../../kit/personal-data.ts'
import { keyHolder } from '../customers/index.ts'
import { notesOf, toNote } from './notes.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  async knows(ctx, customerIds) {
    const rows = await sql(ctx)
      .selectFrom('customer_notes')
      .select('customer_id')
      .distinct()
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', 'in', customerIds)
      .execute()
    return rows.map(({ customer_id }) => customer_id)
  },
  async export(ctx, customerId) {
    const customer = await keyHolder(ctx, customerId)
    const rows = await notesOf(ctx, customerId).orderBy('at').orderBy('id').execute()
    return {
      notes: rows.map((row) => toNote(ctx, customer, row)).map(({ at, text, pinned }) => ({ at, text, pinned })),
    }
  },
  holdings: (ctx, customerId) =>
    countHoldings(sql(ctx), ctx.tenant, customerId, {
      customer_notes: { fate: 'erased', why: DESCRIBES_THE_PERSON },
    }),
  async erase(ctx, customerId) {
    await sql(ctx)
      .deleteFrom('customer_notes')
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', customerId)
      .execute()
  },
  async merge(ctx, from, into) {
    const rows = await sql(ctx)
      .updateTable('customer_notes')
      .set({ customer_id: into })
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', from)
      .returning('id')
      .execute()
    return { moved: rows.map(({ id }) => id), counts: { notes: rows.length } }
  },
  unmerge,
}

const Remembered = z.object({ moved: z.array(z.string()) })

async function unmerge(ctx: Context, from: string, into: string, remembered: Moved): Promise<void> {
  const { moved } = Remembered.parse(remembered)
  if (moved.length === 0) return
  await sql(ctx)
    .updateTable('customer_notes')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', into)
    .where('id', 'in', moved)
    .execute()
}
