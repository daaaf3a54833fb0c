import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { TEST_MS } from '../../../test/patience.ts'
import { itself } from '../../kit/caller.ts'
import { inTenant } from '../../kit/transaction.ts'
import { ROLES } from '../../permissions.ts'
import { anEmail, aPerson, bearer, GOOD, logIn, sentTo } from '../accounts/accounts.harness.ts'
import * as accounts from '../accounts/contract.ts'
import { change, create, deactivate } from '../customers/contract.ts'
import { merge, undo } from '../merging/contract.ts'
import * as orders from '../orders/contract.ts'
import { aCustomer, anOrder } from '../orders/orders.harness.ts'
import { eraseCustomer } from '../privacy/contract.ts'
import { aRequest, aStub, daysAgo, runNamed } from '../privacy/privacy.harness.ts'
import { inside } from '../segments/segments.harness.ts'
import { verifyOtp } from '../verification/contract.ts'
import * as api from './contract.ts'
import { dayOf } from './counting/entries.ts'
import { rebuildStatistics, statistics } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const DRILL = 'KITH_DRILL_ROUNDS' in process.env
const HAPPENINGS = DRILL ? 10_000 : 160

const ACTS = [
  'guest',
  'stub',
  'order',
  'refund',
  'cancel',
  'change',
  'merge',
  'unmerge',
  'erase',
  'deactivate',
] as const

test(
  'figures are what counting everyone anew finds, after any history',
  async () => {
    const people: string[] = []
    const placed: string[] = []
    const merges: string[] = []
    const at = <T>(all: readonly T[], index: number) => all[index % all.length]!
    async function act(what: (typeof ACTS)[number], n: number) {
      if (what === 'guest') people.push((await shop.call(create, { type: 'guest' } as never)).body.id)
      if (what === 'stub' || people.length < 3) people.push((await aCustomer(shop)).customerId)
      const customerId = at(people, n)
      if (what === 'order') {
        const { status, body } = await shop.call(orders.place, { customerId, total: 1_000 * (n + 1) } as never)
        if (status === 201) placed.push(body.id)
      }
      if (what === 'refund' && placed.length) await shop.call(orders.refund, { orderId: at(placed, n) } as never)
      if (what === 'cancel' && placed.length) await shop.call(orders.cancel, { orderId: at(placed, n) } as never)
      if (what === 'change')
        await shop.call(change, { customerId, email: `p${n}${people.length}@example.com` } as never)
      if (what === 'merge') {
        const { status, body } = await shop.call(merge, {
          from: customerId,
          into: at(people, n + 1),
          reason: 'same',
        } as never)
        if (status < 300) merges.push(body.id)
      }
      if (what === 'unmerge' && merges.length)
        await shop.call(undo, { mergeId: merges.pop()!, reason: 'not the same' } as never)
      if (what === 'erase' && n % 4 === 0) await shop.call(eraseCustomer, { customerId, reason: 'requested' } as never)
      if (what === 'deactivate') await shop.call(deactivate, { customerId, reason: 'x' } as never)
    }
    const [history] = fc.sample(
      fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.nat(40)), { minLength: HAPPENINGS, maxLength: HAPPENINGS }),
      1,
    )
    for (const [what, n] of history!) await act(what, n)
    expect(await shop.run(rebuildStatistics)).toEqual({ corrected: 0, drifts: [] })

    // What was changed by hand is found and set right.
    await world.owner.query(
      `update statistics_days set count = count + 1 where tenant_id = $1 and figure = 'quality'`,
      [shop.id],
    )
    expect((await shop.run(rebuildStatistics)).drifts.length).toBeGreaterThan(0)
    expect((await shop.run(rebuildStatistics)).drifts).toEqual([])
  },
  TEST_MS + 100 * HAPPENINGS,
)

test('the list behind each figure has as many customers as the figure says', async () => {
  const total = async (query: Record<string, unknown>) =>
    (await shop.call(api.behind, { ...query, limit: '200' } as never)).body
  const { body: came } = await shop.call(api.acquisition, {})
  for (const [source, count] of Object.entries(came.bySource)) {
    let listed = 0
    for (const type of ['guest', 'stub', 'full'])
      listed += (await total({ figure: 'new', part: `${type}.${source}.`, from: came.from, to: came.to })).total
    expect(listed).toBe(count)
    expect((await total({ figure: 'new', part: `.${source}.`, from: came.from, to: came.to })).total).toBe(count)
  }
  for (const [channel, count] of Object.entries(came.byChannel))
    expect((await total({ figure: 'new', part: `.${channel}`, from: came.from, to: came.to })).total).toBe(count)
  for (const { step, reached } of came.funnel) {
    const list = await total({ figure: 'step', part: `${step}.`, from: came.from, to: came.to })
    expect([list.total, list.items.length]).toEqual([reached, Math.min(reached, 200)])
  }
  const { body: quality } = await shop.call(api.quality, {})
  for (const { field, missing } of quality.fields)
    expect((await total({ figure: 'quality', part: field })).total).toBe(missing)
  const { body: engagement } = await shop.call(api.engagement, {})
  for (const { f, m, from, to, customers } of engagement.rfm)
    expect((await total({ figure: 'rfm', part: `F${f}M${m}`, ...(from && { from }), to })).total).toBe(customers)
  for (const { month, months } of engagement.cohorts)
    for (const one of months) {
      const day = `${one.month}-01`
      expect((await total({ figure: 'cohort', part: month, from: day, to: day })).total).toBe(one.customers)
    }
  expect((await total({ figure: 'churn', part: 'late' })).total).toBe(engagement.churn.atRisk)
  expect((await total({ figure: 'churn', part: 'lost' })).total).toBe(engagement.churn.lost)
})

test('the list behind a figure is of the moment of the figure, whichever changes came since', async () => {
  const own = await aTenant(world)
  const person = async (firstName: string): Promise<string> =>
    (await own.call(create, { type: 'stub', firstName, phone: aPhone() })).body.id
  const [one, other, third] = [await person('Salma'), await person('Omar'), await person('Huda')]
  const [{ body: quality }, { body: came }] = [await own.call(api.quality, {}), await own.call(api.acquisition, {})]
  const { from, to, position } = came
  const [withoutNow, freshNow] = [{ figure: 'quality', part: 'email' } as const, { figure: 'new', from, to } as const]
  const [without, fresh] = [
    { ...withoutNow, position: quality.position },
    { ...freshNow, position },
  ]
  const listed = async (query: object) => {
    const { body } = await own.call(api.behind, query as never)
    return [body.total, body.items.map(({ customerId }: { customerId: string }) => customerId).sort()]
  }
  const then = [3, [one, other, third].sort()]
  expect([await listed(without), await listed(fresh)]).toEqual([then, then])
  expect((await own.call(change, { customerId: one, email: anEmail() })).status).toBe(200)
  const fourth = await person('Noor')
  expect([await listed(without), await listed(fresh)]).toEqual([then, then])
  expect(await listed(withoutNow)).toEqual([3, [other, third, fourth].sort()])
  expect((await listed(freshNow))[0]).toBe(4)
  // Page by page as well.
  const first = (await own.call(api.behind, { ...without, limit: '2' } as never)).body
  const rest = (await own.call(api.behind, { ...without, limit: '2', cursor: first.nextCursor } as never)).body
  expect([first.items.length, rest.items.length, rest.total]).toEqual([2, 1, 3])
  // Of who is erased nothing is left, of no moment.
  expect((await own.call(eraseCustomer, { customerId: one, reason: 'requested' } as never)).status).toBe(201)
  expect(await listed(without)).toEqual([2, [other, third].sort()])
  expect((await rival.call(api.behind, without as never)).body.code).toBe('cursor_invalid')
  const fold = statistics.jobs.find(({ name }) => name === 'fold-statistics')!
  await inTenant(world.kith.db, itself(own.id, 'test'), (ctx) => fold.run(ctx))
  expect(await listed(fresh)).toEqual([2, [other, third].sort()])
})

async function aManager(own: Shop) {
  const email = anEmail()
  await own.call(accounts.inviteStaff, { email, role: 'manager', name: 'Huda' })
  const { token } = await sentTo(own, email, 'staff_invitation')
  const { body } = await own.visitor().call(accounts.acceptInvitation, { token, password: GOOD })
  return bearer(own, body.accessToken)
}

/** The same, at a till. */
async function atATill(own: Shop) {
  const manager = await aManager(own)
  const { body } = await own.call(accounts.registerTill, { name: 'Counter' })
  const paired = await own.visitor().call(accounts.pairTill, { pairingCode: body.pairingCode })
  const { tillToken } = paired.body
  expect((await manager.call(accounts.setPin, { pin: '4071', tillToken })).status).toBe(200)
  const { items } = (await own.visitor().call(accounts.operators, { tillToken })).body
  const signedIn = await own
    .visitor()
    .call(accounts.signInByPin, { accountId: items[0].accountId, pin: '4071', tillToken })
  return bearer(own, signedIn.body.accessToken)
}

test('who came is counted by where they were entered, also when they become more and are counted anew', async () => {
  const own = await aTenant(world)
  const manager = await aManager(own)
  const firstName = 'Salim'
  await own.call(create, { type: 'guest' } as never)
  await own.call(create, { type: 'guest', channel: 'till' } as never)
  await own.call(create, { type: 'guest', createdAt: '2026-01-02T03:04:05Z', channel: 'till' } as never)
  await manager.call(create, { firstName, phone: aPhone() } as never)
  await (await atATill(own)).call(create, { firstName, phone: aPhone() } as never)
  const byBrowser = { headers: { 'user-agent': 'Mozilla/5.0' } }
  const given = () => ({ email: anEmail(), password: GOOD, firstName })
  expect((await own.visitor().call(accounts.register, given() as never, byBrowser)).status).toBeLessThan(300)
  expect(
    (await own.visitor().call(accounts.register, given() as never, { headers: { 'user-agent': 'okhttp/4' } })).status,
  ).toBeLessThan(300)
  const came = async () =>
    (await own.call(api.acquisition, { from: '2026-01-01', to: dayOf(new Date(), 'Asia/Muscat') } as never)).body
  const counted = { api: 1, till: 2, import: 1, office: 1, shop: 1, app: 1 }
  expect((await came()).byChannel).toEqual(counted)
  const { items } = (await own.call(api.behind, { figure: 'new', part: '.till' } as never)).body
  const guest = items.find(({ type }: { type: string }) => type === 'guest')
  await own.call(change, { customerId: guest.customerId, firstName, phone: aPhone() } as never)
  expect(await came()).toMatchObject({ byChannel: counted, byType: { guest: 2, stub: 5 } })
  expect(await own.run(rebuildStatistics)).toEqual({ corrected: 0, drifts: [] })
})

test('who was counted before there were channels is listed as the figures say', async () => {
  const own = await aTenant(world)
  await own.call(create, { type: 'guest' } as never)
  await own.call(create, { type: 'guest', channel: 'till' } as never)
  for (const table of ['statistics_people', 'statistics_days'])
    await world.owner.query(
      `update ${table} set part = regexp_replace(part, '[.][^.]*$', '') where tenant_id = $1 and figure = 'new'`,
      [own.id],
    )
  const { byChannel, bySource } = (await own.call(api.acquisition, {})).body
  expect(byChannel).toEqual({ unknown: 2 })
  const [source] = Object.keys(bySource)
  const listed = async (part: string) => (await own.call(api.behind, { figure: 'new', part } as never)).body.total
  expect(await listed('.unknown')).toBe(2)
  expect(await listed(`.${source}.`)).toBe(2)
  // A source is no channel.
  expect(await listed(`.${source}`)).toBe(0)
})

test('half of those who went on did so within the median time', async () => {
  const own = await aTenant(world)
  const guests = []
  for (let n = 0; n < 3; n++) guests.push((await own.call(create, { type: 'guest' } as never)).body.id)
  // They came 10, 60 and 600 minutes before they said who they are.
  for (const [n, minutes] of [10, 60, 600].entries())
    await world.owner.query(`update customers set created_at = now() - $2 * interval '1 minute' where id = $1`, [
      inside(guests[n]),
      minutes,
    ])
  for (const customerId of guests) await own.call(change, { customerId, firstName: 'Salim', phone: aPhone() } as never)
  const { body } = await own.call(api.acquisition, {
    from: dayOf(new Date(Date.now() - 86_400_000), 'Asia/Muscat'),
    to: dayOf(new Date(), 'Asia/Muscat'),
  } as never)
  const [stub, full] = body.funnel
  expect(stub.reached).toBe(3)
  // Right to a tenth.
  expect(stub.medianMinutes / 60).toBeGreaterThan(0.9)
  expect(stub.medianMinutes / 60).toBeLessThan(1.1)
  expect(full).toEqual({ step: 'full', reached: 0, medianMinutes: null })
})

test('a refund changes what the order brought, and a job that compacts changes nothing', async () => {
  const own = await aTenant(world)
  const { customerId } = await aCustomer(own)
  const { id: orderId } = await anOrder(own, { customerId, total: 400_000 })
  const grid = async () =>
    (await own.call(api.engagement, {})).body.rfm.map(({ f, m, customers }: Record<string, number>) => [
      f,
      m,
      customers,
    ])
  expect(await grid()).toEqual([[1, 4, 1]])
  await own.call(orders.refund, { orderId, amount: 395_000 } as never)
  expect(await grid()).toEqual([[1, 1, 1]])
  for (const { run } of statistics.jobs) await own.run((ctx) => run(ctx))
  expect(await grid()).toEqual([[1, 1, 1]])
  await own.call(orders.cancel, { orderId } as never)
  expect(await grid()).toEqual([])
})

test('points and consents are counted by day, also of days that are over', async () => {
  const own = await aTenant(world)
  const { customerId } = await aCustomer(own)
  await anOrder(own, { customerId, total: 10_000 })
  const given = async () => (await own.call(api.points, {})).body.total.given
  const before = await given()
  expect(before).toBeGreaterThan(0)
  await world.owner.query(`update loyalty_entries set at = at - interval '3 days' where tenant_id = $1`, [own.id])
  // Also when two processes begin at once.
  for (const { run } of statistics.jobs) await Promise.all([1, 2].map(() => own.run((ctx) => run(ctx))))
  expect(await given()).toBe(before)
})

test('registrations that succeeded are those that began a session, and no other customers', async () => {
  const own = await aTenant(world)
  for (let n = 0; n < 3; n++) await aPerson(own)
  await aCustomer(own)
  const weak = { email: anEmail(), password: 'password1', firstName: 'Salim' }
  await own.visitor().call(accounts.register, weak as never)
  const { registration } = (await own.call(api.reliability, {})).body
  expect(registration).toMatchObject({ succeeded: 3, failed: 1, share: 0.75 })
  expect(registration.reasons).toEqual([{ reason: 'invalid', said: expect.any(String), tries: 1 }])
})

test('failures of sign-ins and codes are counted by their reason, in words of both languages', async () => {
  const own = await aTenant(world)
  const { email } = await aPerson(own)
  for (let n = 0; n < 2; n++) await logIn(own, email, 'not the password')
  const phone = aPhone()
  await own.visitor().call(verifyOtp, { phone, purpose: 'sign_in', code: '000000' } as never)
  const refused = async (language: string) =>
    (await own.call(api.reliability, {}, { headers: { 'accept-language': language } })).body.refused
  const [english, arabic] = [await refused('en'), await refused('ar')]
  expect(english.map(({ way, reason, tries }: Record<string, unknown>) => [way, reason, tries])).toEqual([
    ['password', 'auth.wrong_credentials', 2],
    ['code', 'verification.code_invalid', 1],
  ])
  for (const { said, reason } of english)
    expect([said, said === reason]).toEqual([expect.stringMatching(/^[A-Z]/), false])
  for (const { said } of arabic) expect(said).toMatch(/[\u0600-\u06ff]/)
})

test('incidents are counted as they happen, as a share of the sign-ins', async () => {
  const own = await aTenant(world)
  const { body, customerId } = await aPerson(own)
  const next = (refreshToken: string) => own.visitor().call(accounts.refresh, { refreshToken } as never)
  const second = (await next(body.refreshToken)).body
  expect((await next(second.refreshToken)).status).toBe(200)
  // One that was used long ago: a copy exists.
  expect((await next(body.refreshToken)).status).toBe(401)
  expect((await own.call(accounts.endCustomerSessions, { customerId, takeover: true })).status).toBe(200)
  const { incidents } = (await own.call(api.reliability, {})).body
  expect(incidents).toMatchObject({
    kinds: [
      { kind: 'refresh_token_reused', count: 1 },
      { kind: 'takeover_reported', count: 1 },
      { kind: 'number_handed_over', count: 0 },
      { kind: 'own_failures', count: 0 },
    ],
    ...{ signIns: 1, share: 2, target: 0.001 },
  })
})

test('a privacy request is overdue on the day it came, so that none is in time that was not', async () => {
  const own = await aTenant(world)
  const { id } = await aStub(own)
  const [late, later] = [daysAgo(40), daysAgo(41)]
  for (const receivedAt of [late, later, later, daysAgo(2)]) await aRequest(own, id, 'access', receivedAt)
  await runNamed(world, 'alarm-privacy-requests')
  const of = async (from: string, to: string) => {
    const [first, last] = [from, to].map((at) => dayOf(new Date(at), 'Asia/Muscat'))
    return (await own.call(api.reliability, { from: first, to: last } as never)).body.privacy
  }
  expect(await of(late, late)).toMatchObject({ received: 1, overdue: 1, inTime: 0 })
  expect(await of(later, later)).toMatchObject({ received: 2, overdue: 2, inTime: 0 })
  expect(await of(daysAgo(2), daysAgo(0))).toMatchObject({ received: 1, overdue: 0, inTime: 1 })
  expect(await of(later, daysAgo(0))).toMatchObject({ received: 4, overdue: 3, inTime: 0.25 })
})

test('what needs doing is counted for those who may do it, and what is in order is left out', async () => {
  const own = await aTenant(world)
  const todo = async (by: Pick<Shop, 'call'> = own) => (await by.call(api.todo, {})).body.items
  const { id } = await aStub(own)
  await aRequest(own, id, 'access', daysAgo(0))
  await own.call(accounts.registerTill, { name: 'Not paired yet' })
  const { body: till } = await own.call(accounts.registerTill, { name: 'Counter' })
  await own.visitor().call(accounts.pairTill, { pairingCode: till.pairingCode })
  await world.owner.query('update tills set used_at = now() where id = $1', [till.id])
  const ran = async (state: string) =>
    world.owner.query(
      `insert into job_runs (tenant_id, id, job, state, asked_at, started_at, finished_at)
       values ($1, gen_random_uuid(), 'fold-statistics', $2, clock_timestamp(), now(), now())`,
      [own.id, state],
    )
  await ran('failed')
  await ran('done')
  expect(await todo()).toEqual([])

  await aRequest(own, id, 'access', daysAgo(60))
  await world.owner.query(`update tills set used_at = now() - interval '3 days' where id = $1`, [till.id])
  await ran('failed')
  expect(await todo()).toEqual([
    { what: 'overdue', count: 1 },
    { what: 'jobs', count: 1 },
    { what: 'tills', count: 1 },
  ])
  expect(await todo(await own.with(...ROLES['privacy-officer']))).toEqual([{ what: 'overdue', count: 1 }])
  expect(await todo(await own.with(...ROLES.manager))).toEqual([{ what: 'tills', count: 1 }])
  expect(await todo(await own.with(...ROLES.cashier))).toEqual([])
  expect(await todo(rival)).toEqual([])
  expect((await own.visitor().call(api.todo, {})).status).toBe(401)
})

test('an analyst sees figures and no person; a neighbour sees their own alone', async () => {
  const analyst = await shop.with(...ROLES.analyst)
  for (const one of [api.acquisition, api.quality, api.engagement, api.points, api.consent, api.reliability]) {
    expect((await analyst.call(one, {})).status).toBe(200)
    expect((await (await shop.with(...ROLES.cashier)).call(one, {})).status).toBe(403)
  }
  expect((await analyst.call(api.behind, { figure: 'new' } as never)).status).toBe(403)
  expect((await rival.call(api.behind, { figure: 'new' } as never)).body.total).toBe(0)
  expect((await rival.call(api.acquisition, {})).body.total).toBe(0)
})
