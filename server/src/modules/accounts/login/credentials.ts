import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { sealedForPerson, sealerOf, TEXT } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { keysOf } from '../../customers/index.ts'
import type { Account } from './accounts.ts'
import type { HashedPassword } from './passwords/hash.ts'
import { sql } from './tables.ts'

/** `password` is an e-mail, with a password, or without one when it signs in by codes. */
export const CREDENTIAL_KINDS = ['password', 'phone', 'oidc', 'passkey'] as const
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number]

/** Sealed with the key of the customer who added it, who may have been merged since. */
const logins = sealedForPerson('account_credentials', 'sealed', TEXT)

/** Keyed digest of the typed login; only this tenant can compute it. */
export const loginDigest = (ctx: Context, kind: CredentialKind, login: string) =>
  ctx.keys.blindIndex(`login ${kind}`, login)

export async function addCredential(
  ctx: Context,
  account: Account,
  {
    kind,
    login,
    details = login,
    password,
    counter,
    proved,
  }: {
    kind: CredentialKind
    login: string
    details?: string
    password?: HashedPassword
    counter?: number
    proved: boolean
  },
): Promise<string> {
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .insertInto('account_credentials')
    .values({
      tenant_id: ctx.tenant,
      id,
      account_id: account.id,
      kind,
      digest: loginDigest(ctx, kind, login),
      sealed: logins.seal(ctx, account.key, { id }, details),
      secret: password?.secret ?? null,
      scheme: password?.scheme ?? null,
      counter: counter ?? null,
      proved_at: proved ? ctx.now : null,
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .execute()
  return id
}

const COLUMNS = [
  'id',
  'account_id',
  'kind',
  'digest',
  'sealed',
  'secret',
  'scheme',
  'proved_at',
  'created_at',
  'used_at',
] as const
const credentials = (ctx: Context) =>
  sql(ctx).selectFrom('account_credentials').select(COLUMNS).where('tenant_id', '=', ctx.tenant)
export type Credential = Awaited<ReturnType<ReturnType<typeof credentials>['execute']>>[0]

/** A credential with the id of the customer it belongs to. */
export type FoundCredential = Credential & { readonly customer_id: string | null }

/** Of several claims to a login: the verified one, else the oldest. A pending invitation has no password yet. */
export async function findCredential(
  ctx: Context,
  kind: CredentialKind,
  login: string,
): Promise<FoundCredential | null> {
  const found = await credentials(ctx)
    .select(({ selectFrom }) =>
      selectFrom('accounts')
        .select('customer_id')
        .whereRef('accounts.tenant_id', '=', 'account_credentials.tenant_id')
        .whereRef('accounts.id', '=', 'account_credentials.account_id')
        .as('customer_id'),
    )
    .where('kind', '=', kind)
    .where('digest', '=', loginDigest(ctx, kind, login))
    .$if(kind === 'password', (q) => q.where('secret', 'is not', null))
    .orderBy('proved_at', (order) => order.asc().nullsLast())
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

export async function passwordOf(ctx: Context, accountId: string): Promise<Credential | null> {
  const found = await credentials(ctx)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'password')
    .executeTakeFirst()
  return found ?? null
}

export function credentialsOf(ctx: Context, accountIds: readonly string[]): Promise<Credential[]> {
  return accountIds.length === 0
    ? Promise.resolve([])
    : credentials(ctx).where('account_id', 'in', accountIds).orderBy('created_at').orderBy('id').execute()
}

/** The login names of these credentials, without unreadable ones. */
export async function openLogins(ctx: Context, of: readonly Credential[]): Promise<ReadonlyMap<string, string>> {
  const keys = await keysOf(ctx, logins.people(ctx, of))
  return new Map(
    of.flatMap((one) => {
      const { value } = logins.show(ctx, keys, one)
      return value === null ? [] : [[one.id, value] as const]
    }),
  )
}

export async function openLogin(ctx: Context, credential: Credential): Promise<string> {
  return (await openLogins(ctx, [credential])).get(credential.id)!
}

/** Only if the hash is unchanged since it was read: a concurrent change wins. */
export async function changePasswordHash(
  ctx: Context,
  { id, secret }: Credential,
  password: HashedPassword,
): Promise<boolean> {
  let update = sql(ctx)
    .updateTable('account_credentials')
    .set({ ...password, changed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
  update = secret === null ? update.where('secret', 'is', null) : update.where('secret', '=', secret)
  return (await update.returning('id').executeTakeFirst()) !== undefined
}

/** The e-mail stays a login, by codes. */
export async function forgetPassword(ctx: Context, { id }: Credential): Promise<void> {
  await sql(ctx)
    .updateTable('account_credentials')
    .set({ secret: null, scheme: null, changed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}

/** Whether the hash is unchanged since it was read; it stays so until the end of the transaction. */
export async function standsStill(ctx: Context, { id, secret }: Credential): Promise<boolean> {
  const found = await sql(ctx)
    .selectFrom('account_credentials')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('secret', '=', secret)
    .forShare()
    .executeTakeFirst()
  return found !== undefined
}

/** Sealed with its former key, that of the customer who added it. */
export async function changeDetails(ctx: Context, { id, sealed }: Credential, details: string): Promise<void> {
  const holder = sealerOf(sealed)
  const key = holder === ctx.tenant ? ctx.keys.own : (await keysOf(ctx, [holder])).get(holder)!
  await sql(ctx)
    .updateTable('account_credentials')
    .set({ sealed: logins.seal(ctx, key, { id }, details), changed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}

/** Replaces the e-mail or phone of a credential by another verified one. */
export async function changeLogin(ctx: Context, account: Account, { id, kind }: Credential, login: string) {
  await sql(ctx)
    .updateTable('account_credentials')
    .set({
      digest: loginDigest(ctx, known(CREDENTIAL_KINDS, kind), login),
      sealed: logins.seal(ctx, account.key, { id }, login),
      proved_at: ctx.now,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}
