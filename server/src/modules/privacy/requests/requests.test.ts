import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as merging from '../../merging/contract.ts'
import * as api from '../contract.ts'
import { aRequest, aStub, daysAgo, eventsOf, inner, nobody, prove, runNamed } from '../privacy.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
const get = async (requestId: string) => (await shop.call(api.getRequest, { requestId })).body

describe('a request', () => {
  test('is recorded with its clock, read back, and its text is stored only sealed', async () => {
    const { id } = await aStub(shop)
    const text = 'Please tell me everything about Zebrafink'
    const { status, body } = await shop.call(api.recordRequest, { customerId: id, kind: 'access', text })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      customerId: id,
      kind: 'access',
      status: 'open',
      clock: 'in_time',
      text,
      assignee: null,
    })
    expect(await get(body.id)).toEqual(body)
    const { rows } = await world.owner.query('select r::text as row from privacy_requests r where id = $1', [body.id])
    expect(rows[0].row).not.toContain('Zebrafink')
    expect(rows[0].row).not.toContain(Buffer.from('Zebrafink').toString('hex'))
    expect(await eventsOf(world, shop, 'PrivacyRequestReceived')).toContainEqual({
      customerId: inner(id),
      requestId: body.id,
      kind: 'access',
      receivedAt: body.receivedAt,
      dueAt: body.dueAt,
    })
  })

  test.each([
    ['pdpl-oman', 30],
    ['gdpr', 30],
    ['ccpa', 45],
  ] as const)('under %s is due after %i days from when it came', async (pack, after) => {
    const at = await aTenant(world)
    expect((await at.call(api.changeSettings, { pack })).body.pack).toBe(pack)
    const { id } = await aStub(at)
    const request = await aRequest(at, id, 'objection', daysAgo(3))
    expect([
      request.pack,
      days(request.receivedAt, request.dueAt),
      days(new Date().toISOString(), request.dueAt),
    ]).toEqual([pack, after, after - 3])
  })

  test('is not from the future, of an unknown kind, of an unknown customer, or of a neighbour', async () => {
    const { id } = await aStub(shop)
    const base = { customerId: id, kind: 'access', text: 'x' }
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    expect((await shop.call(api.recordRequest, { ...base, receivedAt: tomorrow } as never)).body.errors).toMatchObject([
      { path: 'receivedAt', code: 'in_the_future', message: 'Must not be in the future' },
    ])
    for (const wrong of [
      { kind: 'wish' },
      { text: '' },
      { text: 'x'.repeat(5_001) },
      { more: 1 },
      { customerId: 'cust_1' },
    ])
      expect(
        (await shop.call(api.recordRequest, { ...base, ...wrong } as never)).status,
        JSON.stringify(wrong),
      ).toBeOneOf([404, 422])
    expect((await shop.call(api.recordRequest, { ...base, customerId: nobody } as never)).body.code).toBe(
      'customer.not_found',
    )
    expect((await rival.call(api.recordRequest, base as never)).body.code).toBe('customer.not_found')
    const request = await aRequest(shop, id, 'access')
    for (const call of [
      rival.call(api.getRequest, { requestId: request.id }),
      rival.call(api.assignRequest, { requestId: request.id, assignee: null }),
      rival.call(api.completeRequest, { requestId: request.id, answer: 'x' }),
      rival.call(api.refuseRequest, { requestId: request.id, reason: 'x' }),
      rival.call(api.extendRequest, { requestId: request.id, reason: 'x' }),
      prove(rival, request.id),
    ])
      expect((await call).body.code).toBe('privacy.request_not_found')
    expect((await rival.call(api.listRequests, {})).body.items).toEqual([])
  })

  test('is refused in the language of the caller', async () => {
    const { body } = await shop.call(
      api.getRequest,
      { requestId: '00000000-0000-7000-8000-000000000000' },
      { headers: { 'accept-language': 'ar' } },
    )
    expect(body.title).toBe('لا يوجد طلب خصوصية بهذا المعرّف.')
  })

  test('is completed only after the identity was proved, and then is closed for everything', async () => {
    const { id } = await aStub(shop)
    const { id: requestId } = await aRequest(shop, id, 'rectification')
    expect((await shop.call(api.completeRequest, { requestId, answer: 'done' })).body.code).toBe(
      'privacy.identity_not_proved',
    )
    const assignee = 'account:0192aaaa-0000-7000-8000-000000000000'
    expect((await shop.call(api.assignRequest, { requestId, assignee })).body.assignee).toBe(assignee)
    expect((await shop.call(api.assignRequest, { requestId, assignee: 'Mona' } as never)).status).toBe(422)
    expect((await prove(shop, requestId)).body.identityProof).toBe('document')
    const { body } = await shop.call(api.completeRequest, { requestId, answer: 'The name was corrected' })
    expect(body).toMatchObject({
      status: 'completed',
      answer: 'The name was corrected',
      clock: 'in_time',
      text: 'as the law allows',
    })
    for (const call of [
      shop.call(api.completeRequest, { requestId, answer: 'x' }),
      shop.call(api.refuseRequest, { requestId, reason: 'x' }),
      shop.call(api.extendRequest, { requestId, reason: 'x' }),
      prove(shop, requestId),
    ])
      expect((await call).body).toMatchObject({
        status: 409,
        code: 'privacy.request_closed',
        requestStatus: 'completed',
      })
    expect(await eventsOf(world, shop, 'PrivacyRequestClosed')).toContainEqual({
      customerId: inner(id),
      requestId,
      status: 'completed',
    })
  })

  test('is refused with a reason, which is kept', async () => {
    const { id: requestId } = await aRequest(shop, (await aStub(shop)).id, 'objection')
    expect((await shop.call(api.refuseRequest, { requestId } as never)).status).toBe(422)
    const { body } = await shop.call(api.refuseRequest, { requestId, reason: 'The books must be kept' })
    expect(body).toMatchObject({ status: 'refused', answer: 'The books must be kept' })
  })

  test('for erasure is not completed by words', async () => {
    const { id: requestId } = await aRequest(shop, (await aStub(shop)).id, 'erasure')
    await prove(shop, requestId)
    expect((await shop.call(api.completeRequest, { requestId, answer: 'x' })).body.code).toBe('privacy.not_erased_yet')
  })

  test('is extended once, where the law knows it', async () => {
    const at = await aTenant(world)
    const { id } = await aStub(at)
    const omani = await aRequest(at, id, 'access')
    expect((await at.call(api.extendRequest, { requestId: omani.id, reason: 'much' })).body).toMatchObject({
      code: 'privacy.no_extension',
      pack: 'pdpl-oman',
    })
    for (const [pack, more] of [
      ['gdpr', 60],
      ['ccpa', 45],
    ] as const) {
      await at.call(api.changeSettings, { pack })
      const { id: requestId, dueAt } = await aRequest(at, id, 'objection')
      const { body } = await at.call(api.extendRequest, { requestId, reason: 'much' })
      expect([days(dueAt, body.dueAt), body.extensionReason]).toEqual([more, 'much'])
      expect((await at.call(api.extendRequest, { requestId, reason: 'more' })).body.code).toBe(
        'privacy.extended_before',
      )
    }
  })

  test('is not extended once its deadline has passed: what is late stays late', async () => {
    const at = await aTenant(world)
    await at.call(api.changeSettings, { pack: 'gdpr' })
    const { id } = await aStub(at)
    const [late, lastDay] = [
      await aRequest(at, id, 'objection', daysAgo(30)),
      await aRequest(at, id, 'access', daysAgo(29)),
    ]
    expect((await at.call(api.extendRequest, { requestId: late.id, reason: 'much' })).body).toMatchObject({
      status: 409,
      code: 'privacy.extended_too_late',
    })
    expect((await at.call(api.getRequest, { requestId: late.id })).body).toMatchObject({
      clock: 'overdue',
      dueAt: late.dueAt,
      extendedAt: null,
    })
    expect((await at.call(api.extendRequest, { requestId: lastDay.id, reason: 'much' })).status).toBe(200)
  })

  test('of two answers at once one counts', async () => {
    const { id: requestId } = await aRequest(shop, (await aStub(shop)).id, 'objection')
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((reason) => shop.call(api.refuseRequest, { requestId, reason })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('goes with its person into a merge and comes back, and can be answered in between', async () => {
    const [from, into] = [await aStub(shop), await aStub(shop)]
    const { id: requestId } = await aRequest(shop, from.id, 'access')
    const { body: merged } = await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'the same' })
    expect(await get(requestId)).toMatchObject({ customerId: into.id, text: 'as the law allows' })
    await prove(shop, requestId)
    await shop.call(merging.undo, { mergeId: merged.id, reason: 'not the same' })
    expect(await get(requestId)).toMatchObject({ customerId: from.id, identityProof: 'document' })
  })
})

describe('the clock', () => {
  test('tells once when it is due soon and once when it is overdue; the list and the counts show it', async () => {
    const at = await aTenant(world)
    const { id } = await aStub(at)
    const fresh = await aRequest(at, id, 'access')
    const soon = await aRequest(at, id, 'access', daysAgo(25))
    const late = await aRequest(at, id, 'objection', daysAgo(31))
    const answered = await aRequest(at, id, 'objection', daysAgo(40))
    await at.call(api.refuseRequest, { requestId: answered.id, reason: 'late' })
    for (let again = 0; again < 2; again++) await runNamed(world, 'alarm-privacy-requests')
    const all = (await eventsOf(world, at, 'PrivacyRequestDue')).sort((a, b) =>
      String(a['clock']) < String(b['clock']) ? 1 : -1,
    )
    const told = ({ id: requestId, receivedAt, dueAt }: typeof late, clock: string) => ({
      ...{ customerId: inner(id), requestId, clock, receivedAt, dueAt },
    })
    expect(all).toEqual([told(late, 'overdue'), told(soon, 'due_soon')])
    const ids = async (filter: Record<string, string>) =>
      (await at.call(api.listRequests, filter as never)).body.items.map((one: { id: string }) => one.id)
    expect(await ids({ clock: 'overdue' })).toEqual([late.id])
    expect(await ids({ clock: 'due_soon' })).toEqual([soon.id])
    expect(await ids({ clock: 'in_time' })).toEqual([fresh.id])
    expect(await ids({ status: 'refused' })).toEqual([answered.id])
    expect(await ids({ kind: 'access' })).toEqual([soon.id, fresh.id])
    expect(await ids({ assignee: 'none', customerId: id, status: 'open' })).toEqual([late.id, soon.id, fresh.id])
    expect(await ids({ customerId: id }), 'the overdue first, what is closed last').toEqual([
      late.id,
      soon.id,
      fresh.id,
      answered.id,
    ])
    expect(await ids({ customerId: nobody })).toEqual([])
    expect((await at.call(api.requestStatistics, {})).body).toEqual({
      open: 3,
      dueSoon: 1,
      overdue: 1,
      unassigned: 3,
      byStatus: { open: 3, refused: 1 },
      byKind: { access: 2, objection: 2 },
      answered: 1,
      answeredInTime: 0,
      averageDays: 40,
    })
    expect((await rival.call(api.requestStatistics, {})).body).toMatchObject({ open: 0, averageDays: null })
  })

  test('a long list comes in pages, each request once', async () => {
    const at = await aTenant(world)
    const { id } = await aStub(at)
    for (let n = 0; n < 53; n++) await aRequest(at, id, 'access', daysAgo(n % 3))
    const first = (await at.call(api.listRequests, {})).body
    const second = (await at.call(api.listRequests, { cursor: first.nextCursor })).body
    const all = [...first.items, ...second.items].map((one: { id: string }) => one.id)
    expect([first.items.length, new Set(all).size, second.nextCursor]).toEqual([50, 53, null])
    const due = [...first.items, ...second.items].map((one: { dueAt: string }) => one.dueAt)
    expect(due).toEqual(due.toSorted())
    expect((await at.call(api.listRequests, { cursor: first.nextCursor, kind: 'access' })).body.code).toBe(
      'cursor_invalid',
    )
  })
})

describe('the customer concerned', () => {
  test('is said by name to who may read customers, by number to others, and no more once they are erased', async () => {
    const at = await aTenant(world)
    const [named, gone] = [
      await aStub(at, { firstName: 'Huda', lastName: 'Kindi', name2: 'هدى الكندي' }),
      await aStub(at),
    ]
    for (const { id } of [named, gone]) await aRequest(at, id, 'objection')
    await at.call(api.eraseCustomer, { customerId: gone.id, reason: 'requested' })
    const personIn = async (caller: Pick<Shop, 'call'>, id: string) =>
      (await caller.call(api.listRequests, {})).body.items.find((one: { customerId: string }) => one.customerId === id)
        .person
    const number = expect.stringMatching(/^CUST-/)
    expect(await personIn(at, named.id)).toEqual({ number, name: 'Huda Kindi', name2: 'هدى الكندي' })
    expect(await personIn(at, gone.id)).toBeNull()
    expect(await personIn(await at.with('privacy:read'), named.id)).toEqual({ number, name: null, name2: null })
    expect((await rival.call(api.listRequests, { customerId: named.id })).body.items).toEqual([])
  })
})

describe('permissions', () => {
  test('reading and managing are two scopes, and the privacy officer has both', async () => {
    const { id } = await aStub(shop)
    const { id: requestId } = await aRequest(shop, id, 'access')
    const [till, reader] = [await shop.with('customers:read', 'customers:write'), await shop.with('privacy:read')]
    expect((await till.call(api.listRequests, {})).body).toMatchObject({ status: 403, needs: 'privacy:read' })
    expect((await till.call(api.recordRequest, { customerId: id, kind: 'access', text: 'x' })).status).toBe(403)
    expect((await reader.call(api.getRequest, { requestId })).status).toBe(200)
    for (const call of [
      reader.call(api.refuseRequest, { requestId, reason: 'x' }),
      reader.call(api.eraseCustomer, { customerId: id, reason: 'requested' }),
      reader.call(api.previewErasure, { customerId: id }),
      reader.call(api.askForExport, { customerId: id }),
      reader.call(api.placeHold, { customerId: id, reason: 'x' }),
      reader.call(api.changeSettings, { pack: 'gdpr' }),
      reader.call(api.recordBreach, { what: 'x', people: 1 } as never),
      reader.call(api.decideReviews, { reviewIds: [requestId], decision: 'keep' }),
    ])
      expect((await call).body).toMatchObject({ status: 403, needs: 'privacy:manage' })
  })

  test('settings: what is not named stays, nonsense is refused', async () => {
    const at = await aTenant(world)
    expect((await at.call(api.changeSettings, { consumers: ['mailing', 'bi', 'mailing'] })).body.consumers).toEqual([
      'mailing',
      'bi',
    ])
    expect((await at.call(api.changeSettings, { dueSoonDays: 3 })).body).toEqual({
      pack: 'pdpl-oman',
      dueSoonDays: 3,
      exportKeptDays: 7,
      inactiveMonths: 24,
      guestsExpireDays: 30,
      consumers: ['mailing', 'bi'],
    })
    expect((await at.call(api.readSettings, {})).body.dueSoonDays).toBe(3)
    for (const wrong of [{ pack: 'hipaa' }, { dueSoonDays: 0 }, { consumers: ['A b'] }, { unknown: 1 }])
      expect((await at.call(api.changeSettings, wrong as never)).status).toBe(422)
  })
})
