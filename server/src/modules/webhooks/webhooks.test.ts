import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { ROLES } from '../../permissions.ts'
import * as api from './contract.ts'
import { aWebhook } from './webhooks.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const AT = 'https://hooks.example/kith'
const nowhere = '0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47'

test('a webhook is registered with a secret that is shown once, and belongs to its business', async () => {
  const made = await shop.call(api.create, {
    url: `${AT}?token=abc`,
    description: 'Web shop',
    types: ['CustomerRegistered'],
  } as never)
  expect(made).toMatchObject({
    status: 201,
    body: { secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/), payload: 'thin', enabled: true, version: 1 },
  })
  const { id, secret } = made.body
  const { body } = await shop.call(api.get, { webhookId: id })
  expect(body).toMatchObject({ url: `${AT}?token=abc`, description: 'Web shop', types: ['CustomerRegistered'] })
  expect(JSON.stringify(body)).not.toContain(secret)
  expect((await shop.call(api.list, {})).body.items).toContainEqual(body)
  expect((await rival.call(api.list, {})).body.items).toEqual([])
  for (const endpoint of [api.get, api.disable, api.enable, api.remove] as const)
    expect(await rival.call(endpoint, { webhookId: id })).toMatchObject({
      status: 404,
      body: { code: 'webhook.not_found' },
    })
  const { rows } = await world.owner.query('select sealed from webhook_endpoints where id = $1', [id])
  expect(rows[0].sealed.toString('latin1')).not.toMatch(/hooks\.example|whsec_/)
})

test.each([
  ['http://hooks.example/', 'webhook_url_not_https'],
  ['http://10.1.2.3/', 'webhook_url_inside'],
  ['https://169.254.169.254/latest', 'webhook_url_inside'],
  ['https://[::ffff:10.0.0.1]/', 'webhook_url_inside'],
  ['https://[::127.0.0.1]/', 'webhook_url_inside'],
  ['https://[::10.0.0.1]/', 'webhook_url_inside'],
  ['https://user:pass@hooks.example/', 'webhook_url_with_password'],
])('%s is refused as %s', async (url, code) => {
  expect(await shop.call(api.create, { url } as never)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'url', code }] },
  })
})

test('a type that there is not is refused, and what describes customers needs the permission to export them', async () => {
  const unknown = await shop.call(api.create, { url: AT, types: ['CustomerRegistered', 'CustomerSneezed'] } as never)
  expect(unknown.body.errors).toMatchObject([{ path: 'types.1', code: 'event_type_unknown' }])
  const manager = await shop.with('webhooks:read', 'webhooks:manage')
  expect(await manager.call(api.create, { url: AT, payload: 'full' } as never)).toMatchObject({
    status: 403,
    body: { code: 'forbidden', needs: 'customers:export' },
  })
  const { id } = await aWebhook(shop, AT)
  expect((await manager.call(api.change, { webhookId: id, payload: 'full' })).status).toBe(403)
  expect((await (await shop.with(...ROLES.manager)).call(api.list, {})).body).toMatchObject({ needs: 'webhooks:read' })
})

test('a webhook that describes customers is turned nowhere else without the permission to export them', async () => {
  const { id: webhookId } = await aWebhook(shop, AT, { payload: 'full' })
  const manager = await shop.with('webhooks:read', 'webhooks:manage', 'customers:contacts')
  const refused = { status: 403, body: { code: 'forbidden', needs: 'customers:export' } }
  for (const wanted of [{ url: 'https://elsewhere.example/' }, { types: null }, { payload: 'full' as const }])
    expect(await manager.call(api.change, { webhookId, ...wanted })).toMatchObject(refused)
  const since = '2026-01-01T00:00:00Z'
  expect(await manager.call(api.replay, { webhookId, since } as never)).toMatchObject(refused)
  expect(await manager.call(api.resend, { webhookId, eventId: `evt_${'0'.repeat(32)}` })).toMatchObject(refused)
  expect(await manager.call(api.tryOut, { webhookId } as never)).toMatchObject(refused)
  expect((await manager.call(api.change, { webhookId, description: 'CRM' })).status).toBe(200)
  expect((await manager.call(api.disable, { webhookId })).status).toBe(200)
  expect(await manager.call(api.enable, { webhookId })).toMatchObject(refused)
  expect(
    (await manager.call(api.change, { webhookId, payload: 'thin', url: 'https://elsewhere.example/' })).status,
  ).toBe(200)
  expect((await manager.call(api.enable, { webhookId })).status).toBe(200)
})

test('it is changed by the version that was read, disabled, enabled and removed', async () => {
  const { id: webhookId } = await aWebhook(shop, AT)
  const changed = await shop.call(
    api.change,
    { webhookId, types: ['ConsentUpdated'], description: 'CRM' },
    { headers: { 'if-match': '"1"' } },
  )
  expect(changed).toMatchObject({
    status: 200,
    body: { types: ['ConsentUpdated'], description: 'CRM', url: AT, version: 2 },
  })
  const late = await shop.call(api.change, { webhookId, types: null }, { headers: { 'if-match': '"1"' } })
  expect(late).toMatchObject({ status: 412, body: { code: 'version_conflict' } })
  expect((await shop.call(api.disable, { webhookId })).body).toMatchObject({
    enabled: false,
    disabledBecause: 'by_hand',
  })
  expect(await shop.call(api.replay, { webhookId, since: '2026-01-01T00:00:00Z' } as never)).toMatchObject({
    status: 409,
    body: { code: 'webhook.is_disabled' },
  })
  expect((await shop.call(api.enable, { webhookId })).body).toMatchObject({ enabled: true, disabledBecause: null })
  expect((await shop.call(api.remove, { webhookId })).body).toEqual({ removed: webhookId })
  expect((await shop.call(api.get, { webhookId })).status).toBe(404)
})

test('rotating keeps the former secrets for as long as is said', async () => {
  const { id: webhookId, secret } = await aWebhook(shop, AT)
  const rotated = await shop.call(api.rotateSecret, { webhookId, keepHours: 2 } as never)
  expect(rotated.body.secret).not.toBe(secret)
  const [now, former] = rotated.body.secrets
  expect(now.expiresAt).toBeNull()
  expect(Date.parse(former.expiresAt) - Date.now()).toBeLessThanOrEqual(2 * 3_600_000)
  const ended = await shop.call(api.rotateSecret, { webhookId, keepHours: 0 } as never)
  expect(ended.body.secrets).toHaveLength(1)
})

describe('a damaged webhook', () => {
  test('is shown as such, sends nothing, and can be removed', async () => {
    const { id: webhookId } = await aWebhook(shop, AT)
    await world.owner.query(`update webhook_endpoints set sealed = sealed || 'x' where id = $1`, [webhookId])
    expect((await shop.call(api.get, { webhookId })).body).toMatchObject({ damaged: true, secrets: [] })
    for (const endpoint of [api.change, api.enable, api.rotateSecret])
      expect(await shop.call(endpoint as never, { webhookId } as never)).toMatchObject({
        status: 409,
        body: { code: 'webhook.damaged' },
      })
    expect((await shop.call(api.remove, { webhookId })).status).toBe(200)
  })
})

test('what there is not is not found', async () => {
  const eventId = `evt_${'0'.repeat(32)}`
  expect((await shop.call(api.get, { webhookId: nowhere })).body.code).toBe('webhook.not_found')
  const { id: webhookId } = await aWebhook(rival, AT)
  expect((await rival.call(api.resend, { webhookId, eventId })).body.code).toBe('webhook.delivery_not_found')
  expect((await rival.call(api.tryOut, { webhookId } as never)).body.code).toBe('webhook.no_event_yet')
})
