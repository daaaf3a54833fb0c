import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLog } from '../../src/kit/log.ts'
import { anEmail, GOOD, mailTo, sentTo } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import { deliverEvents } from '../../src/modules/events/index.ts'
import * as api from '../../src/modules/privacy/contract.ts'
import { privacy } from '../../src/modules/privacy/index.ts'
import { aRequest, aStub, daysAgo, runNamed } from '../../src/modules/privacy/privacy.harness.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const overview = async (at: Pick<Shop, 'call'> = shop) => (await at.call(api.overview, {})).body
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const aBreach = (noticedAt: string, at = shop) =>
  at.call(api.recordBreach, { what: 'a lost laptop', people: 3, noticedAt } as never)

async function aMember(role: 'owner' | 'privacy-officer', at: Shop, headers: Record<string, string> = {}) {
  const email = anEmail()
  await at.call(accounts.inviteStaff, { email, role, name: 'Huda' })
  const { token } = await sentTo(at, email, 'staff_invitation')
  await at.visitor(headers).call(accounts.acceptInvitation, { token, password: GOOD })
  return email
}
async function deliver(at: Shop) {
  while (await at.run((ctx) => deliverEvents(ctx, privacy.subscribers, openLog('silent'))));
}
const alarmsTo = async (at: Shop, email: string) =>
  (await mailTo(at, email)).filter(({ template }) => template === 'privacy_deadline')

test('the counts say what waits, of this business only', async () => {
  expect(await overview()).toEqual({
    requests: { open: 0, dueSoon: 0, overdue: 0, unassigned: 0 },
    breaches: { open: 0, dueSoon: 0, overdue: 0 },
    exports: { waiting: 0, failed: 0 },
    erasures: { unacknowledged: 0 },
    reviews: { open: 0 },
    holds: { standing: 0 },
    restricted: 0,
  })
  await shop.call(api.changeSettings, { consumers: ['mailing', 'shop'] })
  const [gone, held] = [await aStub(shop), await aStub(shop)]
  const { id: erasureId } = (await shop.call(api.eraseCustomer, { customerId: gone.id, reason: 'unlawful' })).body
  await shop.call(api.acknowledgeErasure, { erasureId, consumer: 'mailing' })
  await shop.call(api.placeHold, { customerId: held.id, reason: 'a claim' })
  await shop.call(api.restrict, { customerId: held.id, reason: 'a claim' })
  await shop.call(api.askForExport, { customerId: held.id })
  for (const received of [daysAgo(1), daysAgo(25), daysAgo(31)]) await aRequest(shop, held.id, 'access', received)
  for (const noticed of [hoursAgo(1), hoursAgo(50), hoursAgo(73)]) await aBreach(noticed)
  expect(await overview()).toEqual({
    requests: { open: 3, dueSoon: 1, overdue: 1, unassigned: 3 },
    breaches: { open: 3, dueSoon: 1, overdue: 1 },
    exports: { waiting: 1, failed: 0 },
    erasures: { unacknowledged: 1 },
    reviews: { open: 0 },
    holds: { standing: 1 },
    restricted: 1,
  })
  const listed = async (status: string) => (await shop.call(api.listErasures, { status } as never)).body.items.length
  expect([await listed('waiting'), await listed('complete')]).toEqual([1, 0])
  await shop.call(api.acknowledgeErasure, { erasureId, consumer: 'shop' })
  expect([await listed('waiting'), await listed('complete')]).toEqual([0, 1])
  expect((await overview()).erasures.unacknowledged).toBe(0)
  expect((await overview(rival)).requests.open + (await overview(rival)).restricted).toBe(0)
  expect((await (await shop.with('customers:read')).call(api.overview, {})).status).toBe(403)
})

describe('before a deadline', () => {
  test('every privacy officer gets one e-mail, in their language and without names; the owners do not', async () => {
    const at = await aTenant(world)
    const [officer, owner] = [await aMember('privacy-officer', at), await aMember('owner', at)]
    const { id } = await aStub(at, { firstName: 'Zzyzx' })
    const soon = await aRequest(at, id, 'erasure', daysAgo(25))
    await aBreach(hoursAgo(73), at)
    for (let again = 0; again < 2; again++) {
      await runNamed(world, 'alarm-privacy-requests')
      await runNamed(world, 'alarm-breaches')
      await deliver(at)
    }
    const alarms = await alarmsTo(at, officer)
    expect(alarms.map(({ text }) => text).join('\n')).toContain('A request for erasure is due soon')
    expect(alarms.map(({ text }) => text).join('\n')).toContain(soon.dueAt.slice(0, 10))
    expect(alarms.map(({ text }) => text).join('\n')).toContain('The report of a breach to the authority is overdue')
    expect(alarms).toHaveLength(2)
    expect(JSON.stringify(alarms)).not.toMatch(/Zzyzx|laptop/)
    expect(await alarmsTo(at, owner)).toEqual([])
  })

  test('the owners are notified if there is no officer, and of no request that was answered meanwhile', async () => {
    const at = await aTenant(world)
    const owner = await aMember('owner', at)
    const { id } = await aStub(at)
    const answered = await aRequest(at, id, 'objection', daysAgo(26))
    await aRequest(at, id, 'rectification', daysAgo(40))
    await runNamed(world, 'alarm-privacy-requests')
    await at.call(api.refuseRequest, { requestId: answered.id, reason: 'not about us' })
    await deliver(at)
    const alarms = await alarmsTo(at, owner)
    expect(alarms).toHaveLength(1)
    expect(alarms[0]!.text).toContain('A request for correction is overdue')
  })
})
