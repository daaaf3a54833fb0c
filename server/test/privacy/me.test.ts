import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEmail, aPerson, bearer, GOOD, logIn, sentTo } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import { decide, publish, states } from '../../src/modules/consent/consent.harness.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import * as api from '../../src/modules/privacy/contract.ts'
import { eventsOf, inner, runErrands } from '../../src/modules/privacy/privacy.harness.ts'
import { aTenant, aWorld, eventually, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  await publish(shop, 'marketing.sms')
})
afterAll(() => world.close())

type Self = Awaited<ReturnType<typeof aPerson>>
const ask = (self: Pick<Shop, 'call'>, kind: string, text?: string) =>
  self.call(api.askForMyself, { kind, ...(text && { text }) } as never)
async function makeStale({ id }: Pick<Self, 'id'>): Promise<void> {
  await world.owner.query(`update account_sessions set proved_at = now() - interval '1 hour' where account_id = $1`, [
    id,
  ])
  world.kith.nudges.send('sessions', shop.id)
}
const ownExport = async (self: Self['self']) => (await self.call(api.listOwnExports, {})).body.items[0]
const fetchAs = (person: Self, url: string) =>
  fetch(url, { headers: { authorization: `Bearer ${person.body.accessToken}` } })

async function aPersonWithExport() {
  const person = await aPerson(shop, { firstName: 'Exportina' })
  expect((await ask(person.self, 'access')).status).toBe(201)
  await runErrands(world, shop)
  return { ...person, exportId: (await ownExport(person.self)).id as string }
}

describe('a person who requests their own data', () => {
  test('gets it without staff: the export is built, and completes the request', async () => {
    const person = await aPerson(shop, { firstName: 'Exportina' })
    const { status, body } = await ask(person.self, 'access', 'all of it, please')
    expect([status, body.status, body.text]).toEqual([201, 'open', 'all of it, please'])
    expect(await ownExport(person.self)).toMatchObject({ status: 'waiting', requestId: body.id })
    await runErrands(world, shop)
    expect((await person.self.call(api.listOwnRequests, {})).body.items).toMatchObject([
      { id: body.id, status: 'completed', closedAt: expect.any(String) },
    ])
    const { id: exportId } = await ownExport(person.self)
    const { body: link } = await person.self.call(api.linkOwnExport, { exportId })
    const answer = await fetchAs(person, link.url)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(strFromU8(files['customers.json']!)).toContain('Exportina')
    expect(strFromU8(files['accounts.json']!)).toContain(person.email)
    expect((await shop.call(api.getRequest, { requestId: body.id })).body).toMatchObject({
      askedBy: 'person',
      identityProof: 'account',
      customerId: person.customerId,
      status: 'completed',
    })
    const actions = (await shop.call(customers.history, { customerId: person.customerId })).body.items
    expect(actions.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['privacy.request_recorded', 'privacy.export_linked', 'privacy.export_downloaded']),
    )
  })

  test('must have proved a moment ago who they are: to ask, and again for the link', async () => {
    const person = await aPersonWithExport()
    await makeStale(person)
    const fresh = person.self
    const link = { exportId: person.exportId }
    await eventually(async () => (await fresh.call(api.linkOwnExport, link)).status === 403)
    for (const kind of ['access', 'erasure', 'objection']) expect((await ask(fresh, kind)).status).toBe(403)
    expect((await fresh.call(api.listOwnRequests, {})).status).toBe(200)
    await fresh.call(accounts.stepUp, { password: GOOD })
    expect((await fresh.call(api.linkOwnExport, { exportId: person.exportId })).status).toBe(201)
  })

  test('has a link that is invalid for other callers, after another one was created, and when they delete the copy', async () => {
    const [person, other] = [await aPersonWithExport(), await aPerson(shop)]
    const link = async () =>
      (await person.self.call(api.linkOwnExport, { exportId: person.exportId })).body.url as string
    const url = await link()
    expect((await fetchAs(other, url)).status).toBe(404)
    const token = url.split('/').at(-1)!
    expect((await shop.call(api.downloadExport, { token })).status).toBe(404)
    expect((await fetch(url)).status).toBe(401)
    expect((await other.self.call(api.linkOwnExport, { exportId: person.exportId })).status).toBe(404)
    expect((await fetchAs(person, url)).status).toBe(200)
    const again = await link()
    expect([(await fetchAs(person, url)).status, (await fetchAs(person, again)).status]).toEqual([404, 200])
    expect((await other.self.call(api.withdrawOwnExport, { exportId: person.exportId })).status).toBe(404)
    const { body } = await person.self.call(api.withdrawOwnExport, { exportId: person.exportId })
    expect([body.status, (await fetchAs(person, again)).status]).toEqual(['expired', 404])
  })

  test('is handed to an officer only who proved a moment ago who they are', async () => {
    const { customerId, exportId } = await aPersonWithExport()
    const email = anEmail()
    await shop.call(accounts.inviteStaff, { email, role: 'privacy-officer', name: 'Huda' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const { body } = await shop.visitor().call(accounts.acceptInvitation, { token, password: GOOD })
    const officer = bearer(shop, body.accessToken)
    const link = () => officer.call(api.linkExport, { customerId, exportId })
    expect((await link()).status).toBe(201)
    await makeStale(body.account)
    await eventually(async () => (await link()).status === 403)
    expect((await link()).body.code).toBe('proof_needed')
    await officer.call(accounts.stepUp, { password: GOOD })
    expect((await link()).status).toBe(201)
  })

  test('of an officer’s link has nothing: it is for the officer', async () => {
    const person = await aPersonWithExport()
    const input = { customerId: person.customerId, exportId: person.exportId }
    const { url } = (await shop.call(api.linkExport, input)).body
    expect((await fetchAs(person, url.replace('/api/v1/privacy-exports', '/api/v1/me/privacy-exports'))).status).toBe(
      404,
    )
  })
})

describe('a request of one’s own', () => {
  test('stands open once per kind, also when asked twice at once', async () => {
    const person = await aPerson(shop)
    const answers = await Promise.all([1, 2, 3].map(() => ask(person.self, 'rectification', 'my name is wrong')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const { body } = answers.find(({ status }) => status === 409)!
    expect(body).toMatchObject({ code: 'privacy.asked_before', requestId: expect.any(String) })
    expect((await ask(person.self, 'objection')).status).toBe(201)
    expect((await person.self.call(api.listOwnRequests, {})).body.items).toHaveLength(2)
  })

  test('for erasure is carried out by the officer, whose erasure completes it; then no session is left', async () => {
    const person = await aPerson(shop)
    const { id: requestId } = (await ask(person.self, 'erasure')).body
    const { customerId } = person
    const listed = await shop.call(api.listRequests, { customerId, kind: 'erasure' } as never)
    expect(listed.body.items).toMatchObject([{ id: requestId, askedBy: 'person', identityProof: 'account' }])
    expect((await shop.call(api.eraseCustomer, { customerId, reason: 'requested', requestId })).status).toBe(201)
    expect((await shop.call(api.getRequest, { requestId })).body).toMatchObject({ status: 'completed', text: null })
    expect((await logIn(shop, person.email)).status).toBe(401)
    expect((await bearer(shop, person.body.accessToken).call(api.listOwnRequests, {})).status).toBe(401)
  })

  test('to object ends marketing at once', async () => {
    const person = await aPerson(shop)
    await decide(shop, person.customerId, 'marketing.sms', 'granted')
    await ask(person.self, 'objection')
    expect(await states(shop, person.customerId)).toMatchObject({ 'marketing.sms': 'withdrawn' })
  })

  test('tells the officer by an event, and shows the person nothing of who answers', async () => {
    const person = await aPerson(shop)
    const { body } = await ask(person.self, 'restriction')
    const told = await eventsOf(world, shop, 'PrivacyRequestReceived')
    expect(told.find((one) => one['requestId'] === body.id)).toMatchObject({ customerId: inner(person.customerId) })
    await shop.call(api.noteIdentity, { requestId: body.id, proof: 'account', note: 'internal note' })
    await shop.call(api.completeRequest, { requestId: body.id, answer: 'It is restricted.' })
    const { items } = (await person.self.call(api.listOwnRequests, {})).body
    expect(items).toMatchObject([{ status: 'completed', answer: 'It is restricted.' }])
    expect(JSON.stringify(items)).not.toMatch(/internal note|closedBy|assignee|key:/)
  })

  test('is not for staff, keys, visitors or the neighbour', async () => {
    const email = anEmail()
    await shop.call(accounts.inviteStaff, { email, role: 'privacy-officer', name: 'Huda' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const { body } = await shop.visitor().call(accounts.acceptInvitation, { token, password: GOOD })
    const officer = bearer(shop, body.accessToken)
    expect(await officer.call(api.listOwnRequests, {})).toMatchObject({
      status: 403,
      body: { code: 'customer.login_needed' },
    })
    expect((await ask(officer, 'access')).status).toBe(403)
    expect((await ask(shop, 'access')).status).toBe(403)
    expect((await ask(shop.visitor(), 'access')).status).toBe(401)
    const theirs = await aPerson(rival)
    await ask(theirs.self, 'access')
    expect(JSON.stringify((await shop.call(api.listRequests, {})).body)).not.toContain(theirs.customerId)
    const nonsense = await ask((await aPerson(shop)).self, 'forgetting')
    expect(nonsense.status).toBe(422)
  })
})
