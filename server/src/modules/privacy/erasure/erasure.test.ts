import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../../test/harness.ts'
import * as carts from '../../carts/contract.ts'
import * as customers from '../../customers/contract.ts'
import { requireRow } from '../../customers/index.ts'
import * as merging from '../../merging/contract.ts'
import * as api from '../contract.ts'
import { aRequest, aStub, eventsOf, inner, nobody, prove, runErrands } from '../privacy.harness.ts'
import { record } from '../requests/record.ts'
import { BadCertificate, sign, verifyCertificate } from './signing.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const erase = (customerId: string, more: Record<string, unknown> = {}, at = shop) =>
  at.call(api.eraseCustomer, { customerId, reason: 'requested', ...more } as never)

describe('a preview', () => {
  test('lists table by table what goes, what stays and why, in the language of the caller, and changes nothing', async () => {
    const { id } = await aStub(shop)
    await shop.call(carts.put, { customerId: id, lines: [{ sku: 'a', quantity: 1 }] } as never)
    const { status, body } = await shop.call(api.previewErasure, { customerId: id })
    expect([status, body.legalHold]).toEqual([200, false])
    expect(body.tables).toContainEqual({
      module: 'carts',
      table: 'cart_lines',
      rows: 1,
      fate: 'erased',
      why: 'It describes the person.',
    })
    expect(body.tables.find(({ table }: { table: string }) => table === 'customers')).toMatchObject({
      fate: 'kept',
      rows: 1,
    })
    const arabic = await shop.call(api.previewErasure, { customerId: id }, { headers: { 'accept-language': 'ar' } })
    expect(arabic.body.tables.map(({ why }: { why: string }) => /[؀-ۿ]/.test(why))).not.toContain(false)
    expect((await shop.call(customers.get, { customerId: id })).status).toBe(200)
    for (const call of [
      shop.call(api.previewErasure, { customerId: nobody }),
      rival.call(api.previewErasure, { customerId: id }),
    ])
      expect((await call).body.code).toBe('customer.not_found')
  })
})

describe('an erasure', () => {
  test('leaves no person to be found or read, frees phone and e-mail, keeps the number, and publishes it downstream', async () => {
    const email = `${aPhone().slice(1)}@example.com`
    const person = await aStub(shop, { firstName: 'Quetzalina', email })
    const { status, body } = await erase(person.id)
    expect(status).toBe(201)
    expect(body).toMatchObject({ customerId: person.id, reason: 'requested', status: 'complete', requestId: null })
    for (const call of [
      shop.call(customers.get, { customerId: person.id }),
      shop.call(customers.change, { customerId: person.id, notes: 'x' }),
      shop.call(customers.history, { customerId: person.id }),
      shop.call(customers.lookup, { phone: person.phone }),
      shop.call(carts.read, { customerId: person.id }),
      shop.call(api.askForExport, { customerId: person.id }),
      shop.call(api.placeHold, { customerId: person.id, reason: 'too late' }),
    ])
      expect((await call).status).toBe(404)
    expect((await shop.request('GET', '/api/v1/customers?q=Quetzalina')).body.items).toEqual([])
    expect((await shop.request('GET', '/api/v1/customers?status=erased')).body.items).toEqual([])
    const next = await shop.call(customers.create, {
      type: 'stub',
      firstName: 'Next',
      phone: person.phone,
      email,
    } as never)
    expect(next.status).toBe(201)
    expect(await eventsOf(world, shop, 'CustomerErased')).toContainEqual({
      customerId: inner(person.id),
      erasureId: body.id,
    })
    expect((await shop.call(api.getErasure, { erasureId: body.id })).body).toEqual(body)
    expect((await shop.call(api.listErasures, {})).body.items[0]).toEqual(body)
    expect(body.number).toMatch(/^CUST-\d{5}$/)
    const of = async (customerId: string, at = shop) =>
      (await at.call(api.listErasures, { customerId } as never)).body.items
    expect([await of(person.id), await of((await aStub(shop)).id)]).toEqual([[body], []])
    expect(await of(person.id, rival)).toEqual([])
    const { rows } = await world.owner.query(`select status, sealed, number from customers where id = $1`, [
      inner(person.id),
    ])
    expect(rows[0]).toEqual({ status: 'erased', sealed: null, number: expect.any(Number) })
  })

  test('asked again, one after the other or all at once, is the same one', async () => {
    const { id } = await aStub(shop)
    const answers = await Promise.all(Array.from({ length: 5 }, () => erase(id)))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect((await erase(id, { reason: 'unlawful' })).body).toEqual(answers[0]!.body)
    expect(await eventsOf(world, shop, 'CustomerErased')).toSatisfy(
      (all: { customerId: string }[]) => all.filter(({ customerId }) => customerId === inner(id)).length === 1,
    )
  })

  test('while the person is being changed leaves nothing that was written after it, and no broken answer', async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await aStub(shop)
      const lines = [{ sku: 'late', quantity: 1, name: 'late' }]
      const answers = await Promise.all([
        shop.call(carts.put, { customerId: id, lines } as never),
        shop.call(customers.change, { customerId: id, notes: 'late' }),
        aRequestStatus(id),
        erase(id),
        shop.call(api.placeHold, { customerId: id, reason: 'late' }),
        shop.call(carts.put, { customerId: id, lines } as never),
        shop.call(customers.change, { customerId: id, firstName: 'Late' }),
        shop.call(api.askForExport, { customerId: id }),
      ])
      for (const { status, body } of answers) expect([200, 201, 202, 404, 409], JSON.stringify(body)).toContain(status)
      // The hold came first: nothing was erased.
      if (answers[3]!.status === 409) continue
      for (const table of ['cart_lines', 'customer_identifiers', 'data_keys', 'privacy_exports'])
        expect(await rowsOf(table, id), table).toBe(0)
      const { rows } = await world.owner.query(
        `select (select count(*)::int from privacy_requests where customer_id = $1 and (sealed is not null or status = 'open'))
              + (select count(*)::int from legal_holds where customer_id = $1 and reason is not null)
              + (select count(*)::int from customers where id = $1 and sealed is not null) as n`,
        [inner(id)],
      )
      expect(rows[0].n).toBe(0)
    }
  })
  const aRequestStatus = (customerId: string) =>
    shop.call(api.recordRequest, { customerId, kind: 'access', text: 'late' })
  const rowsOf = async (table: string, id: string) =>
    (await world.owner.query(`select count(*)::int as n from ${table} where customer_id = $1`, [inner(id)])).rows[0].n

  test('waits for concurrent writes about the person, and erases them too', async () => {
    const { id } = await aStub(shop)
    let erasing: ReturnType<typeof erase> | undefined
    const written = await shop.run(async (ctx) => {
      await requireRow(ctx, inner(id))
      erasing = erase(id)
      await eventually(async () => {
        const { rows } = await world.owner.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length > 0
      })
      return record(ctx, { customerId: inner(id), kind: 'access', text: 'just in time' })
    })
    expect((await erasing!).status).toBe(201)
    expect((await shop.call(api.getRequest, { requestId: written.id })).body).toMatchObject({
      status: 'obsolete',
      text: null,
    })
  })

  test('includes the customers merged into the person', async () => {
    const [from, into] = [await aStub(shop), await aStub(shop)]
    await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'the same' })
    expect((await erase(from.id)).status).toBe(409)
    expect((await erase(into.id)).status).toBe(201)
    for (const { id } of [from, into]) expect((await shop.call(customers.get, { customerId: id })).status).toBe(404)
    expect(
      (await shop.call(customers.create, { type: 'stub', firstName: 'New', phone: from.phone } as never)).status,
    ).toBe(201)
  })

  test('answers its request: only an open one for erasure, of this person, with the identity proved', async () => {
    const [one, other] = [await aStub(shop), await aStub(shop)]
    const request = await aRequest(shop, one.id, 'erasure')
    const access = await aRequest(shop, one.id, 'access')
    expect((await erase(one.id, { requestId: request.id })).body.code).toBe('privacy.identity_not_proved')
    await prove(shop, request.id)
    for (const [customerId, requestId] of [
      [one.id, access.id],
      [other.id, request.id],
      [one.id, '00000000-0000-7000-8000-000000000000'],
    ])
      expect((await erase(customerId!, { requestId })).body.code).toBe('privacy.wrong_request')
    expect((await erase(one.id, { requestId: request.id })).body.requestId).toBe(request.id)
    const get = async (requestId: string) => (await shop.call(api.getRequest, { requestId })).body
    expect(await get(request.id)).toMatchObject({ status: 'completed', text: null, answer: null, clock: 'in_time' })
    expect(await get(access.id)).toMatchObject({ status: 'obsolete', text: null })
    expect((await shop.call(api.refuseRequest, { requestId: access.id, reason: 'x' })).body.code).toBe(
      'privacy.request_closed',
    )
  })

  test('is none of the neighbour’s business, and takes no reason of one’s own words', async () => {
    const { id } = await aStub(shop)
    expect((await erase(id, {}, rival)).body.code).toBe('customer.not_found')
    expect((await erase(nobody)).body.code).toBe('customer.not_found')
    expect((await erase(id, { reason: 'Salim asked' })).status).toBe(422)
    const { body } = await erase(id)
    for (const call of [
      rival.call(api.getErasure, { erasureId: body.id }),
      rival.call(api.getCertificate, { erasureId: body.id }),
      rival.call(api.acknowledgeErasure, { erasureId: body.id, consumer: 'x' }),
    ])
      expect((await call).body.code).toBe('privacy.erasure_not_found')
    expect((await rival.call(api.listErasures, {})).body.items).toEqual([])
  })
})

describe('a legal hold', () => {
  test('refuses erasure until it is lifted; its reason is sealed; again is another reason', async () => {
    const { id } = await aStub(shop)
    expect((await shop.call(api.readHold, { customerId: id })).body).toEqual({ hold: null })
    expect((await shop.call(api.liftHold, { customerId: id })).body.code).toBe('privacy.no_hold')
    await shop.call(api.placeHold, { customerId: id, reason: 'A first one' })
    const { body } = await shop.call(api.placeHold, { customerId: id, reason: 'Court file Wintergarten' })
    expect(body).toMatchObject({ customerId: id, reason: 'Court file Wintergarten' })
    expect((await shop.call(api.readHold, { customerId: id })).body).toEqual({ hold: body })
    expect((await shop.call(api.previewErasure, { customerId: id })).body.legalHold).toBe(true)
    expect((await erase(id)).body).toMatchObject({ status: 409, code: 'privacy.legal_hold' })
    expect((await shop.call(customers.get, { customerId: id })).status).toBe(200)
    const { rows } = await world.owner.query(
      'select string_agg(h::text, $2) as all from legal_holds h where customer_id = $1',
      [inner(id), ' '],
    )
    expect(rows[0].all).not.toContain(Buffer.from('Wintergarten').toString('hex'))
    for (const call of [
      rival.call(api.liftHold, { customerId: id }),
      rival.call(api.readHold, { customerId: id }),
      rival.call(api.placeHold, { customerId: id, reason: 'x' }),
    ])
      expect((await call).status).toBe(404)
    await shop.call(api.liftHold, { customerId: id })
    expect((await erase(id)).status).toBe(201)
  })

  test('on a merged customer protects the survivor too, and goes back with the undo', async () => {
    const [from, into] = [await aStub(shop), await aStub(shop)]
    await shop.call(api.placeHold, { customerId: from.id, reason: 'court' })
    const { body } = await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'the same' })
    expect((await shop.call(api.readHold, { customerId: into.id })).body.hold.reason).toBe('court')
    expect((await erase(into.id)).body.code).toBe('privacy.legal_hold')
    await shop.call(merging.undo, { mergeId: body.id, reason: 'not the same' })
    expect((await erase(from.id)).body.code).toBe('privacy.legal_hold')
    expect((await erase(into.id)).status).toBe(201)
  })
})

describe('a certificate', () => {
  async function certified() {
    const at = await aTenant(world)
    const { id } = await aStub(at, { firstName: 'Certified' })
    const { body } = await erase(id, {}, at)
    expect((await at.call(api.getCertificate, { erasureId: body.id })).body.code).toBe('privacy.certificate_pending')
    await runErrands(world, at)
    const { body: file } = await at.call(api.getCertificate, { erasureId: body.id })
    return { at, id, erasure: body, file }
  }

  test('says what was erased and the position of the audit chain, without names, and is verified with the file alone', async () => {
    const { at, id, erasure, file } = await certified()
    const { claims, thumbprint } = await verifyCertificate(JSON.stringify(file), file.thumbprint)
    expect(thumbprint).toBe(file.thumbprint)
    expect(claims).toMatchObject({
      tenant: at.id,
      erasure: erasure.id,
      request: null,
      reason: 'requested',
      tables: erasure.counts,
    })
    expect(JSON.stringify(claims)).not.toContain(inner(id))
    const { rows } = await world.owner.query(
      `select encode(hash, 'hex') as hash,
         (select action from audit_entries e join audit_batches b on b.tenant_id = e.tenant_id
             and e.id = b.ids[$3 - (b.position - cardinality(b.ids))] where e.tenant_id = $1) as action
         from audit_batches where tenant_id = $1 and position = $2`,
      [at.id, claims.audit.position, claims.audit.entry],
    )
    expect(rows[0]).toEqual({ hash: claims.audit.hash, action: 'customer.erased' })
    expect((await at.call(api.getErasure, { erasureId: erasure.id })).body.certified).toBe(true)
    const { rows: keys } = await world.owner.query('select private_jwk from certificate_keys where tenant_id = $1', [
      at.id,
    ])
    expect(keys).toHaveLength(1)
    expect(keys[0].private_jwk.toString('latin1')).not.toContain('"d"')
  })

  test('does not hold when a byte is changed, with another key, or when it is of another kind', async () => {
    const { file } = await certified()
    const [head, body, signature] = file.certificate.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, tables: [] })).toString('base64url')
    const broken = { ...file, certificate: [head, forged, signature].join('.') }
    await expect(verifyCertificate(JSON.stringify(broken))).rejects.toThrow('signature does not fit')
    await expect(verifyCertificate(JSON.stringify(file), 'another')).rejects.toThrow('another key')
    const other = (await certified()).file
    await expect(verifyCertificate(JSON.stringify({ ...file, key: other.key }))).rejects.toThrow(
      'signature does not fit',
    )
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    await expect(verifyCertificate(JSON.stringify({ ...file, certificate: `${none}.${body}.` }))).rejects.toThrow(
      BadCertificate,
    )
    for (const nonsense of ['', '{}', 'x', JSON.stringify({ ...file, key: {} })])
      await expect(verifyCertificate(nonsense)).rejects.toThrow(BadCertificate)
    // An attacker signs the same claims with a key of their own: only the pinned thumbprint differs.
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const { exportJWK, calculateJwkThumbprint } = await import('jose')
    const key = await exportJWK(publicKey)
    const id = await calculateJwkThumbprint(key)
    const theirs = JSON.stringify({
      certificate: await sign({ id, privateJwk: await exportJWK(privateKey) }, claims),
      key,
      thumbprint: file.thumbprint,
    })
    expect((await verifyCertificate(theirs)).thumbprint).toBe(id)
    await expect(verifyCertificate(theirs, file.thumbprint)).rejects.toThrow('another key')
  })

  test('comes by itself in the background', async () => {
    const living = await aWorld()
    await living.startBackground()
    const at = await aTenant(living)
    const { id } = await aStub(at)
    const { body } = await erase(id, {}, at)
    const file = await eventually(async () => {
      const answer = await at.call(api.getCertificate, { erasureId: body.id })
      return answer.status === 200 && answer.body
    })
    expect((await verifyCertificate(JSON.stringify(file))).claims.erasure).toBe(body.id)
    await living.close()
  })
})

describe('consumers downstream', () => {
  test('those named at the time must acknowledge; then it is complete; once each', async () => {
    const at = await aTenant(world)
    await at.call(api.changeSettings, { consumers: ['mailing', 'warehouse'] })
    const { body } = await erase((await aStub(at)).id, {}, at)
    expect([body.status, body.consumers]).toEqual([
      'waiting',
      [
        { name: 'mailing', acknowledgedAt: null },
        { name: 'warehouse', acknowledgedAt: null },
      ],
    ])
    await at.call(api.changeSettings, { consumers: [] })
    const mailing = await at.with('privacy:acknowledge')
    const acknowledge = (consumer: string) => mailing.call(api.acknowledgeErasure, { erasureId: body.id, consumer })
    expect((await acknowledge('strangers')).body).toMatchObject({ status: 422, code: 'privacy.unknown_consumer' })
    const first = (await acknowledge('mailing')).body
    expect(first.status).toBe('waiting')
    expect((await acknowledge('mailing')).body).toEqual(first)
    expect((await acknowledge('warehouse')).body.status).toBe('complete')
    expect((await mailing.call(api.listErasures, {})).status).toBe(403)
    expect(
      (await (await at.with('privacy:read')).call(api.acknowledgeErasure, { erasureId: body.id, consumer: 'mailing' }))
        .body.needs,
    ).toBe('privacy:acknowledge')
  })
})
