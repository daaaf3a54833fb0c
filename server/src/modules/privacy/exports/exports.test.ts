import { strFromU8, unzipSync } from 'fflate'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../test/harness.ts'
import { modules } from '../../../modules.ts'
import * as api from '../contract.ts'
import { aRequest, aStub, eventsOf, inner, nobody, prove, runErrands, runNamed } from '../privacy.harness.ts'
import { pack, TooLarge } from './archive.ts'
import { page } from './page.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const ask = (customerId: string, more: Record<string, unknown> = {}, at = shop) =>
  at.call(api.askForExport, { customerId, ...more } as never)
const link = (customerId: string, exportId: string, at = shop) => at.call(api.linkExport, { customerId, exportId })
const newest = async (customerId: string) => (await shop.call(api.listExports, { customerId })).body.items[0]
const download = (url: string, apiKey = shop.apiKey) => fetch(url, { headers: { authorization: `Bearer ${apiKey}` } })
const tokenOf = (url: string) => url.split('/').at(-1)!
const urlOf = (token: string) => `${world.url}/api/v1/privacy-exports/${token}`
const readClaims = (url: string) => JSON.parse(Buffer.from(tokenOf(url).split('.')[1]!, 'base64url').toString())
const secret = (at: Shop) => at.run(async ({ keys }) => keys.digest('privacy export link', 'signing key'))
/** A token as an attacker might forge it. */
const elsewhere = (claims: object, typ: string, key: Uint8Array) =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ }).sign(key)
async function files(answer: Response): Promise<Record<string, string>> {
  const unzipped = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.fromEntries(Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]))
}
async function ready(input: Record<string, unknown> = {}) {
  const { id } = await aStub(shop, input)
  const { body } = await ask(id)
  await runErrands(world, shop)
  return { customerId: id, exportId: body.id as string }
}

describe('an export', () => {
  test('is built outside of the request, tells how far it is, and holds a file per module and a page', async () => {
    const { id } = await aStub(shop, { firstName: 'Exportina' })
    const { status, body } = await ask(id)
    expect(status).toBe(202)
    expect(body).toMatchObject({
      status: 'waiting',
      progress: { done: 0, of: modules.length },
      bytes: null,
      language: 'en',
    })
    expect((await ask(id)).body).toMatchObject({ code: 'privacy.export_under_way', exportId: body.id })
    expect((await link(id, body.id)).body).toMatchObject({ code: 'privacy.export_not_ready', exportStatus: 'waiting' })
    await runErrands(world, shop)
    expect(await newest(id)).toMatchObject({
      id: body.id,
      status: 'ready',
      progress: { done: modules.length, of: modules.length },
    })
    const given = await link(id, body.id)
    expect(given.status).toBe(201)
    const answer = await download(given.body.url)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="personal-data.zip"',
    ])
    const unzipped = await files(answer)
    expect(JSON.parse(unzipped['customers.json']!).customer.firstName).toBe('Exportina')
    expect(unzipped['index.html']).toContain('Exportina')
    expect(await eventsOf(world, shop, 'PrivacyExportReady')).toContainEqual({
      customerId: inner(id),
      exportId: body.id,
    })
  })

  test('in the background comes by itself', async () => {
    const living = await aWorld()
    await living.startBackground()
    const at = await aTenant(living)
    const { id } = await aStub(at)
    await ask(id, {}, at)
    await eventually(async () => (await at.call(api.listExports, { customerId: id })).body.items[0].status === 'ready')
    await living.close()
  })

  test('is stored only sealed, and both asking and downloading stand in the history', async () => {
    const { customerId, exportId } = await ready({ firstName: 'Sealedina' })
    const { rows } = await world.owner.query('select archive from privacy_exports where id = $1', [exportId])
    expect(rows[0].archive.includes('PK\u0003\u0004')).toBe(false)
    await download((await link(customerId, exportId)).body.url)
    const { body } = await shop.request('GET', `/api/v1/customers/${customerId}/history`)
    expect(body.items.map(({ action }: { action: string }) => action).slice(0, 3)).toEqual([
      'privacy.export_downloaded',
      'privacy.export_linked',
      'privacy.export_asked',
    ])
  })

  test('of an Arabic reader reads from right to left', async () => {
    const { id } = await aStub(shop, { locale: 'ar', firstName: 'Salma' })
    const { body } = await ask(id)
    await runErrands(world, shop)
    const html = (await files(await download((await link(id, body.id)).body.url)))['index.html']!
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('ما نحتفظ به عنك')
    expect(html).toContain('الاسم الأول')
    expect(html).toContain('<tr><th>النوع</th><td><bdi>مبدئي</bdi></td></tr>')
  })

  test('translates fixed values to Arabic, and leaves free text as it is', () => {
    const held = { status: 'active', notes: 'active', extra: { status: 'active' }, channels: [{ channel: 'sms' }] }
    const html = page([{ name: 'customers', held }], 'ar', new Date())
    expect(html).toContain('<th>الحالة</th><td><bdi>نشط</bdi></td>')
    expect(html.split('<bdi>active</bdi>')).toHaveLength(3)
    expect(html).toContain('<bdi>رسالة نصية</bdi>')
    expect(page([{ name: 'customers', held }], 'en', new Date()).split('<bdi>active</bdi>')).toHaveLength(4)
  })

  test('escapes everything that a person wrote into names, values and keys', async () => {
    const evil = `<script>alert('x')</script>"&`
    const { id } = await aStub(shop, { firstName: evil, notes: evil, extra: { [evil]: [evil] } })
    const { body } = await ask(id)
    await runErrands(world, shop)
    const html = (await files(await download((await link(id, body.id)).body.url)))['index.html']!
    expect(html).not.toContain('<script')
    expect(html.split('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;').length).toBeGreaterThan(4)
    expect(page([{ name: '<b>', held: { '<i>': '<u>' } }], 'en', new Date())).not.toMatch(/<[bui]>/)
  })

  test('for a request wants one for access, open, of this person, with the identity proved', async () => {
    const [one, other] = [await aStub(shop), await aStub(shop)]
    const access = await aRequest(shop, one.id, 'access')
    expect((await ask(one.id, { requestId: access.id })).body.code).toBe('privacy.identity_not_proved')
    await prove(shop, access.id)
    expect((await ask(other.id, { requestId: access.id })).body.code).toBe('privacy.wrong_request')
    expect((await ask(one.id, { requestId: (await aRequest(shop, one.id, 'objection')).id })).body.code).toBe(
      'privacy.wrong_request',
    )
    expect((await ask(one.id, { requestId: access.id })).body.requestId).toBe(access.id)
  })

  test('is deleted after its days; and with the person, whose link then leads nowhere', async () => {
    const kept = await ready()
    await world.owner.query(`update privacy_exports set delete_at = now() - interval '1 second' where id = $1`, [
      kept.exportId,
    ])
    expect((await link(kept.customerId, kept.exportId)).body.code).toBe('privacy.export_not_ready')
    await runNamed(world, 'expire-privacy-exports')
    expect(await newest(kept.customerId)).toMatchObject({ status: 'expired' })
    const { rows } = await world.owner.query('select archive from privacy_exports where id = $1', [kept.exportId])
    expect(rows[0].archive).toBeNull()
    const gone = await ready()
    const { url } = (await link(gone.customerId, gone.exportId)).body
    await shop.call(api.eraseCustomer, { customerId: gone.customerId, reason: 'requested' })
    expect((await download(url)).status).toBe(404)
  })

  test('whose person is erased while it waits is never built; one whose builder died is taken over', async () => {
    const erased = await aStub(shop)
    await ask(erased.id)
    await shop.call(api.eraseCustomer, { customerId: erased.id, reason: 'requested' })
    await runErrands(world, shop)
    const { rows } = await world.owner.query('select 1 from privacy_exports where customer_id = $1', [inner(erased.id)])
    expect(rows).toEqual([])
    const later = await aStub(shop)
    const { body } = await ask(later.id)
    await world.owner.query(
      `update privacy_exports set attempts = 1, due_at = now() + interval '1 minute' where id = $1`,
      [body.id],
    )
    await runErrands(world, shop)
    expect((await newest(later.id)).status).toBe('waiting')
    await world.owner.query(`update privacy_exports set due_at = now() - interval '1 second' where id = $1`, [body.id])
    await runErrands(world, shop)
    expect((await newest(later.id)).status).toBe('ready')
    const poison = await aStub(shop)
    const { id } = (await ask(poison.id)).body
    await world.owner.query(`update privacy_exports set attempts = 5 where id = $1`, [id])
    await runErrands(world, shop)
    expect(await newest(poison.id)).toMatchObject({ status: 'failed', failure: 'gave_up' })
  })

  test('has a limit of size', async () => {
    const noise = Array.from(
      { length: 46_000 },
      () => crypto.randomUUID().repeat(1) + crypto.getRandomValues(Buffer.alloc(800)).toString('base64'),
    )
    await expect(pack([{ name: 'x', held: { noise } }], 'en', new Date())).rejects.toThrow(TooLarge)
  })
})

describe('a link', () => {
  test('is good for this tenant, this scope and some minutes; a new one ends the one before', async () => {
    const { customerId, exportId } = await ready()
    const first = (await link(customerId, exportId)).body
    const validFor = Date.parse(first.expiresAt) - Date.now()
    expect([validFor > 9 * 60_000, validFor <= 10 * 60_000]).toEqual([true, true])
    const second = (await link(customerId, exportId)).body
    expect((await download(first.url)).status).toBe(404)
    expect((await download(second.url, rival.apiKey)).status).toBe(404)
    expect((await download(second.url, (await shop.with('privacy:manage')).apiKey)).status).toBe(404)
    expect((await download(second.url, (await shop.with('privacy:read', 'customers:export')).apiKey)).status).toBe(403)
    expect((await fetch(second.url)).status).toBe(401)
    expect((await download(second.url)).status).toBe(200)
    expect((await download(urlOf('short'))).status).toBe(404)
  })

  test('is signed: an altered character, claim or kind is refused, as is another purpose', async () => {
    const { customerId, exportId } = await ready()
    const other = await ready()
    const token = tokenOf((await link(customerId, exportId)).body.url)
    await link(other.customerId, other.exportId)
    const [head, body, signature] = token.split('.') as [string, string, string]
    const said = JSON.parse(Buffer.from(body, 'base64url').toString())
    expect(Object.keys(said).sort()).toEqual(['exp', 'exportId', 'iss', 'jti', 'sub'])
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
    const altered = [head, body, signature].flatMap((one, index) =>
      [0, one.length >> 1, one.length - 2].map((at) => {
        const parts = [head, body, signature]
        parts[index] = one.slice(0, at) + (one[at] === 'A' ? 'B' : 'A') + one.slice(at + 1)
        return parts.join('.')
      }),
    )
    for (const forged of [
      ...altered,
      [head, part({ ...said, exportId: other.exportId }), signature].join('.'),
      [head, part({ ...said, exp: said.exp + 600 }), signature].join('.'),
      [part({ alg: 'none', typ: 'kith-export-link+jwt' }), body, 'A'.repeat(43)].join('.'),
      await elsewhere(said, 'kith-export-link+jwt', Buffer.alloc(32, 7)),
      await elsewhere(said, 'at+jwt', await secret(shop)),
    ])
      expect((await download(urlOf(forged))).status, forged).toBe(404)
    expect((await download(urlOf(token))).status).toBe(200)
    expect((await download(urlOf(await elsewhere(said, 'kith-export-link+jwt', await secret(shop))))).status).toBe(200)
  })

  test('ends with its minutes, and is of no use to the neighbour who signs the same claims', async () => {
    const { customerId, exportId } = await ready()
    const said = readClaims((await link(customerId, exportId)).body.url)
    const sign = async (claims: object, at: Shop) =>
      urlOf(await elsewhere(claims, 'kith-export-link+jwt', await secret(at)))
    const now = Math.floor(Date.now() / 1000)
    const late = await download(await sign({ ...said, exp: now - 1 }, shop))
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([404, 'privacy.link_invalid'])
    const { exp: _, ...endless } = said
    expect((await download(await sign(endless, shop))).status).toBe(404)
    expect((await download(await sign(said, rival), rival.apiKey)).status).toBe(404)
    expect((await download(await sign(said, rival))).status).toBe(404)
    expect((await download(await sign({ ...said, exp: now + 60 }, shop))).status).toBe(200)
  })

  test('is not given out by an Idempotency-Key again, and stands nowhere', async () => {
    const { customerId, exportId } = await ready()
    const headers = { 'idempotency-key': 'a-link' }
    const links = [
      await shop.call(api.linkExport, { customerId, exportId }, { headers }),
      await shop.call(api.linkExport, { customerId, exportId }, { headers }),
    ]
    expect(links[0]!.body.url).not.toBe(links[1]!.body.url)
    const signature = tokenOf(links[1]!.body.url).split('.')[2]!
    const { rows } = await world.owner.query('select e::text as row from privacy_exports e where id = $1', [exportId])
    expect(rows[0].row).not.toContain(signature)
    expect(rows[0].row).not.toContain(Buffer.from(signature, 'base64url').toString('hex'))
  })

  test('dies with its export, which a privacy manager may delete before it expires', async () => {
    const { customerId, exportId } = await ready()
    const { url } = (await link(customerId, exportId)).body
    const withdraw = (at: Pick<Shop, 'call'>) => at.call(api.withdrawExport, { customerId, exportId })
    expect((await withdraw(rival)).status).toBe(404)
    expect((await withdraw(await shop.with('privacy:read'))).status).toBe(403)
    expect((await download(url)).status).toBe(200)
    expect((await withdraw(shop)).body).toMatchObject({ id: exportId, status: 'expired' })
    expect((await withdraw(shop)).body).toMatchObject({ id: exportId, status: 'expired' })
    expect((await download(url)).status).toBe(404)
    expect((await link(customerId, exportId)).body.code).toBe('privacy.export_not_ready')
    const { rows } = await world.owner.query('select archive from privacy_exports where id = $1', [exportId])
    expect(rows[0].archive).toBeNull()
    const { body } = await shop.request('GET', `/api/v1/customers/${customerId}/history`)
    const actions = body.items.map(({ action }: { action: string }) => action)
    expect(actions.filter((action: string) => action === 'privacy.export_withdrawn')).toHaveLength(1)
    const later = (await ask(customerId)).body
    expect((await shop.call(api.withdrawExport, { customerId, exportId: later.id })).status).toBe(409)
  })

  test('is only for an export of this customer', async () => {
    const [one, other] = [await ready(), await ready()]
    expect((await link(one.customerId, other.exportId)).body.code).toBe('privacy.export_not_found')
    expect((await link(nobody, one.exportId)).body.code).toBe('customer.not_found')
    expect((await link(one.customerId, one.exportId, rival)).body.code).toBe('customer.not_found')
    expect((await rival.call(api.listExports, { customerId: one.customerId })).status).toBe(404)
    expect((await ask(one.customerId, {}, rival)).status).toBe(404)
  })
})
