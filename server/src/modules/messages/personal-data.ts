import type { Context } from '../../kit/context.ts'
import type { Moved, PersonalData } from '../../kit/module.ts'
import { identifierHistory } from '../customers/index.ts'
import { addressDigest, openMessages } from './sealed.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = { export: exportMessages, erase: eraseMessages, merge, unmerge }

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
      queuedAt: row.queued_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
    })),
  }
}

/** What is left are counts. A code that was sent to a contact before anybody knew whose it is goes with the rest. */
async function eraseMessages(ctx: Context, customerId: string): Promise<void> {
  const contacts = (await identifierHistory(ctx, customerId)).filter(({ validTo }) => validTo === null)
  const digests = contacts.map(({ value }) => addressDigest(ctx, value))
  const theirs = sql(ctx)
    .updateTable('messages')
    .set({ address: null, address_digest: null, content: null })
    .where('tenant_id', '=', ctx.tenant)
    .where((q) =>
      q.or([
        q('customer_id', '=', customerId),
        ...(digests.length > 0 ? [q.and([q('customer_id', 'is', null), q('address_digest', 'in', digests)])] : []),
      ]),
    )
  await theirs.execute()
  await sql(ctx)
    .updateTable('messages')
    .set({ status: 'failed', error: 'erased', due_at: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('due_at', 'is not', null)
    .where('address', 'is', null)
    .execute()
}

interface Remembered extends Moved {
  readonly messages: readonly string[]
}

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
  const { messages } = moved as Remembered
  if (messages.length === 0) return
  await sql(ctx)
    .updateTable('messages')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', messages)
    .execute()
}
