import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { sealedForPerson, TEXT } from '../../kit/sealed.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { type KeyHolder, keyHolder } from '../customers/index.ts'
import * as api from './contract.ts'
import { sql } from './tables.ts'

const texts = sealedForPerson('customer_notes', 'sealed', TEXT, { mend: 'clear' })

export const notesOf = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('customer_notes')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
type Row = Awaited<ReturnType<ReturnType<typeof notesOf>['execute']>>[0]

export const toNote = (ctx: Context, { keys }: Pick<KeyHolder, 'keys'>, row: Row): api.Note => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actor,
  text: texts.show(ctx, keys, row).value,
  pinned: row.pinned,
  own: row.actor === ctx.caller.actor,
})

export async function listPinned(ctx: Context, { customerId }: Input<typeof api.listPinned>) {
  const customer = await keyHolder(ctx, customerId)
  const rows = await notesOf(ctx, customerId).where('pinned', '=', true).orderBy('at', 'desc').execute()
  return { items: rows.map((row) => toNote(ctx, customer, row)) }
}

export async function addNote(
  ctx: Context,
  { customerId, text, pinned }: Input<typeof api.addNote>,
): Promise<api.Note> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const { count } = await notesOf(ctx, customerId)
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= api.MOST_NOTES) throw api.TooManyNotes()
  const id = uuidv7(ctx.now.getTime())
  const sealed = texts.seal(ctx, customer.key, { id }, text)
  const row = {
    tenant_id: ctx.tenant,
    id,
    customer_id: customerId,
    at: ctx.now,
    actor: ctx.caller.actor,
    pinned,
    sealed,
  }
  sql.insert(ctx, 'customer_notes', [row])
  ctx.audit({ action: 'note.added', customer, fields: ['note'], after: { noteId: id } })
  return toNote(ctx, customer, row)
}

export async function pinNote(
  ctx: Context,
  { customerId, noteId, pinned }: Input<typeof api.pinNote>,
): Promise<api.Note> {
  const { customer, row } = await requireNote(ctx, customerId, noteId)
  await sql(ctx)
    .updateTable('customer_notes')
    .set({ pinned })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', noteId)
    .execute()
  return toNote(ctx, customer, { ...row, pinned })
}

export async function removeNote(
  ctx: Context,
  { customerId, noteId }: Input<typeof api.removeNote>,
): Promise<{ done: true }> {
  const { customer, row } = await requireNote(ctx, customerId, noteId)
  if (row.actor !== ctx.caller.actor && !ctx.caller.may.has('customers:history')) throw api.NoteOfAnother()
  await sql(ctx).deleteFrom('customer_notes').where('tenant_id', '=', ctx.tenant).where('id', '=', noteId).execute()
  ctx.audit({ action: 'note.removed', customer, fields: ['note'], before: { noteId } })
  return { done: true }
}

async function requireNote(ctx: Context, customerId: string, noteId: string) {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const row = await notesOf(ctx, customerId).where('id', '=', noteId).executeTakeFirst()
  if (!row) throw api.NoteNotFound()
  return { customer, row }
}
