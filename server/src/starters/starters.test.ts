import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../../test/harness.ts'
import { NewTenant } from '../modules/tenants/contract.ts'
import { createTenant } from '../modules/tenants/index.ts'
import { furnish, type STARTER_NAMES, USUAL_STARTER } from './starters.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
type Body = any

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function begun(starter: (typeof STARTER_NAMES)[number]) {
  const slug = `new-${randomUUID().slice(0, 8)}`
  const given = NewTenant.parse({ slug, name: 'New' })
  const { apiKey } = await createTenant(world.kith.db, 'test', given, (ctx) => furnish(ctx, starter))
  const ask = async (path: string, init: RequestInit = {}): Promise<Body> => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    // biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
    return (await fetch(`${world.url}/api/v1${path}`, { ...init, headers })).json() as Promise<any>
  }
  return ask
}

test.each(['laundry', 'cafe', 'salon'] as const)(
  'a %s asks its customers from the first day, in both languages',
  async (name) => {
    const ask = await begun(name)
    const { items, topics } = await ask('/preference-schema')
    expect(items.length).toBeGreaterThan(2)
    for (const { label } of [...items, ...topics])
      expect(label).toEqual({ en: expect.any(String), ar: expect.stringMatching(/[\u0600-\u06ff]/) })
    const { items: documents } = await ask('/consents')
    expect(documents.map(({ purpose }: { purpose: string }) => purpose).sort()).toEqual([
      'marketing.email',
      'marketing.sms',
      'marketing.whatsapp',
      'privacy',
      'terms',
    ])
    const text = JSON.stringify(documents)
    expect(text).toContain('You may send me news')
    expect(text).toContain('أوافق على')
  },
)

test('without a starter it asks nothing, and a preference that it does not offer names where it would be', async () => {
  expect(USUAL_STARTER).toBe('empty')
  const ask = await begun('empty')
  expect((await ask('/preference-schema')).items).toEqual([])
  expect((await ask('/consents')).items).toEqual([])
  const { id } = await ask('/customers', { method: 'POST', body: '{}' })
  const refused = await ask(`/customers/${id}/preferences`, {
    method: 'PATCH',
    body: '{"values":{"folding":"hanger"}}',
  })
  expect(refused).toMatchObject({ code: 'preference.unfit', offeredBy: 'PUT /api/v1/preference-schema' })
})
