import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { WrongStatus } from '../customers/contract.ts'
import { customerKey, keyHolder } from '../customers/index.ts'
import type { Picture } from './contract.ts'
import { bytesOf, dataUrlOf } from './kinds.ts'
import { deleteRow, insertRow, openRow, rowOf, sealedRow } from './rows.ts'

interface Whose {
  readonly customerId: string
}

const NONE: Picture = { picture: null, changedAt: null }

export const readPicture = async (ctx: Context, { customerId }: Whose): Promise<Picture> =>
  pictureOf(ctx, customerId, await customerKey(ctx, customerId))

/** A damaged one is none. */
export async function pictureOf(ctx: Context, customerId: string, key: DataKey): Promise<Picture> {
  const row = await rowOf(ctx, customerId)
  const bytes = row ? openRow(ctx, key, row) : null
  return row && bytes ? { picture: dataUrlOf(bytes), changedAt: row.changed_at.toISOString() } : NONE
}

export async function putPicture(ctx: Context, { customerId, picture }: Whose & { picture: string }): Promise<Picture> {
  // The lock keeps a merge or an erasure from coming in between.
  const { status, key } = await keyHolder(ctx, customerId, 'for update')
  if (status !== 'active') throw WrongStatus({ customerStatus: status })
  // The contract has refused what is none.
  const bytes = bytesOf(picture)!
  await deleteRow(ctx, customerId)
  await insertRow(ctx, sealedRow(ctx, key, customerId, bytes, ctx.now))
  ctx.audit({ action: 'customer.picture_changed', customer: { id: customerId, key }, fields: ['picture'] })
  return { picture: dataUrlOf(bytes), changedAt: ctx.now.toISOString() }
}

/** In any status, and although restricted: an abusive one of someone suspended must go. */
export async function removePicture(ctx: Context, { customerId }: Whose): Promise<Picture> {
  const { key } = await keyHolder(ctx, customerId, 'although restricted')
  if (await deleteRow(ctx, customerId))
    ctx.audit({ action: 'customer.picture_removed', customer: { id: customerId, key }, fields: ['picture'] })
  return NONE
}
