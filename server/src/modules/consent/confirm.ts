import { randomBytes } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { confirmContact, contactsOf, keyHolder, noteSeen, readContacts } from '../customers/index.ts'
import { sendMessage } from '../messages/index.ts'
import { type Known, type Published, readDocuments } from './documents.ts'
import { readHistory } from './history.ts'
import { decisionInForce, holderOf, NOW, nextMoment } from './in-force.ts'
import { linkTo } from './links.ts'
import { type NewDecision, type Particulars, recordDecision } from './record.ts'
import { ConfirmationJustSent, EmailNeeded } from './refusals.ts'
import { sql } from './tables.ts'

const CONFIRM_WITHIN_DAYS = 7
const ASK_AGAIN_AFTER_SECONDS = 60

/** The first step of double opt-in: counts once the link in the e-mail is followed. Only the digest of the link is stored. */
export async function requestConfirmation(
  ctx: Context,
  key: DataKey,
  given: NewDecision,
  particulars: Particulars,
): Promise<void> {
  const { customerId, language } = given
  const { email } = await contactsOf(ctx, customerId)
  if (email === null) throw EmailNeeded()
  await refuseHaste(ctx, customerId)

  const decision = { ...given, decision: 'requested', particulars: { ...particulars, address: email } } as const
  const { id } = await recordDecision(ctx, key, decision)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + CONFIRM_WITHIN_DAYS * 86_400_000)
  await sql(ctx)
    .insertInto('consent_confirmations')
    .values({
      tenant_id: ctx.tenant,
      digest: digestOf(ctx, token),
      customer_id: customerId,
      event_id: id,
      address: addressDigest(ctx, email),
      expires_at: expiresAt,
    })
    .execute()
  await sendMessage(ctx, {
    channel: 'email',
    to: email,
    template: 'confirm_marketing',
    values: { link: linkTo(ctx, 'consent-confirmations', token) },
    language,
    customerId,
    expiresAt,
  })
}

/** Limits e-mails, so that a mailbox cannot be flooded. */
async function refuseHaste(ctx: Context, customerId: string): Promise<void> {
  const sentAfter = ctx.now.getTime() - ASK_AGAIN_AFTER_SECONDS * 1_000
  const recent = await sql(ctx)
    .selectFrom('consent_confirmations')
    .select('expires_at')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('expires_at', '>', new Date(sentAfter + CONFIRM_WITHIN_DAYS * 86_400_000))
    .executeTakeFirst()
  if (recent) throw ConfirmationJustSent({}, { 'retry-after': String(ASK_AGAIN_AFTER_SECONDS) })
}

export interface Asked {
  readonly customerId: string
  readonly document: Known
  /** The version that was asked about, even if there is a newer one. */
  readonly version: Published
  readonly next: Date
}

/** The decision that this link would confirm; null if the link is unknown or expired. */
export async function findConfirmation(ctx: Context, token: string): Promise<Asked | null> {
  const row = await sql(ctx)
    .selectFrom('consent_confirmations')
    .select(['customer_id', 'event_id', 'address'])
    .where('tenant_id', '=', ctx.tenant)
    .where('digest', '=', digestOf(ctx, token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row) return null
  const history = await readHistory(ctx, [row.customer_id])
  const customerId = holderOf(history.merges, row.customer_id)
  const decision = history.decisions.find(({ id }) => id === row.event_id)!
  const document = (await readDocuments(ctx)).find(({ id }) => id === decision.documentId)!
  const { email } = await contactsOf(ctx, customerId)
  const counts = decisionInForce(history, { person: customerId, documentId: document.id, at: NOW })
  const stillAsked = counts?.id === row.event_id && document.retiredAt === null
  const sameAddress = email !== null && row.address.equals(addressDigest(ctx, email))
  const version = document.versions.find((one) => one.version === decision.version)!
  return stillAsked && sameAddress ? { customerId, document, version, next: nextMoment(history, ctx.now) } : null
}

export async function confirmConsent(ctx: Context, token: string): Promise<Asked | null> {
  const seen = await findConfirmation(ctx, token)
  if (!seen) return null
  // Checked again behind the lock: of two clicks at once, one counts.
  const customer = await keyHolder(ctx, seen.customerId, 'for update')
  const { key } = customer
  noteSeen(ctx, customer)
  const asked = await findConfirmation(ctx, token)
  if (!asked) return null
  await sql(ctx)
    .updateTable('consent_confirmations')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('digest', '=', digestOf(ctx, token))
    .execute()
  const { customerId, document, version, next } = asked
  const { email, locale } = await contactsOf(ctx, customerId)
  await recordDecision(ctx, key, {
    customerId,
    document,
    version,
    language: locale,
    decision: 'granted',
    source: 'confirmation',
    at: next,
    particulars: { address: email! },
  })
  await proveMailbox(ctx, customerId)
  return asked
}

/** The link was sent to this address only, and is valid only while it is the customer's current one. */
async function proveMailbox(ctx: Context, customerId: string): Promise<void> {
  const { value, verified } = (await readContacts(ctx, customerId)).email
  if (value !== null && !verified) await confirmContact(ctx, { customerId, type: 'email', value })
}

/** Expired links. */
export async function forgetConfirmations(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('consent_confirmations')
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '<', ctx.now)
    .execute()
}

const digestOf = (ctx: Context, token: string) => ctx.keys.digest('consent confirmation', token)
const addressDigest = (ctx: Context, email: string) => ctx.keys.digest('consent address', email)
