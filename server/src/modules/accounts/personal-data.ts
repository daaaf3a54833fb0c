import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import type { Moved } from '../../kit/personal-data.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { contactsToForget } from '../customers/index.ts'
import { exportHandOvers, forgetHandOvers, handOverHoldings } from './claims/hand-overs/personal-data.ts'
import { exportGuestTokens, forgetGuestTokens, guestTokenHoldings } from './gate/guests/personal-data.ts'
import { credentialsOf, openLogins } from './login/credentials.ts'
import { sql } from './login/tables.ts'
import { describeAccounts } from './people/of-customer/accounts-of-customer.ts'
import { endSessions, openSessions } from './session/sessions.ts'
import { describeLogins } from './ways-in/added-logins.ts'
import { forgetResets } from './ways-in/password/ask-for-reset.ts'

export const personalData: PersonalData = { knows, export: exportAccounts, holdings, erase, merge, unmerge }

/** A verified login, or one that was used after its creation. */
async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .where(({ or, exists, selectFrom, eb, ref }) =>
      or([
        eb('signed_in_at', '>', ref('created_at')),
        exists(
          selectFrom('account_credentials')
            .select('account_credentials.id')
            .whereRef('account_credentials.tenant_id', '=', 'accounts.tenant_id')
            .whereRef('account_credentials.account_id', '=', 'accounts.id')
            .where('proved_at', 'is not', null),
        ),
      ]),
    )
    .execute()
  return rows.flatMap(({ customer_id }) => customer_id ?? [])
}

/** Everything except the secrets. */
async function exportAccounts(ctx: Context, customerId: string) {
  const accounts = await describeAccounts(ctx, customerId, true)
  const ids = accounts.map(({ id }) => id)
  return {
    accounts,
    ...(await describeLogins(ctx, ids)),
    sessions: await openSessions(ctx, ids, { live: false }),
    numbersHandedOver: await exportHandOvers(ctx, customerId),
    guestTokens: await exportGuestTokens(ctx, customerId),
  }
}

const WAY_IN: Text = {
  en: 'It is useless once the person is gone.',
  ar: 'لم يعد هناك من يمكنه تسجيل الدخول به.',
}

async function holdings(ctx: Context, customerId: string) {
  const [described, wayIn] = [
    { fate: 'erased', why: DESCRIBES_THE_PERSON, by: ['account_id'] } as const,
    { fate: 'erased', why: WAY_IN, by: ['account_id'] } as const,
  ]
  return [
    ...(await countHoldings(sql(ctx), ctx.tenant, customerId, { accounts: { fate: 'erased', why: WAY_IN } })),
    ...(await countHoldings(sql(ctx), ctx.tenant, await accountsOf(ctx, customerId), {
      account_credentials: described,
      account_sessions: described,
      account_tokens: wayIn,
      account_factors: described,
      account_recovery_codes: wayIn,
    })),
    ...(await handOverHoldings(ctx, customerId)),
    ...(await guestTokenHoldings(ctx, customerId)),
  ]
}

/** Logins, sessions, second factors: all depend on the accounts. */
async function erase(ctx: Context, customerId: string): Promise<void> {
  await forgetHandOvers(ctx, customerId)
  await forgetGuestTokens(ctx, customerId)
  await forgetResets(ctx, await addressesOf(ctx, customerId))
  await sql(ctx)
    .deleteFrom('accounts')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  ctx.nudge('sessions')
}

/** The e-mails for which a reset may be pending: of the customer and of the logins. */
async function addressesOf(ctx: Context, customerId: string): Promise<ReadonlySet<string>> {
  const logins = await openLogins(ctx, await credentialsOf(ctx, await accountsOf(ctx, customerId)))
  const contacts = await contactsToForget(ctx, customerId)
  return new Set([...logins.values(), ...contacts.map(({ value }) => value)])
}

/** Moves the logins. If one customer has a second factor, sessions without one end. */
async function merge(ctx: Context, from: string, into: string): Promise<Moved> {
  const moved = await sql(ctx)
    .updateTable('accounts')
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning('id')
    .execute()
  const everyLogin = await accountsOf(ctx, into)
  if (await anyFactor(ctx, everyLogin)) {
    await endSessions(ctx, everyLogin, 'second_factor_changed', { withoutSecondFactor: true })
  }
  if (moved.length > 0) ctx.nudge('sessions')
  return { accounts: moved.map(({ id }) => id), counts: { logins: moved.length } }
}

const Remembered = z.object({ accounts: z.array(z.string()) })

async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { accounts } = Remembered.parse(moved)
  if (accounts.length === 0) return
  await sql(ctx)
    .updateTable('accounts')
    .set({ customer_id: from })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', accounts)
    .where('customer_id', '=', into)
    .execute()
  ctx.nudge('sessions')
}

async function accountsOf(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  return rows.map(({ id }) => id)
}

async function anyFactor(ctx: Context, accounts: readonly string[]): Promise<boolean> {
  if (accounts.length === 0) return false
  const found = await sql(ctx)
    .selectFrom('account_factors')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', 'in', accounts)
    .where('confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
