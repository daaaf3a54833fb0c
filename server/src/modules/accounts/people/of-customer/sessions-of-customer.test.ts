import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { aPerson, bearer, logIn } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const isOpen = async (accessToken: string) => (await bearer(shop, accessToken).call(api.me, {})).status === 200
const listed = async (customerId: string) =>
  (await shop.call(api.sessionsOfCustomer, { customerId })).body.items as { id: string }[]

describe('staff', () => {
  test('see where a customer is signed in, sign them out of one device, and then everywhere', async () => {
    const person = await aPerson(shop)
    const other = await logIn(shop, person.email, undefined, { 'user-agent': 'A phone' })
    const { customerId } = person
    const sessions = await listed(customerId)
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).toMatchObject({
      id: other.body.session.id,
      accountId: person.id,
      userAgent: 'A phone',
      signedInWith: 'password',
    })

    const { body } = await shop.call(api.endCustomerSession, { customerId, sessionId: sessions[0]!.id })
    expect(body).toEqual({ ended: 1 })
    expect(await isOpen(other.body.accessToken)).toBe(false)
    expect(await isOpen(person.body.accessToken)).toBe(true)
    const again = await shop.call(api.endCustomerSession, { customerId, sessionId: sessions[0]!.id })
    expect(again).toMatchObject({ status: 404, body: { code: 'customer.session_not_found' } })

    const reason = 'lost the phone'
    expect((await shop.call(api.endCustomerSessions, { customerId, reason })).body).toEqual({ ended: 1 })
    expect(await isOpen(person.body.accessToken)).toBe(false)
    expect(await listed(customerId)).toEqual([])

    const history = (await shop.call(customers.history, { customerId })).body.items
    const told = history.filter(({ action }: { action: string }) => action === 'account.signed_out_by_staff')
    expect(told).toMatchObject([{ reason, after: { sessions: 1 } }, { after: { sessions: 1 } }])
  })

  test('report that a login was taken over, also of one who is signed in nowhere any more', async () => {
    const { customerId } = await aPerson(shop)
    const report = { customerId, takeover: true, reason: 'orders of another one' }
    expect((await shop.call(api.endCustomerSessions, report)).body).toEqual({ ended: 1 })
    expect((await shop.call(api.endCustomerSessions, report)).body).toEqual({ ended: 0 })
    const history = (await shop.call(customers.history, { customerId })).body.items
    const told = history.filter(({ action }: { action: string }) => action === 'account.takeover_reported')
    expect(told).toMatchObject([{ reason: report.reason }, { reason: report.reason }])
    const { rows } = await world.owner.query(
      `select data from events where tenant_id = $1 and type = 'AccountTakeoverReported'`,
      [shop.id],
    )
    expect(rows.map(({ data }) => Object.keys(data))).toEqual([['customerId'], ['customerId']])
    expect((await rival.call(api.endCustomerSessions, report)).status).toBe(404)
    const cashier = await shop.with('customers:read', 'customers:write')
    expect((await cashier.call(api.endCustomerSessions, report)).status).toBe(403)
  })

  test('a role that may not deactivate cannot sign customers out, and one that may not read the history sees no sessions', async () => {
    const { customerId, body } = await aPerson(shop)
    const manager = await shop.with('customers:read', 'customers:history')
    const cashier = await shop.with('customers:read', 'customers:write')
    expect((await manager.call(api.sessionsOfCustomer, { customerId })).body.items).toHaveLength(1)
    expect((await manager.call(api.endCustomerSessions, { customerId })).status).toBe(403)
    expect((await cashier.call(api.sessionsOfCustomer, { customerId })).status).toBe(403)
    expect(await isOpen(body.accessToken)).toBe(true)
  })

  test('another customer’s session is not reached through a customer, nor a customer of another tenant', async () => {
    const [one, two] = [await aPerson(shop), await aPerson(shop)]
    const sessionId = two.body.session.id
    expect((await shop.call(api.endCustomerSession, { customerId: one.customerId, sessionId })).status).toBe(404)
    expect((await rival.call(api.sessionsOfCustomer, { customerId: two.customerId })).status).toBe(404)
    expect((await rival.call(api.endCustomerSession, { customerId: two.customerId, sessionId })).status).toBe(404)
    expect((await rival.call(api.endCustomerSessions, { customerId: two.customerId })).status).toBe(404)
    expect(await isOpen(two.body.accessToken)).toBe(true)
  })
})
