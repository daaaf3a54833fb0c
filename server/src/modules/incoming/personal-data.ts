import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import type { Moved } from '../../kit/personal-data.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import { contactDigest, contactsToForget, everyoneIn, findKeyHolder, keyHolder } from '../customers/index.ts'
import { rowsOf, toInteraction } from './interactions/read.ts'
import { rowsOf as eventRows, showPayload } from './parked/row.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = { knows, export: exportAll, holdings, erase, merge, unmerge }

async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('interactions')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function exportAll(ctx: Context, customerId: string) {
  const customer = await keyHolder(ctx, customerId)
  const rows = await rowsOf(ctx, customerId).orderBy('at').orderBy('id').execute()
  const waiting = await (await parkedAbout(ctx, customerId)).execute()
  return {
    interactions: rows.map((row) => toInteraction(ctx, customer, row)),
    parkedEvents: waiting.flatMap((row) => {
      const { value } = showPayload(ctx, row)
      if (value === null) return []
      const { id: externalId, type, source, data } = value
      return [{ externalId, type, source, receivedAt: row.received_at.toISOString(), data }]
    }),
  }
}

async function holdings(ctx: Context, customerId: string) {
  const waiting = await (await parkedAbout(ctx, customerId)).execute()
  return [
    ...(await countHoldings(sql(ctx), ctx.tenant, customerId, {
      interactions: { fate: 'erased', why: DESCRIBES_THE_PERSON },
    })),
    { table: 'incoming_events', rows: waiting.length, fate: 'erased' as const, why: DESCRIBES_THE_PERSON },
  ]
}

/** What was never carried out is never carried out any more. */
async function erase(ctx: Context, customerId: string): Promise<void> {
  await findKeyHolder(ctx, customerId, 'to erase')
  const ids = (await (await parkedAbout(ctx, customerId)).execute()).map(({ id }) => id)
  if (ids.length > 0) {
    await sql(ctx).deleteFrom('incoming_events').where('tenant_id', '=', ctx.tenant).where('id', 'in', ids).execute()
  }
  await sql(ctx)
    .deleteFrom('interactions')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}

/** Those that name the customer by an id, or by a phone or an e-mail of theirs. */
async function parkedAbout(ctx: Context, customerId: string) {
  const contacts = (await contactsToForget(ctx, customerId)).map(({ type, value }) => contactDigest(ctx, type, value))
  const people = [customerId, ...(await everyoneIn(ctx, customerId))]
  return eventRows(ctx)
    .where('sealed', 'is not', null)
    .where((q) =>
      q.or([
        q('about', '&&', raw<string[]>`${people}::uuid[]`),
        q('contacts', '&&', raw<Buffer[]>`${contacts}::bytea[]`),
      ]),
    )
}

const Remembered = z.object({ interactions: z.array(z.string()) })

async function merge(ctx: Context, from: string, into: string): Promise<Moved> {
  const moved = await sql(ctx)
    .updateTable('interactions')
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning('id')
    .execute()
  return { interactions: moved.map(({ id }) => id) }
}

async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { interactions } = Remembered.parse(moved)
  if (interactions.length === 0) return
  await sql(ctx)
    .updateTable('interactions')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', into)
    .where('id', 'in', interactions)
    .execute()
}
