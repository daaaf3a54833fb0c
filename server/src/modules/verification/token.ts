import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { sealedForTenant, TEXT } from '../../kit/sealed.ts'
import { bytesToUuid, uuidToBytes, uuidv7 } from '../../kit/uuid.ts'
import { type Contact, contactDigest } from './contact.ts'
import { TokenInvalid } from './contract.ts'
import { PURPOSES, type Purpose } from './purposes.ts'
import { sql } from './tables.ts'

export const TOKEN_VALID_MINUTES = 10
// In base64url: id 16 bytes | signature 32 bytes.
const FORM = /^[A-Za-z0-9_-]{64}$/

/** The phone or e-mail. */
const contacts = sealedForTenant('verification_tokens', 'sealed', TEXT, { mend: 'drop' })

interface Proved extends Contact {
  readonly purpose: Purpose
  readonly expires: Date
}

/**
 * The proof that the caller holds a contact, for one purpose and one use: signed with a key of this tenant. Its
 * row stores whether it was used, and no part of the signature.
 */
export function makeToken(ctx: Context, target: Contact & { purpose: Purpose }): string {
  const id = uuidv7(ctx.now.getTime())
  const expires = new Date(ctx.now.getTime() + TOKEN_VALID_MINUTES * 60_000)
  sql.insert(ctx, 'verification_tokens', [
    {
      tenant_id: ctx.tenant,
      id,
      purpose: target.purpose,
      type: target.type,
      contact: contactDigest(ctx, target),
      sealed: contacts.seal(ctx, { id }, target.value),
      created_at: ctx.now,
      expires_at: expires,
    },
  ])
  return Buffer.concat([uuidToBytes(id), signatureOf(ctx, id, { ...target, expires })]).toString('base64url')
}

/** Marks the token as used in the caller's transaction: if that is rolled back, the token stays valid. */
export async function useVerification(
  ctx: Context,
  token: string,
  { purpose }: { readonly purpose: Purpose | readonly Purpose[] },
): Promise<Contact> {
  if (!FORM.test(token)) throw TokenInvalid()
  const bytes = Buffer.from(token, 'base64url')
  const id = bytesToUuid(bytes.subarray(0, 16))
  const used = await sql(ctx)
    .updateTable('verification_tokens')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('purpose', 'in', [purpose].flat())
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning(['id', 'purpose', 'type', 'sealed', 'expires_at'])
    .executeTakeFirst()
  if (!used) throw TokenInvalid()
  const contact: Contact = {
    type: known(['phone', 'email'], used.type),
    value: contacts.require(ctx, used),
  }
  const signature = signatureOf(ctx, id, {
    ...contact,
    purpose: known(PURPOSES, used.purpose),
    expires: used.expires_at,
  })
  if (!timingSafeEqual(signature, bytes.subarray(16))) throw TokenInvalid()
  return contact
}

const signatureOf = (ctx: Context, id: string, { purpose, type, value, expires }: Proved) =>
  ctx.keys.digest('verification token', [id, purpose, type, expires.getTime(), value].join('|'))
