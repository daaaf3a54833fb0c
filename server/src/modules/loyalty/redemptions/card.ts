import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { keyHolder } from '../../customers/index.ts'
import { CardInvalid } from '../refusals.ts'
import { type NoteKind, readNote, signNote } from './signed.ts'

const CARD_VALID_SECONDS = 120
const Claims = z.object({ sub: z.uuid() })
const CARD: NoteKind<typeof Claims> = { typ: 'kith-card', claims: Claims }

/** What the app of a signed-in customer shows at the counter, as a QR code. */
export async function showCard(ctx: Context, { customerId }: { readonly customerId: string }) {
  const { id } = await keyHolder(ctx, customerId)
  const expires = new Date(ctx.now.getTime() + CARD_VALID_SECONDS * 1_000)
  const card = signNote(ctx, CARD, { sub: id, jti: randomUUID(), expires })
  return { card, expiresAt: expires.toISOString(), expiresInSeconds: CARD_VALID_SECONDS }
}

export function readCard(ctx: Context, card: string): { readonly sub: string; readonly jti: string } {
  const read = readNote(ctx, CARD, card)
  if (!read || read.expires <= ctx.now) throw CardInvalid()
  return read
}
