import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { aCustomer, decide, inner as innerOf, publish, states, TEXTS } from './consent.harness.ts'
import * as api from './contract.ts'
import { createDocument, hasConsent } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const newText = { en: { title: 'Offers 2', text: 'We may send you even more offers.' } }

test('a document has a version, a text per language and the hash of exactly that text', async () => {
  const document = await publish(shop, 'terms')
  expect(document).toMatchObject({
    purpose: 'terms',
    kind: 'terms',
    channel: null,
    doubleOptIn: false,
    status: 'published',
    latest: { version: 1, asksAgain: false, texts: TEXTS },
  })
  const sha256 = createHash('sha256').update(TEXTS.ar.text).digest('hex')
  expect(document.latest.texts.ar?.sha256).toBe(sha256)
})

test('a sign-up page reads the published documents before sign-in, of its own tenant only', async () => {
  const mine = await publish(shop, 'privacy')
  const read = async (slug: string) => {
    const answer = await fetch(`${world.url}/api/v1/consents`, { headers: { 'x-kith-tenant': slug } })
    return ((await answer.json()) as { items: api.Document[] }).items.map(({ documentId }: api.Document) => documentId)
  }
  expect(await read(shop.slug)).toContain(mine.documentId)
  expect(await read(rival.slug)).toEqual([])
})

test.each([
  [{ purpose: 'marketing.pigeon', texts: TEXTS }, 422, 'invalid'],
  [{ purpose: 'custom.Photos!', texts: TEXTS }, 422, 'invalid'],
  [{ purpose: 'custom.empty', texts: {} }, 422, 'invalid'],
  [{ purpose: 'custom.extra', texts: TEXTS, surprise: 1 }, 422, 'invalid'],
  [{ purpose: 'custom.double', texts: TEXTS, doubleOptIn: true }, 422, 'consent.double_opt_in_by_email_only'],
])('%j is refused', async (body, status, code) => {
  expect(await shop.call(api.createDocument, body as never)).toMatchObject({ status, body: { code } })
})

test('a purpose has one document at a time, also when two publish at once', async () => {
  const tries = await Promise.all(
    [1, 2, 3].map(() => shop.call(api.createDocument, { purpose: 'custom.once', texts: TEXTS })),
  )
  expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect(tries.find(({ status }) => status === 409)!.body.code).toBe('consent.purpose_taken')
})

test('versions published at once are numbered one after the other, and the earlier texts stay as they were', async () => {
  const { documentId } = await publish(shop, 'custom.versions')
  const made = await Promise.all(
    [1, 2, 3, 4].map(() => shop.call(api.publishVersion, { documentId, asksAgain: false, texts: newText })),
  )
  expect(made.map(({ body }) => body.latest.version).sort()).toEqual([2, 3, 4, 5])
  const { body } = await shop.call(api.listVersions, { documentId })
  expect(body.items.map(({ version }: api.Version) => version)).toEqual([5, 4, 3, 2, 1])
  expect(body.items.at(-1).texts.en.text).toBe(TEXTS.en.text)
})

test('the database refuses changes of a published text, a version or a decision', async () => {
  await publish(shop, 'custom.fixed')
  const client = await world.kith.db.pool.connect()
  try {
    for (const statement of [
      `update consent_texts set text = 'x'`,
      'delete from consent_texts',
      'update consent_versions set asks_again = true',
      `update consent_events set decision = 'granted'`,
      'update consent_events set customer_id = id',
      'delete from consent_events',
      `update consent_documents set purpose = 'x'`,
      'update consent_merges set into_id = from_id',
      'delete from consent_merges',
    ]) {
      await client.query(`begin; set local app.tenant = '${shop.id}'`)
      await expect(client.query(statement), statement).rejects.toThrow('permission denied')
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
})

test('a new version that asks again makes consents outdated until they are given again; another does not', async () => {
  const { documentId } = await publish(shop, 'custom.again')
  const customerId = await aCustomer(shop)
  const has = () => shop.run((ctx) => hasConsent(ctx, innerOf(customerId), 'custom.again'))
  await decide(shop, customerId, 'custom.again', 'granted')
  await shop.call(api.publishVersion, { documentId, asksAgain: false, texts: newText })
  expect(await states(shop, customerId)).toMatchObject({ 'custom.again': 'granted' })
  const { body: published } = await shop.call(api.publishVersion, { documentId, asksAgain: true, texts: newText })
  const another = await aCustomer(shop)
  await decide(shop, another, 'custom.again', 'granted')
  await shop.call(api.publishVersion, { documentId, asksAgain: false, texts: newText })
  expect(await states(shop, another)).toMatchObject({ 'custom.again': 'granted' })
  expect(await states(shop, customerId)).toMatchObject({ 'custom.again': 'outdated' })
  expect(await has()).toBe(false)
  // Before it was published, the consent counted.
  const before = new Date(Date.parse(published.latest.publishedAt) - 1).toISOString()
  expect(await states(shop, customerId, before)).toMatchObject({ 'custom.again': 'granted' })
  await decide(shop, customerId, 'custom.again', 'granted')
  expect(await states(shop, customerId)).toMatchObject({ 'custom.again': 'granted' })
  expect(await has()).toBe(true)
})

test('what was not the latest text cannot be consented to', async () => {
  const { documentId } = await publish(shop, 'custom.race')
  const customerId = await aCustomer(shop)
  await shop.call(api.publishVersion, { documentId, asksAgain: false, texts: newText })
  expect(await decide(shop, customerId, 'custom.race', 'granted', { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'consent.version_not_latest', version: 2 },
  })
  expect((await decide(shop, customerId, 'custom.race', 'granted', { version: 2 })).status).toBe(201)
  // Callers who import may refer to an earlier version.
  const imported = { version: 1, source: 'import' }
  expect((await decide(shop, customerId, 'custom.race', 'granted', imported)).body).toMatchObject({ version: 1 })
})

test('a retired document can be withdrawn from and not consented to, and its consents count no more', async () => {
  const { documentId } = await publish(shop, 'custom.old')
  const customerId = await aCustomer(shop)
  const has = (at?: Date) => shop.run((ctx) => hasConsent(ctx, innerOf(customerId), 'custom.old', at))
  await decide(shop, customerId, 'custom.old', 'granted')
  const { body } = await shop.call(api.retireDocument, { documentId })
  expect(body).toMatchObject({ status: 'retired', retiredAt: expect.any(String) })
  expect((await shop.call(api.retireDocument, { documentId })).body.retiredAt).toBe(body.retiredAt)
  expect(await has()).toBe(false)
  expect(await has(new Date(Date.parse(body.retiredAt) - 1))).toBe(true)
  for (const call of [
    decide(shop, customerId, 'custom.old', 'granted'),
    shop.call(api.publishVersion, { documentId, asksAgain: false, texts: newText }),
  ]) {
    expect(await call).toMatchObject({ status: 409, body: { code: 'consent.document_retired' } })
  }
  expect((await decide(shop, customerId, 'custom.old', 'withdrawn')).body).toMatchObject({
    state: 'withdrawn',
    status: 'retired',
  })
  // The purpose may get a new document; consents to the old one do not count for it.
  const next = await publish(shop, 'custom.old')
  expect(next.documentId).not.toBe(documentId)
  const { body: now } = await shop.call(api.read, { customerId })
  expect(
    now.items.filter(({ purpose }: api.State) => purpose === 'custom.old').map(({ state }: api.State) => state),
  ).toEqual(['withdrawn', 'none'])
  const published = (await shop.call(api.listDocuments, {})).body.items
  expect(published.map((one: api.Document) => one.documentId)).not.toContain(documentId)
  const all = (await shop.call(api.listDocuments, { status: 'all' })).body.items
  expect(all.map((one: api.Document) => one.documentId)).toContain(documentId)
})

test('publishing and retiring need consents:manage, and another tenant’s documents do not exist', async () => {
  const { documentId } = await publish(shop, 'custom.mine')
  const till = await shop.with('customers:read', 'customers:write')
  const change = { documentId, asksAgain: true, texts: newText }
  expect(await till.call(api.createDocument, { purpose: 'custom.x', texts: TEXTS })).toMatchObject({ status: 403 })
  expect(await till.call(api.publishVersion, change)).toMatchObject({ status: 403 })
  expect(await till.call(api.retireDocument, { documentId })).toMatchObject({ status: 403 })
  for (const answer of [
    await rival.call(api.publishVersion, change),
    await rival.call(api.retireDocument, { documentId }),
    await rival.call(api.listVersions, { documentId }),
    await decide(rival, await aCustomer(rival), 'custom.mine', 'granted'),
    await rival.call(api.decide, {
      customerId: await aCustomer(rival),
      documentId,
      decision: 'withdrawn',
      source: 'till',
    }),
  ]) {
    expect(answer).toMatchObject({ status: 404, body: { code: 'consent.document_not_found' } })
  }
})

test('publishing is told to others and audited', async () => {
  const at = await aTenant(world)
  const { documentId } = await publish(at, 'terms')
  await at.call(api.publishVersion, { documentId, asksAgain: true, texts: newText })
  await at.call(api.retireDocument, { documentId })
  const { rows } = await world.owner.query('select type, data from events where tenant_id = $1 order by at, id', [
    at.id,
  ])
  const facts = { documentId, purpose: 'terms' }
  expect(rows).toEqual([
    { type: 'ConsentVersionPublished', data: { ...facts, version: 1, asksAgain: false } },
    { type: 'ConsentVersionPublished', data: { ...facts, version: 2, asksAgain: true } },
    { type: 'ConsentDocumentRetired', data: facts },
  ])
  const { rows: audit } = await world.owner.query(
    `select action from audit_entries where tenant_id = $1 and action like 'consent%' order by at, id`,
    [at.id],
  )
  expect(audit.map(({ action }) => action)).toEqual([
    'consent_document.published',
    'consent_document.published',
    'consent_document.retired',
  ])
})

test('the server itself publishes by the same rules', async () => {
  const at = await aTenant(world)
  const own = { purpose: 'privacy', texts: { ar: TEXTS.ar } }
  const made = await at.run((ctx) => createDocument(ctx, own))
  expect(made.latest.texts).toEqual({ ar: { ...TEXTS.ar, sha256: expect.any(String) } })
  const customerId = await aCustomer(at)
  // The only available language, although the request asks for another.
  expect((await decide(at, customerId, 'privacy', 'granted')).body).toMatchObject({ title: TEXTS.ar.title })
})
