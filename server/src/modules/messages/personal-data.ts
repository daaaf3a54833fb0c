import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import type { Holding, Moved } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { contactsToForget } from '../customers/index.ts'
import { addressDigest, openMessages } from './sealed.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportMessages,
  holdings,
  erase: eraseMessages,
  merge,
  unmerge,
}

async function exportMessages(ctx: Context, customerId: string) {
  const rows = await sql(ctx)
    .selectFrom('messages')
    .select([
      'id',
      'channel',
      'template',
      'language',
      'status',
      'address',
      'content',
      'queued_at',
      'sent_at',
      'delivered_at',
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('queued_at')
    .orderBy('id')
    .execute()
  const opened = await openMessages(ctx, rows)
  return {
    messages: rows.map((row, index) => ({
      channel: row.channel,
      template: row.template,
      language: row.language,
      status: row.status,
      to: opened[index]!.to,
      subject: opened[index]!.content?.subject ?? null,
      text: opened[index]!.content?.text ?? null,
      ...(opened[index]!.damaged && { damaged: true }),
      queuedAt: row.queued_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
    })),
  }
}

const COUNTED: Text = {
  en: 'Channel and time are kept for statistics; recipient and text are deleted.',
  ar: 'يبقى أن رسالة أُرسلت وكيف ومتى كرقم، ويُمحى العنوان والنص.',
}

async function holdings(ctx: Context, customerId: string): Promise<readonly Holding[]> {
  const { rows } = await sql(ctx)
    .selectFrom('messages')
    .select((q) => q.fn.countAll<number>().as('rows'))
    .where('tenant_id', '=', ctx.tenant)
    .where(await sentTo(ctx, customerId))
    .executeTakeFirstOrThrow()
  return [{ table: 'messages', rows, fate: 'kept', why: COUNTED }]
}

/** Only counts remain. */
async function eraseMessages(ctx: Context, customerId: string): Promise<void> {
  const theirs = sql(ctx)
    .updateTable('messages')
    .set({ address: null, address_digest: null, content: null })
    .where('tenant_id', '=', ctx.tenant)
    .where(await sentTo(ctx, customerId))
  await theirs.execute()
  await sql(ctx)
    .updateTable('messages')
    .set({ status: 'failed', error: 'erased', due_at: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('due_at', 'is not', null)
    .where('address', 'is', null)
    .execute()
}

/** Also a code sent to a contact before it belonged to a customer. */
async function sentTo(ctx: Context, customerId: string) {
  const digests = (await contactsToForget(ctx, customerId)).map(({ value }) => addressDigest(ctx, value))
  return raw<boolean>`(customer_id = ${customerId} or customer_id is null and address_digest = any (${digests}::bytea[]))`
}

const Remembered = z.object({ messages: z.array(z.string()) })
type Remembered = z.output<typeof Remembered>

async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const rows = await sql(ctx)
    .updateTable('messages')
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning('id')
    .execute()
  return { messages: rows.map(({ id }) => id) }
}

async function unmerge(ctx: Context, from: string, _into: string, moved: Moved): Promise<void> {
  const { messages } = Remembered.parse(moved)
  if (messages.length === 0) return
  await sql(ctx)
    .updateTable('messages')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', messages)
    .execute()
}
