import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { itself } from '../../kit/caller.ts'
import { inTenant } from '../../kit/transaction.ts'
import { change } from '../customers/contract.ts'
import {
  aCustomer,
  aFullCustomer,
  anEmail,
  decide,
  follow,
  inner,
  linksTo,
  merge,
  pathOf,
  press,
  publish,
  states,
} from './consent.harness.ts'
import * as api from './contract.ts'
import { consent, hasConsent, unsubscribeHeaders } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
let changing: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
  // Before the first link is followed: a visitor's tenants are remembered for some seconds.
  changing = await aTenant(world)
  for (const at of [shop, rival]) {
    for (const purpose of ['terms', 'marketing.sms', 'marketing.email']) await publish(at, purpose)
  }
})
afterAll(() => world.close())

/** A customer with a pending consent to e-mail marketing, and the path of the confirmation link. */
async function asked(more: Record<string, unknown> = {}, at = shop) {
  const email = anEmail()
  const customerId = await aFullCustomer(at, { email, ...more })
  const { body } = await decide(at, customerId, 'marketing.email', 'granted')
  const [link] = await linksTo(at, email)
  return { customerId, email, body, link: link! }
}
const stateOf = async (customerId: string, at = shop) => (await states(at, customerId))['marketing.email']
const sooner = (customerId: string) =>
  world.owner.query(
    `update consent_confirmations set expires_at = expires_at - interval '2 minutes' where customer_id = $1`,
    [inner(customerId)],
  )

describe('e-mail marketing asks twice', () => {
  test('and the first yes counts for nothing until the button behind the link is pressed', async () => {
    const { customerId, body, link } = await asked()
    expect(body.state).toBe('pending')
    const has = () => shop.run((ctx) => hasConsent(ctx, inner(customerId), 'marketing.email'))
    expect(await has()).toBe(false)
    const page = await follow(world, link)
    expect(page.status).toBe(200)
    expect(page.text).toContain('<form method="post">')
    expect(page.text).toContain('We may send you offers.')
    // A scanner that opened the link did not consent.
    expect(await stateOf(customerId)).toBe('pending')
    expect((await press(world, link)).status).toBe(200)
    expect(await stateOf(customerId)).toBe('granted')
    expect(await has()).toBe(true)
    const { body: events } = await shop.call(api.listEvents, { customerId })
    expect(events.items.map(({ decision, source, actor }: api.Recorded) => [decision, source, actor])).toEqual([
      ['granted', 'confirmation', 'visitor'],
      ['requested', 'till', expect.stringMatching(/^key:/)],
    ])
  })

  test('the link works once, also when it is pressed twice at the same moment', async () => {
    const { customerId, link } = await asked()
    const answers = await Promise.all([press(world, link), press(world, link), press(world, link)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    expect((await press(world, link)).status).toBe(404)
    const { rows } = await world.owner.query(
      `select from consent_events where customer_id = $1 and decision = 'granted'`,
      [inner(customerId)],
    )
    expect(rows).toHaveLength(1)
  })

  test('a used link does not bring back what was withdrawn since, and neither does an unused one', async () => {
    const used = await asked()
    await press(world, used.link)
    await decide(shop, used.customerId, 'marketing.email', 'withdrawn')
    expect((await press(world, used.link)).status).toBe(404)
    expect(await stateOf(used.customerId)).toBe('withdrawn')

    const unused = await asked()
    await decide(shop, unused.customerId, 'marketing.email', 'withdrawn')
    expect((await press(world, unused.link)).status).toBe(404)
    expect(await stateOf(unused.customerId)).toBe('withdrawn')
  })

  test('a link is good for a week, and the job then forgets it', async () => {
    const { customerId, link } = await asked()
    await world.owner.query('update consent_confirmations set expires_at = now() where customer_id = $1', [
      inner(customerId),
    ])
    expect((await press(world, link)).status).toBe(404)
    expect(await stateOf(customerId)).toBe('pending')
    await shop.run(consent.jobs[0]!.run)
    const { rows } = await world.owner.query('select from consent_confirmations where customer_id = $1', [
      inner(customerId),
    ])
    expect(rows).toEqual([])
  })

  test('a link to an address that is not the customer’s any more confirms nothing', async () => {
    const { customerId, link } = await asked()
    await shop.call(change, { customerId, email: anEmail() })
    expect((await press(world, link)).status).toBe(404)
    expect(await stateOf(customerId)).toBe('pending')
  })

  test('only the newest link counts, and mailboxes are not flooded', async () => {
    const { customerId, email, link } = await asked()
    const again = () => decide(shop, customerId, 'marketing.email', 'granted')
    const refused = await again()
    expect(refused).toMatchObject({ status: 429, body: { code: 'consent.confirmation_just_sent' } })
    expect(refused.headers.get('retry-after')).toBe('60')
    await sooner(customerId)
    expect((await again()).status).toBe(201)
    const links = await linksTo(shop, email)
    expect(links).toHaveLength(2)
    const newest = links.find((one) => one !== link)!
    expect((await press(world, link)).status).toBe(404)
    expect((await press(world, newest)).status).toBe(200)
  })

  test('who confirmed once need not for a new version; who withdrew has to again', async () => {
    const at = changing
    const { documentId } = await publish(at, 'marketing.email')
    const { customerId, link } = await asked({}, at)
    await press(world, link)
    await at.call(api.publishVersion, { documentId, asksAgain: true, texts: { en: { title: 'B', text: 'B' } } })
    expect(await stateOf(customerId, at)).toBe('outdated')
    expect((await decide(at, customerId, 'marketing.email', 'granted')).body.state).toBe('granted')
    await decide(at, customerId, 'marketing.email', 'withdrawn')
    await sooner(customerId)
    expect((await decide(at, customerId, 'marketing.email', 'granted')).body.state).toBe('pending')
  })

  test('without an address there is nothing to confirm; imported consents were confirmed elsewhere', async () => {
    const customerId = await aCustomer(shop)
    expect(await decide(shop, customerId, 'marketing.email', 'granted')).toMatchObject({
      status: 422,
      body: { code: 'consent.email_needed' },
    })
    const imported = await decide(shop, customerId, 'marketing.email', 'granted', { source: 'import' })
    expect(imported.body.state).toBe('granted')
  })

  test('a business may go without, and says so in the document', async () => {
    const at = await aTenant(world)
    await publish(at, 'marketing.email', { doubleOptIn: false })
    const customerId = await aFullCustomer(at)
    expect((await decide(at, customerId, 'marketing.email', 'granted')).body.state).toBe('granted')
  })

  test('another tenant’s link, an altered and an invented one open nothing', async () => {
    const { customerId, link } = await asked()
    const token = link.split('/').at(-1)!
    const flipped = `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`
    const unsubscribeToken = await unsubscribePath(customerId)
    for (const path of [
      link.replace(shop.id, rival.id),
      link.replace(shop.id, shop.slug).replace(token, flipped),
      link.replace(token, 'x'),
      link.replace('consent-confirmations', 'unsubscribe'),
      unsubscribeToken.replace('unsubscribe', 'consent-confirmations'),
    ]) {
      expect((await press(world, path)).status, path).toBe(404)
      expect((await follow(world, path)).status, path).toBe(404)
    }
    expect(await stateOf(customerId)).toBe('pending')
  })

  test('the link says nothing about the person, and its like is nowhere in the database', async () => {
    const { customerId, link, email } = await asked({ firstName: 'Qaisar' })
    const token = link.split('/').at(-1)!
    expect(link).toMatch(/^\/api\/v1\/consent-confirmations\/[0-9a-f-]{36}\/[A-Za-z0-9_-]{43}$/)
    expect(link).not.toContain(inner(customerId).slice(-12))
    const secrets = [token, Buffer.from(token, 'base64url').toString('hex'), email]
    for (const table of [
      'consent_confirmations',
      'consent_events',
      'consent_links',
      'events',
      'audit_entries',
      'messages',
    ]) {
      const { rows } = await world.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${table} t`)
      for (const secret of secrets) {
        for (const encoding of ['utf8', 'hex', 'base64'] as const) {
          expect(rows[0].all, `${table} ${secret}`).not.toContain(Buffer.from(secret).toString(encoding))
        }
      }
    }
  })

  test('of two merged, the one who still has to confirm is asked, and may', async () => {
    const { customerId, link } = await asked()
    const into = await aFullCustomer(shop)
    // The survivor keeps its own address, so the link to the other proves nothing about it.
    const undo = await merge(shop, customerId, into)
    expect(await stateOf(into)).toBe('pending')
    expect((await press(world, link)).status).toBe(404)
    await undo()
    expect((await press(world, link)).status).toBe(200)
    expect(await stateOf(customerId)).toBe('granted')

    const other = await asked()
    const bare = await aCustomer(shop)
    const undoOther = await merge(shop, other.customerId, bare)
    expect((await press(world, other.link)).status).toBe(200)
    expect(await stateOf(bare)).toBe('granted')
    // The link is used, even if the customer was merged meanwhile.
    await undoOther()
    expect((await press(world, other.link)).status).toBe(404)
  })
})

async function unsubscribePath(customerId: string, purpose = 'marketing.email', at = shop): Promise<string> {
  const headers = await at.run((ctx) => unsubscribeHeaders(ctx, inner(customerId), purpose))
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  return pathOf(/^<(.+)>$/.exec(headers['List-Unsubscribe'])![1]!)
}

describe('an unsubscribe link', () => {
  const subscribed = async (more: Record<string, unknown> = {}) => {
    const customerId = await aFullCustomer(shop, more)
    await decide(shop, customerId, 'marketing.email', 'granted', { source: 'import' })
    await decide(shop, customerId, 'marketing.sms', 'granted')
    return { customerId, path: await unsubscribePath(customerId) }
  }

  test('shows a page with a button and changes nothing until it is pressed', async () => {
    const { customerId, path } = await subscribed()
    const page = await follow(world, path)
    expect(page).toMatchObject({ status: 200 })
    expect(page.text).toContain('<html lang="en" dir="ltr">')
    expect(page.text).toContain('<button>Unsubscribe</button>')
    expect(await stateOf(customerId)).toBe('granted')
  })

  test('shows it in the person’s language, not the browser’s', async () => {
    const { path } = await subscribed({ locale: 'ar' })
    for (const page of [
      await follow(world, path, { headers: { 'accept-language': 'en' } }),
      await press(world, path),
    ]) {
      expect(page.text).toContain('<html lang="ar" dir="rtl">')
      expect(page.text).toContain('العروض')
    }
  })

  test('withdraws with one POST of a mail program: a form of either kind, without a login, from anywhere', async () => {
    const multipart = new FormData()
    multipart.set('List-Unsubscribe', 'One-Click')
    for (const init of [
      { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { body: multipart },
      { headers: { origin: 'null' } },
      { headers: { origin: 'https://mail.example', cookie: 'kith_access=whatever' } },
      { headers: { authorization: 'Bearer kith_wrong' } },
    ] as RequestInit[]) {
      const { customerId, path } = await subscribed()
      expect((await follow(world, path, { method: 'POST', ...init })).status).toBe(200)
      expect(await states(shop, customerId)).toMatchObject({
        'marketing.email': 'withdrawn',
        'marketing.sms': 'granted',
      })
    }
  })

  test('followed again, or three times at once, leaves one withdrawal; and works again after a new consent', async () => {
    const { customerId, path } = await subscribed()
    const answers = await Promise.all([press(world, path), press(world, path), press(world, path)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const withdrawals = async () =>
      (
        await world.owner.query(`select from consent_events where customer_id = $1 and source = 'unsubscribe'`, [
          inner(customerId),
        ])
      ).rowCount
    expect(await withdrawals()).toBe(1)
    await decide(shop, customerId, 'marketing.email', 'granted', { source: 'import' })
    expect(await unsubscribePath(customerId)).toBe(path)
    await press(world, path)
    expect(await withdrawals()).toBe(2)
  })

  test('is bound to its tenant, its person and its purpose, and cannot be altered or invented', async () => {
    const { customerId, path } = await subscribed()
    const token = path.split('/').at(-1)!
    const bytes = Buffer.from(token, 'base64url')
    const changed = (index: number) => {
      const copy = Buffer.from(bytes)
      copy[index]! ^= 1
      return copy.toString('base64url')
    }
    const { path: another } = await subscribed()
    const spliced = Buffer.concat([
      Buffer.from(another.split('/').at(-1)!, 'base64url').subarray(0, 16),
      bytes.subarray(16),
    ]).toString('base64url')
    for (const bad of [changed(0), changed(15), changed(16), changed(31), spliced, token.slice(1), `${token}A`, '']) {
      const answer = await press(world, path.replace(token, bad))
      expect(answer.status, bad).toBe(404)
    }
    expect((await press(world, path.replace(token, '%00'))).status).toBe(422)
    expect((await press(world, path.replace(shop.id, rival.id))).status).toBe(404)
    expect((await press(world, path.replace(shop.id, 'nobody'))).status).toBe(404)
    expect(await stateOf(customerId)).toBe('granted')
    expect(await unsubscribePath(customerId, 'marketing.sms')).not.toBe(path)
  })

  test('an invalid one says so in the browser’s language', async () => {
    const path = `/api/v1/unsubscribe/${shop.id}/nothing`
    expect((await follow(world, path, { headers: { 'accept-language': 'ar' } })).text).toContain('هذا الرابط غير صالح')
    expect((await follow(world, path)).text).toContain('This link is not valid')
  })

  test('is made for marketing only, and for customers only', async () => {
    const { customerId } = await subscribed()
    await expect(unsubscribePath(customerId, 'terms')).rejects.toMatchObject({
      kind: { code: 'consent.document_not_found' },
    })
  })

  test('says nothing about the person', async () => {
    const { customerId, path } = await subscribed()
    expect(path).toMatch(/^\/api\/v1\/unsubscribe\/[0-9a-f-]{36}\/[A-Za-z0-9_-]{43}$/)
    const bytes = Buffer.from(path.split('/').at(-1)!, 'base64url').toString('hex')
    expect(bytes).not.toContain(inner(customerId).replaceAll('-', ''))
    const page = await follow(world, path)
    expect(page.text).not.toContain('Muna')
    expect(page.text).not.toContain('@example.com')
  })

  test('of a merged customer withdraws for the survivor', async () => {
    const { customerId, path } = await subscribed()
    const into = await aFullCustomer(shop)
    await merge(shop, customerId, into)
    expect(await stateOf(into)).toBe('granted')
    expect((await press(world, path)).status).toBe(200)
    expect(await stateOf(into)).toBe('withdrawn')
  })

  test('of a deactivated customer works, of an erased one leads nowhere', async () => {
    const { customerId, path } = await subscribed()
    await shop.request('DELETE', `/api/v1/customers/${customerId}`)
    expect((await press(world, path)).status).toBe(200)
    await shop.run((ctx) => consent.personalData.erase(ctx, inner(customerId)))
    expect((await press(world, path)).status).toBe(404)
  })

  test('forms are taken nowhere else', async () => {
    const answer = await fetch(`${world.url}/api/v1/customers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'type=guest',
    })
    expect(answer.status).toBe(415)
  })

  test('leads to where people reach the business', async () => {
    const customerId = inner(await aFullCustomer(shop))
    const config = { ...world.kith.config, KITH_PUBLIC_URL: 'https://laundry.example/' }
    const headers = await inTenant({ ...world.kith.db, config }, itself(shop.id, 'test'), (ctx) =>
      unsubscribeHeaders(ctx, customerId, 'marketing.sms'),
    )
    expect(headers['List-Unsubscribe']).toMatch(/^<https:\/\/laundry\.example\/api\/v1\/unsubscribe\//)
  })
})
