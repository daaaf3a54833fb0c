import { sql as raw } from 'kysely'
import { planningOf } from '../../kit/among.ts'
import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { type DataKey, sealedForPerson, sealerOf, TEXT } from '../../kit/sealed.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { EmailTaken, PhoneTaken } from './contract.ts'
import { outsideId } from './shapes.ts'
import { keysOf, openKeys } from './survivor.ts'
import { sql } from './tables.ts'

/** A phone as E.164, or an e-mail. */
const contacts = sealedForPerson('customer_identifiers', 'sealed', TEXT)

const IDENTIFIER_TYPES = ['phone', 'email'] as const
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number]

export interface Claim {
  readonly customerId: string
  readonly key: DataKey
  readonly type: IdentifierType
  readonly value: string
  readonly verified: boolean
}

/** Assigns these phones and e-mails to their customers, or refuses if another customer holds one. */
export async function claimIdentifiers(ctx: Context, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  const rows = claims.map((claim) => identifierRow(ctx, claim))
  const each = <K extends keyof (typeof rows)[0]>(column: K) => rows.map((row) => row[column])
  // One text for any number of rows: it is planned once.
  const { rows: claimed } = await raw<{ id: string }>`
    insert into customer_identifiers (tenant_id, id, customer_id, type, digest, sealed, verified_at, valid_from)
    select ${ctx.tenant}::uuid, one.*, ${ctx.now}
      from unnest(${each('id')}::uuid[], ${each('customer_id')}::uuid[], ${each('type')}::text[], ${each('digest')}::bytea[],
                  ${each('sealed')}::bytea[], ${each('verified_at')}::timestamptz[]) as one
        on conflict (tenant_id, type, digest) where valid_to is null do nothing
    returning id`.execute(sql(ctx))
  if (claimed.length === rows.length) return
  const mine = new Set(claimed.map(({ id }) => id))
  for (const claim of claims.filter((_, index) => !mine.has(rows[index]!.id))) {
    // After a merge a customer holds more than it shows.
    if ((await findHolder(ctx, claim.type, claim.value)) !== claim.customerId) throw await taken(ctx, claim)
  }
}

/** Ends the customer's current phone or e-mail; it stays in the history. */
export async function giveUpIdentifier(ctx: Context, customerId: string, type: IdentifierType, value: string) {
  await sql(ctx)
    .updateTable('customer_identifiers')
    .set({ valid_to: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('type', '=', type)
    .where('digest', '=', ctx.keys.blindIndex(type, value))
    .where('valid_to', 'is', null)
    .execute()
}

export async function findHolder(ctx: Context, type: IdentifierType, value: string): Promise<string | null> {
  const row = await sql(ctx)
    .selectFrom('customer_identifiers')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('type', '=', type)
    .where('digest', '=', ctx.keys.blindIndex(type, value))
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return row?.customer_id ?? null
}

/** The present holders of these phones and e-mails, by `phone +968…` and `email a@b.example`. */
export async function findHolders(
  ctx: Context,
  contacts: readonly Pick<Claim, 'type' | 'value'>[],
): Promise<ReadonlyMap<string, string>> {
  if (contacts.length === 0) return new Map()
  const digests = new Map(
    contacts.map(({ type, value }) => [
      ctx.keys.blindIndex(type, value).toString('hex'),
      { type, contact: `${type} ${value}` },
    ]),
  )
  const { rows } = await raw<{ digest: Buffer; customer_id: string }>`
    ${planningOf(contacts)} select held.digest, held.customer_id
      from unnest(${[...digests.values()].map(({ type }) => type)}::text[], ${[...digests.keys()].map((hex) => Buffer.from(hex, 'hex'))}::bytea[]) as asked(type, digest)
      join customer_identifiers held on held.tenant_id = ${ctx.tenant} and held.type = asked.type and held.digest = asked.digest
     where held.valid_to is null`.execute(sql(ctx))
  return new Map(rows.map(({ digest, customer_id }) => [digests.get(digest.toString('hex'))!.contact, customer_id]))
}

/** The current phones and e-mails of a customer. */
export function heldBy(ctx: Context, customerId: string) {
  return sql(ctx)
    .selectFrom('customer_identifiers')
    .select(['id', 'type', 'digest'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('valid_to', 'is', null)
    .execute()
}

/** Those of these customers with a current or former phone or e-mail. */
export async function everReachable(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('customer_identifiers')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/** Reassigns those that ended, unless another customer holds the value now. Returns which kinds had ended. */
export async function reopenIdentifiers(ctx: Context, ids: readonly string[]): Promise<readonly IdentifierType[]> {
  if (ids.length === 0) return []
  const reopened = await sql(ctx)
    .updateTable('customer_identifiers as ended')
    .set({ valid_to: null })
    .where('ended.tenant_id', '=', ctx.tenant)
    .where('ended.id', 'in', ids)
    .where('ended.valid_to', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('customer_identifiers as holder')
            .select('holder.id')
            .where('holder.tenant_id', '=', ctx.tenant)
            .whereRef('holder.type', '=', 'ended.type')
            .whereRef('holder.digest', '=', 'ended.digest')
            .where('holder.valid_to', 'is', null),
        ),
      ),
    )
    .returning('ended.type')
    .execute()
  return reopened.map(({ type }) => known(IDENTIFIER_TYPES, type))
}

/** Every current and former phone and e-mail, decrypted. A merged customer's are sealed with that customer's key. */
export async function identifierHistory(ctx: Context, customerId: string) {
  const keys = await sql(ctx)
    .selectFrom('data_keys')
    .select(['id', 'wrapped'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  const byId = openKeys(ctx, keys)
  const rows = await sql(ctx)
    .selectFrom('customer_identifiers')
    .select(['id', 'type', 'sealed', 'verified_at', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    // An unreadable one does not hide the others.
    const { value } = contacts.show(ctx, byId, row)
    if (value === null) return []
    return {
      type: known(IDENTIFIER_TYPES, row.type),
      value,
      verifiedAt: row.verified_at?.toISOString() ?? null,
      validFrom: row.valid_from.toISOString(),
      validTo: row.valid_to?.toISOString() ?? null,
    }
  })
}

/** The phones that these customers had, by customer. Those that cannot be read are left out. */
export async function formerPhonesOf(
  ctx: Context,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const former = new Map<string, string[]>()
  const rows = await sql(ctx)
    .selectFrom('customer_identifiers')
    .select(['id', 'customer_id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .where('type', '=', 'phone')
    .where('valid_to', 'is not', null)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return former
  const keys = await keysOf(
    ctx,
    rows.map(({ sealed }) => sealerOf(sealed)),
  )
  for (const row of rows) {
    const { value } = contacts.show(ctx, keys, row)
    if (value !== null) former.set(row.customer_id, [...(former.get(row.customer_id) ?? []), value])
  }
  return former
}

/** The phones and e-mails of this customer, also former ones that no other customer holds now. */
export async function contactsToForget(ctx: Context, customerId: string) {
  const known = new Map<string, { readonly type: IdentifierType; readonly value: string }>()
  for (const { type, value, validTo } of await identifierHistory(ctx, customerId)) {
    const holder = validTo === null ? customerId : await findHolder(ctx, type, value)
    if (holder === null || holder === customerId) known.set(`${type} ${value}`, { type, value })
  }
  return [...known.values()]
}

function identifierRow(ctx: Context, { customerId, key, type, value, verified }: Claim) {
  const id = uuidv7(ctx.now.getTime())
  return {
    id,
    customer_id: customerId,
    type,
    digest: ctx.keys.blindIndex(type, value),
    sealed: contacts.seal(ctx, key, { id }, value),
    verified_at: verified ? ctx.now : null,
  }
}

/** Names the holder only to callers who could look it up anyway. */
async function taken(ctx: Context, { type, value }: Claim) {
  const { may } = ctx.caller
  const holder = may.has('customers:read') && may.has('customers:contacts') ? await findHolder(ctx, type, value) : null
  const facts = holder === null ? {} : { customerId: outsideId(holder) }
  return type === 'phone' ? PhoneTaken(facts) : EmailTaken(facts)
}

/** What finds a contact among sealed ones, for modules that keep one without knowing the customer. */
export const contactDigest = (ctx: Context, type: IdentifierType, value: string): Buffer =>
  ctx.keys.blindIndex(type, value)
