import type { Context } from '../../../../kit/context.ts'
import type { Output } from '../../../../kit/endpoint.ts'
import { known } from '../../../../kit/known.ts'
import { maskEmail, maskPhone, requireRow } from '../../../customers/index.ts'
import { CREDENTIAL_KINDS, type Credential, credentialsOf, openLogins } from '../../login/credentials.ts'
import { ACCOUNT_STATUSES } from '../../login/shapes.ts'
import { sql } from '../../login/tables.ts'
import type * as api from './contract.ts'

type Listed = Output<typeof api.accountsOfCustomer>['items'][0]

/** Every login of a customer, for callers who may read the customer. */
export async function accountsOfCustomer(ctx: Context, { customerId }: { customerId: string }) {
  await requireRow(ctx, customerId)
  return { items: await describeAccounts(ctx, customerId, ctx.caller.may.has('customers:contacts')) }
}

export async function describeAccounts(ctx: Context, customerId: string, opened: boolean): Promise<Listed[]> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select(['id', 'status', 'created_at', 'signed_in_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const credentials = await credentialsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const logins = await openLogins(ctx, credentials)
  return rows.map((row) => ({
    id: row.id,
    status: known(ACCOUNT_STATUSES, row.status),
    createdAt: row.created_at.toISOString(),
    signedInAt: row.signed_in_at?.toISOString() ?? null,
    credentials: credentials
      .filter(({ account_id }) => account_id === row.id)
      .map((one) => ({
        kind: one.kind === 'password' && one.secret === null ? 'email' : known(CREDENTIAL_KINDS, one.kind),
        login: shown(one, logins.get(one.id), opened),
        proved: one.proved_at !== null,
      })),
  }))
}

/** An unverified claim may be a stranger's contact: it is masked for every caller. */
function shown({ kind, proved_at }: Credential, login: string | undefined, opened: boolean): string | null {
  if (login === undefined || (kind !== 'password' && kind !== 'phone')) return null
  if (opened && proved_at !== null) return login
  return kind === 'phone' ? maskPhone(login) : maskEmail(login)
}
