import type { Context } from '../../kit/context.ts'
import type { PersonalData } from '../../kit/module.ts'
import { identifierHistory } from '../customers/index.ts'
import { type Contact, contactDigest } from './contact.ts'
import { sql } from './tables.ts'

/** Codes and proofs belong to a contact. Who has the contact has them, so a merge that moves contacts moves them too. */
export const personalData: PersonalData = {
  export: exportVerifications,
  erase: eraseVerifications,
  merge: async () => ({}),
  unmerge: async () => {},
}

async function exportVerifications(ctx: Context, customerId: string) {
  const verifications = []
  for (const contact of await presentContacts(ctx, customerId)) {
    const rows = await sql(ctx)
      .selectFrom('verification_codes')
      .select(['purpose', 'attempts', 'created_at', 'expires_at', 'verified_at'])
      .where('tenant_id', '=', ctx.tenant)
      .where('type', '=', contact.type)
      .where('contact', '=', contactDigest(ctx, contact))
      .orderBy('created_at')
      .execute()
    for (const row of rows) {
      verifications.push({
        ...contact,
        purpose: row.purpose,
        attempts: row.attempts,
        sentAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        verifiedAt: row.verified_at?.toISOString() ?? null,
      })
    }
  }
  return { verifications }
}

async function eraseVerifications(ctx: Context, customerId: string): Promise<void> {
  for (const contact of await presentContacts(ctx, customerId)) {
    for (const table of ['verification_codes', 'verification_tokens'] as const) {
      await sql(ctx)
        .deleteFrom(table)
        .where('tenant_id', '=', ctx.tenant)
        .where('type', '=', contact.type)
        .where('contact', '=', contactDigest(ctx, contact))
        .execute()
    }
  }
}

async function presentContacts(ctx: Context, customerId: string): Promise<Contact[]> {
  const history = await identifierHistory(ctx, customerId)
  return history.filter(({ validTo }) => validTo === null).map(({ type, value }) => ({ type, value }))
}
