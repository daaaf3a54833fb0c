import type { AuditNote } from '../../../kit/audit.ts'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { LANGUAGES, type Language } from '../../../kit/language.ts'
import type { DataKey } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { ROLE_NAMES, type Role } from '../../../permissions.ts'
import { admissionOf, customerKey, mayReturn } from '../../customers/index.ts'
import { ACCOUNT_STATUSES } from './shapes.ts'
import { sql } from './tables.ts'

export interface Account {
  readonly id: string
  readonly customerId: string | null
  readonly role: Role | null
  readonly status: (typeof ACCOUNT_STATUSES)[number]
  readonly language: Language
  /** The key for data about the account's person. */
  readonly key: DataKey
}

export async function createAccount(
  ctx: Context,
  { customerId, role, status, language, sealed }: Omit<Account, 'id' | 'key'> & { sealed?: (id: string) => Buffer },
): Promise<Account> {
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .insertInto('accounts')
    .values({
      tenant_id: ctx.tenant,
      id,
      customer_id: customerId,
      role,
      status,
      language,
      sealed: sealed?.(id) ?? null,
      created_at: ctx.now,
    })
    .execute()
  return { id, customerId, role, status, language, key: await keyFor(ctx, customerId) }
}

export async function findAccount(ctx: Context, id: string, lock?: 'for update'): Promise<Account | null> {
  const row = await accountRow(ctx, id, lock)
  return row ? toAccount(row, await keyFor(ctx, row.customer_id)) : null
}

export async function accountRow(ctx: Context, id: string, lock?: 'for update'): Promise<AccountRow | undefined> {
  let query = sql(ctx).selectFrom('accounts').select(ACCOUNT).where('tenant_id', '=', ctx.tenant).where('id', '=', id)
  if (lock) query = query.forUpdate()
  return query.executeTakeFirst()
}

const ACCOUNT = ['id', 'customer_id', 'role', 'status', 'language'] as const
interface AccountRow {
  readonly id: string
  readonly customer_id: string | null
  readonly role: string | null
  readonly status: string
  readonly language: string
}

export const toAccount = (row: AccountRow, key: DataKey): Account => ({
  id: row.id,
  customerId: row.customer_id,
  role: known(ROLE_NAMES, row.role),
  status: known(ACCOUNT_STATUSES, row.status),
  language: known(LANGUAGES, row.language),
  key,
})

/** The current login's account, which existed a moment ago. */
export async function ownAccount(ctx: Context): Promise<Account> {
  const account = await findAccount(ctx, ctx.caller.signedIn!.account)
  if (!account) throw new Error('The account of a session is gone')
  return account
}

/** In the locking order of a sign-in: the customer before the account. */
export async function lockPerson(ctx: Context, { id, customerId }: Account): Promise<void> {
  if (customerId !== null) await admissionOf(ctx, customerId, 'although restricted')
  await accountRow(ctx, id, 'for update')
}

/** All logins of the same person; for staff only this one. */
export async function accountsOfPerson(ctx: Context, { id, customerId }: Account): Promise<string[]> {
  if (customerId === null) return [id]
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Writes to the history of the customer, or of the tenant for staff. */
export function auditAccount(
  ctx: Context,
  { id, customerId, key }: Account,
  action: string,
  { fields = [], after = {}, reason }: Partial<Pick<AuditNote, 'fields' | 'after' | 'reason'>> = {},
): void {
  const customer = customerId === null ? null : { id: customerId, key }
  ctx.audit({ action, customer, fields, after: { ...after, account: id }, reason })
}

/** Those of these customers with a login, also an unverified one. */
export async function withLogin(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.flatMap(({ customer_id }) => customer_id ?? [])
}

export const hasLogin = async (ctx: Context, customerId: string) => (await withLogin(ctx, [customerId])).length > 0

/** Staff have no customer and are not included. */
export async function mayComeIn(ctx: Context, { customerId }: Account): Promise<boolean> {
  return customerId === null || mayReturn(ctx, customerId)
}

const keyFor = async (ctx: Context, customerId: string | null) =>
  customerId === null ? ctx.keys.own : customerKey(ctx, customerId)
