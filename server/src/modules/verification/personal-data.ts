import { sql as raw } from 'kysely'
import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import type { Holding } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { contactsToForget, identifierHistory } from '../customers/index.ts'
import { CONTACT_BYTES, type Contact, contactDigest } from './contact.ts'
import { sql } from './tables.ts'

/** Codes and tokens belong to a contact, not to a customer, so a merge that moves contacts moves them too. */
export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportVerifications,
  holdings,
  erase: eraseVerifications,
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

const OPENS_NOTHING: Text = {
  en: 'Codes and verification tokens of a contact without a holder.',
  ar: 'رموز وإثباتات لوسيلة تواصل لم تعد لأحد.',
}
const TABLES = [
  { table: 'verification_codes', contact: raw<Buffer>`contact` },
  { table: 'verification_tokens', contact: raw<Buffer>`contact` },
  // Starts with the contact, then the asker if there is one.
  { table: 'verification_counts', contact: raw<Buffer>`substring(subject for ${CONTACT_BYTES})` },
] as const

async function holdings(ctx: Context, customerId: string): Promise<readonly Holding[]> {
  const contacts = await digestsOf(ctx, customerId)
  const held: Holding[] = []
  for (const { table, contact } of TABLES) {
    const { rows } = await sql(ctx)
      .selectFrom(table)
      .select((q) => q.fn.countAll<number>().as('rows'))
      .where('tenant_id', '=', ctx.tenant)
      .where(contact, '=', raw<Buffer>`any (${contacts}::bytea[])`)
      .executeTakeFirstOrThrow()
    held.push({ table, rows, fate: 'erased', why: OPENS_NOTHING })
  }
  return held
}

async function eraseVerifications(ctx: Context, customerId: string): Promise<void> {
  const contacts = await digestsOf(ctx, customerId)
  for (const { table, contact } of TABLES) {
    await sql(ctx)
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant)
      .where(contact, '=', raw<Buffer>`any (${contacts}::bytea[])`)
      .execute()
  }
}

const digestsOf = async (ctx: Context, customerId: string) =>
  (await contactsToForget(ctx, customerId)).map((contact) => contactDigest(ctx, contact))

async function presentContacts(ctx: Context, customerId: string): Promise<Contact[]> {
  const history = await identifierHistory(ctx, customerId)
  return history.filter(({ validTo }) => validTo === null).map(({ type, value }) => ({ type, value }))
}
