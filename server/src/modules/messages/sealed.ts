import type { Context } from '../../kit/context.ts'
import { document, sealedForPerson, TEXT } from '../../kit/sealed.ts'
import { keysOf } from '../customers/index.ts'
import { Content } from './compose.ts'

export const addresses = sealedForPerson('messages', 'address', TEXT, { mend: 'clear' })
export const contents = sealedForPerson('messages', 'content', document(Content), { mend: 'clear' })

interface SealedRow {
  readonly id: string
  readonly address: Buffer | null
  readonly content: Buffer | null
}

export interface Opened {
  readonly to: string | null
  readonly content: Content | null
  readonly damaged: boolean
}

export const addressDigest = (ctx: Context, address: string) =>
  ctx.keys.blindIndex('message address', address.toLowerCase())

/** Opens recipient and text; null for an erased customer. */
export async function openMessages(ctx: Context, rows: readonly SealedRow[]): Promise<Opened[]> {
  const keys = await keysOf(ctx, [...addresses.people(ctx, rows), ...contents.people(ctx, rows)])
  return rows.map((row) => {
    const [to, content] = [addresses.show(ctx, keys, row), contents.show(ctx, keys, row)]
    return { to: to.value, content: content.value, damaged: to.damaged || content.damaged }
  })
}
