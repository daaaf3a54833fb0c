import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { answerSignIn, completeSignIn } from '../../gate/complete-sign-in.ts'
import { accountRow, ownAccount } from '../../login/accounts.ts'
import { readSignInSettings } from '../../login/settings.ts'
import type { SignInAnswer } from '../../login/shapes.ts'
import { listStaff } from '../../login/staff/members.ts'
import { sql as accounts } from '../../login/tables.ts'
import { awakeUntil, endTillSessions } from '../../session/till/sessions.ts'
import { sql } from '../../session/till/tables.ts'
import { SESSION_SPAN } from '../../session/tokens/validity.ts'
import { noteFailedSignIn } from '../failed-sign-in.ts'
import {
  type operators,
  PIN_TRIES,
  type setPin as setPinEndpoint,
  type signInByPin as signInEndpoint,
} from './contract.ts'
import { requireDevice, tillTokenOf } from './device.ts'
import { type FullSignIn, isTooOld, keepPin, tryPin } from './pin.ts'
import { PinOver, StaffOnly, WrongPin } from './refusals.ts'

/** After a full sign-in on this device: the session belongs to the till, and later ones begin with the PIN. */
export async function setPin(
  entrance: Entrance,
  input: Input<typeof setPinEndpoint>,
): Promise<Answered<{ done: true }>> {
  await inTenant(entrance.db, entrance.caller, async (ctx) => {
    const { session } = ctx.caller.signedIn!
    const till = await requireDevice(ctx, tillTokenOf(entrance, input))
    const account = await ownAccount(ctx)
    if (account.role === null) throw StaffOnly()
    await endTillSessions(ctx, till.id, 'till_taken_over', session)
    const fullSignIn = await fullSignInOf(ctx, session)
    await moveToTill(ctx, session, till.id, fullSignIn.at)
    await keepPin(ctx, { till: till.id, account: account.id }, input.pin, fullSignIn)
    ctx.audit({
      action: 'till.pin_set',
      customer: null,
      fields: ['pin'],
      after: { till: till.id, account: account.id },
    })
  })
  return { body: { done: true } }
}

/** A wrong PIN is counted and committed; a refusal of the gate is not counted. */
export async function signInByPin(
  entrance: Entrance,
  input: Input<typeof signInEndpoint>,
): Promise<Answered<SignInAnswer>> {
  const { accountId, pin, session } = input
  const outcome = await inTenant(entrance.db, entrance.caller, async (ctx) => {
    const till = await requireDevice(ctx, tillTokenOf(entrance, input))
    const tried = await tryPin(ctx, { till: till.id, account: accountId }, pin)
    if (tried === 'over' || 'triesLeft' in tried) {
      const account = await accountRow(ctx, accountId)
      const login = account ? { accountId, customerId: account.customer_id } : null
      await noteFailedSignIn(ctx, login, { factor: 'pin', till: till.id })
      return tried
    }
    const wish = { session, deviceName: till.name, till: { id: till.id, fullSignInAt: tried.at.toISOString() } }
    return completeSignIn(ctx, { accountId, factor: 'pin', secondFactor: tried.secondFactor, wish })
  })
  if (outcome === 'over') throw PinOver()
  if ('triesLeft' in outcome) throw WrongPin({ triesLeft: outcome.triesLeft })
  return answerSignIn(entrance, outcome)
}

export async function listOperators(
  entrance: Entrance,
  input: Input<typeof operators>,
): Promise<Answered<Output<typeof operators>>> {
  const body = await inTenant(entrance.db, entrance.caller, async (ctx) => {
    const till = await requireDevice(ctx, tillTokenOf(entrance, input))
    const pins = await sql(ctx)
      .selectFrom('till_pins')
      .select(['account_id', 'attempts', 'signed_in_at'])
      .where('tenant_id', '=', ctx.tenant)
      .where('till_id', '=', till.id)
      .execute()
    const staff = (await listStaff(ctx)).items.filter(({ status }) => status === 'active')
    const items = staff.flatMap(({ id, name, role }) => {
      const pin = pins.find(({ account_id }) => account_id === id)
      if (!pin) return []
      return [{ accountId: id, name, role, usable: pin.attempts < PIN_TRIES && !isTooOld(ctx, pin.signed_in_at) }]
    })
    return { till, idleMinutes: (await readSignInSettings(ctx)).tillIdleMinutes, items }
  })
  return { body }
}

/** Authenticating again does not renew a till session, or a password alone would replace a second factor for ever. */
async function fullSignInOf(ctx: Context, session: string): Promise<FullSignIn> {
  const row = await accounts(ctx)
    .selectFrom('account_sessions')
    .select(['till_id', 'created_at', 'ends_at', 'second_factor'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', session)
    .executeTakeFirstOrThrow()
  const onTill = new Date(row.ends_at.getTime() - SESSION_SPAN.till.mostMs)
  return { at: row.till_id === null ? row.created_at : onTill, secondFactor: row.second_factor }
}

async function moveToTill(ctx: Context, session: string, till: string, fullSignInAt: Date): Promise<void> {
  const { idleMs, mostMs } = SESSION_SPAN.till
  const ends = fullSignInAt.getTime() + mostMs
  await accounts(ctx)
    .updateTable('account_sessions')
    .set({
      till_id: till,
      awake_until: await awakeUntil(ctx),
      ends_at: new Date(ends),
      expires_at: new Date(Math.min(ctx.now.getTime() + idleMs, ends)),
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', session)
    .execute()
  ctx.nudge('sessions')
}
