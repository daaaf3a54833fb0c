import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as consent from '../../consent/contract.ts'
import * as api from '../contract.ts'
import { PACKS } from '../packs.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const PURPOSES = ['privacy', 'marketing.sms', 'marketing.email', 'marketing.whatsapp', 'marketing.phone']

test('each law has its own words, in both languages, with its own deadline and how to take a yes back', async () => {
  const seen = new Set<string>()
  for (const [pack, { answerDays }] of Object.entries(PACKS)) {
    const { status, body } = await shop.call(api.readWording, { pack } as never)
    expect([status, body.pack, body.items.map(({ purpose }: { purpose: string }) => purpose)]).toEqual([
      200,
      pack,
      PURPOSES,
    ])
    const [notice, ...marketing] = body.items.map(({ texts }: { texts: consent.Texts }) => texts)
    for (const language of ['en', 'ar'] as const) expect(notice[language].text).toContain(` ${answerDays} `)
    for (const { en, ar } of [notice, ...marketing]) {
      expect(en.text).toMatch(/^[^\u0600-\u06ff]+$/)
      expect(ar.text).toMatch(/[\u0600-\u06ff]/)
      seen.add(en.text).add(ar.text)
    }
    for (const { en, ar } of marketing) {
      expect(en.text).toMatch(/in my account, by the link in a message or at the counter/)
      expect(ar.text).toContain('من حسابي أو من الرابط في الرسالة أو عند الصندوق')
    }
  }
  expect(seen.size).toBe(3 * PURPOSES.length * 2)
})

test('the words are those of the business’s law, name it, and can be published as they are', async () => {
  const at = await aTenant(world)
  expect((await at.call(api.readWording, {})).body.pack).toBe('pdpl-oman')
  await at.call(api.changeSettings, { pack: 'gdpr' })
  const { pack, items } = (await at.call(api.readWording, {})).body
  expect(pack).toBe('gdpr')
  for (const { purpose, texts } of items) {
    expect([texts.en.text.includes('A shop'), texts.ar.text.includes('A shop')]).toEqual([true, true])
    expect((await at.call(consent.createDocument, { purpose, texts })).status, purpose).toBe(201)
  }
  expect((await at.call(consent.listDocuments, {})).body.items).toHaveLength(PURPOSES.length)
})

test('need the permission to publish, and a known law', async () => {
  expect((await (await shop.with('privacy:manage')).call(api.readWording, {})).status).toBe(403)
  expect((await (await shop.with('consents:manage')).call(api.readWording, {})).status).toBe(200)
  expect((await shop.call(api.readWording, { pack: 'none' } as never)).status).toBe(422)
})
