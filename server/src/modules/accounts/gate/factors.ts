import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { BYTES, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import type { Account } from '../login/accounts.ts'
import { sql } from '../login/tables.ts'

/** The secret of an authenticator, or the phone for codes. */
const secrets = sealedForTenant('account_factors', 'sealed', BYTES)

const KINDS = ['totp', 'sms'] as const
export type FactorKind = (typeof KINDS)[number]

export interface Factor {
  readonly id: string
  readonly accountId: string
  readonly kind: FactorKind
  readonly secret: Buffer
}

/**
 * The second factors of a person over all their logins, so that a second login does not bypass them.
 */
export async function factorsOfPerson(ctx: Context, account: Person): Promise<Factor[]> {
  const rows = await confirmedRows(ctx, account).execute()
  return rows.map((row) => toFactor(ctx, row))
}
type Person = Pick<Account, 'id' | 'customerId'>

/** Their kinds, as part of another statement. */
export const kindsOfFactors = (ctx: Context, account: Person) =>
  raw<FactorKind[]>`array(${confirmedRows(ctx, account).clearSelect().select('kind')})`

const confirmedRows = (ctx: Context, { id, customerId }: Person) =>
  factorRows(ctx)
    .where((q) =>
      customerId === null
        ? q('account_id', '=', id)
        : q('account_id', 'in', (sub) =>
            sub
              .selectFrom('accounts')
              .select('id')
              .where('tenant_id', '=', ctx.tenant)
              .where('customer_id', '=', customerId),
          ),
    )
    .where('confirmed_at', 'is not', null)

/** The set-up that is not confirmed yet. */
export async function pendingFactor(ctx: Context, { id }: Account, kind: FactorKind): Promise<Factor | null> {
  const row = await factorRows(ctx)
    .where('account_id', '=', id)
    .where('kind', '=', kind)
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ? toFactor(ctx, row) : null
}

/** Counts once it is confirmed. Starting again replaces it. */
export async function beginFactor(ctx: Context, account: Account, kind: FactorKind, secret: Buffer): Promise<void> {
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .deleteFrom('account_factors')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account.id)
    .where('kind', '=', kind)
    .where('confirmed_at', 'is', null)
    .execute()
  await sql(ctx)
    .insertInto('account_factors')
    .values({
      tenant_id: ctx.tenant,
      id,
      account_id: account.id,
      kind,
      sealed: secrets.seal(ctx, { id }, secret),
      created_at: ctx.now,
    })
    .execute()
}

/** Replaces the one of its kind in use. */
export async function confirmFactor(ctx: Context, account: Account, { id, kind }: Factor): Promise<void> {
  await removeFactor(ctx, account, kind)
  await sql(ctx)
    .updateTable('account_factors')
    .set({ confirmed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .execute()
}

/** Whether this login had one in use. */
export async function removeFactor(ctx: Context, account: Account, kind: FactorKind): Promise<boolean> {
  const removed = await sql(ctx)
    .deleteFrom('account_factors')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account.id)
    .where('kind', '=', kind)
    .where('confirmed_at', 'is not', null)
    .returning('id')
    .execute()
  return removed.length > 0
}

/** Marks a time step as used; false if this or a later one was used before. */
export async function takeStep(ctx: Context, { id }: Factor, step: number): Promise<boolean> {
  const taken = await sql(ctx)
    .updateTable('account_factors')
    .set({ last_step: step })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where((q) => q.or([q('last_step', 'is', null), q('last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

const factorRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('account_factors')
    .select(['id', 'account_id', 'kind', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('kind', 'desc')
    .orderBy('id')
type Row = Awaited<ReturnType<ReturnType<typeof factorRows>['execute']>>[0]

const toFactor = (ctx: Context, row: Row): Factor => ({
  id: row.id,
  accountId: row.account_id,
  kind: known(KINDS, row.kind),
  secret: secrets.require(ctx, row),
})
