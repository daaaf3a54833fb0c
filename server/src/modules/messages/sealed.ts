import type { Context } from '../../kit/context.ts'
import { type DataKey, keyIdOf, open } from '../../kit/sealing.ts'
import { bytesToUuid } from '../../kit/uuid.ts'
import { keysOf } from '../customers/index.ts'
import type { Content } from './compose.ts'

interface SealedRow {
  readonly id: string
  readonly address: Buffer | null
  readonly content: Buffer | null
}

export interface Opened {
  readonly to: string | null
  readonly content: Content | null
}

export const place = (ctx: Context, column: 'address' | 'content', id: string) =>
  `messages.${column}|${ctx.tenant}|${id}`

export const addressDigest = (ctx: Context, address: string) =>
  ctx.keys.blindIndex('message address', address.toLowerCase())

/** Opens address and text. Those of somebody who was erased do not open, and are null. */
export async function openMessages(ctx: Context, rows: readonly SealedRow[]): Promise<Opened[]> {
  const keys = await keysOf(
    ctx,
    rows.flatMap(keyIds).filter((id) => id !== ctx.tenant),
  )
  const openOne = (row: SealedRow, column: 'address' | 'content') => {
    const sealed = row[column]
    if (sealed === null) return null
    const id = bytesToUuid(keyIdOf(sealed, 16))
    const key: DataKey | undefined = id === ctx.tenant ? ctx.keys.own : keys.get(id)
    return key ? open(key, place(ctx, column, row.id), sealed).toString() : null
  }
  return rows.map((row) => {
    const content = openOne(row, 'content')
    return { to: openOne(row, 'address'), content: content === null ? null : (JSON.parse(content) as Content) }
  })
}

const keyIds = ({ address }: SealedRow) => (address ? [bytesToUuid(keyIdOf(address, 16))] : [])
