import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codeSentTo } from './api.ts'
import { contentOf, enterByKey, enterDemo, enterWith, type Language, stumblingBlocks } from './screen.ts'
import { crowd, kith, open as openLook } from './world.ts'

crowd(250)

/** One pixel, which the screen draws anew. */
const FACE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const WORDS = {
  en: {
    name: 'Amal Busaidi',
    folded: 'Folded',
    muscat: 'Muscat',
    terms: 'Terms of service',
    privacy: 'Privacy notice',
  },
  ar: { name: 'أمل البوسعيدية', folded: 'مطوية', muscat: 'مسقط', terms: 'شروط الخدمة', privacy: 'إشعار الخصوصية' },
} as const

describe.each<Language>(['ar'])('in %s, of one person', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const words = WORDS[language]
  const arabic = language === 'ar'

  test('addresses are added by the rules of the country, pinned on the map, made the default, deleted and had back', async () => {
    const id = await newCustomer(language, 'address')
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}?tab=addresses`)
    await page.locator('[role=tabpanel] h2').waitFor()
    await screen.picture('person-addresses-none')
    await page.locator('[role=tabpanel] button').first().click()
    const form = page.locator('[role=dialog] form')
    await form.waitFor()
    const type = (label: RegExp, value: string) => form.getByLabel(label).fill(value)
    await type(arabic ? /^التسمية$/ : /^Label$/, arabic ? 'بيت العائلة' : 'Family home')
    screen.expect(422)
    await form.locator('button[type=submit]').click()
    await form.locator('.mantine-InputWrapper-error').first().waitFor()
    await screen.picture('person-address-refused')
    await type(arabic ? /^المبنى$/ : /^Building$/, arabic ? 'فيلا ١٢' : 'Villa 12')
    await type(arabic ? /^الشارع$/ : /^Street$/, arabic ? 'شارع السلطان قابوس' : 'Sultan Qaboos Street')
    await type(arabic ? /^المدينة( \*)?$/ : /^City( \*)?$/, words.muscat)
    await type(arabic ? /^المدينة بالإنجليزية$/ : /^City, in Arabic$/, arabic ? 'Muscat' : 'مسقط')
    await form.getByLabel(arabic ? 'المحافظة أو الإقليم' : 'Region').click()
    await page.getByRole('option', { name: words.muscat, exact: true }).click()
    const map = form.locator('[role=application]')
    await map.locator('path').nth(2).waitFor()
    await map.click({ position: { x: 300, y: 100 } })
    const latitude = form.getByLabel(arabic ? 'خط العرض' : 'Latitude')
    expect(Number(await latitude.inputValue())).toBeGreaterThan(16)
    const before = await latitude.inputValue()
    await map.press('ArrowUp')
    expect(Number(await latitude.inputValue())).toBeGreaterThan(Number(before))
    await latitude.fill('23.588')
    await form.getByLabel(arabic ? 'خط الطول' : 'Longitude').fill('58.383')
    expect(await stumblingBlocks(screen)).toEqual([])
    await map.scrollIntoViewIfNeeded()
    await screen.picture('person-address-form')
    await form.locator('button[type=submit]').click()
    const cards = page.locator('[role=tabpanel] article')
    await cards.filter({ hasText: words.muscat }).waitFor()
    await asOwner('POST', `/${id}/addresses`, { type: 'work', building: 'Tower 3', city: 'Sohar', label: 'Office' })
    await page.reload()
    await cards.nth(1).waitFor()
    await cards.nth(1).locator('input[type=checkbox]').press('Space')
    await cards.first().filter({ hasText: 'Office' }).waitFor()
    expect(await cards.first().locator('input[type=checkbox]').isChecked()).toBe(true)
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-addresses')
    await cards.first().locator('button').last().click()
    await page.locator('.mantine-Notification-root button').first().waitFor()
    await cards.nth(1).waitFor({ state: 'detached' })
    await screen.picture('person-address-deleted')
    await page.locator('.mantine-Notification-body button').click()
    await cards.nth(1).waitFor()
    await cards.first().locator('button').last().click()
    await page.locator('[role=tabpanel] [aria-expanded=false]').last().click()
    await page.locator('[role=tabpanel] button').last().click()
    await cards.nth(1).waitFor()
    await screen.close()
  })

  test('two people change one address, and nothing is lost', async () => {
    const id = await newCustomer(language, 'collide')
    const made = await asOwner('POST', `/${id}/addresses`, { building: 'Villa 1', city: 'Muscat' })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}?tab=addresses`)
    await page.locator('[role=tabpanel] article button').first().click()
    const form = page.locator('[role=dialog] form')
    await form.getByLabel(arabic ? 'المبنى بالإنجليزية' : /^Building$/, { exact: true }).fill('Villa 2')
    await asOwner('PATCH', `/${id}/addresses/${made.id}`, { building: 'Villa 3', floor: '4' })
    screen.expect(412)
    await form.locator('button[type=submit]').click()
    await page.locator('[role=dialog] [role=radio]').last().click()
    await screen.picture('person-address-conflict')
    await page.locator('[role=dialog] button:not([role=radio])').nth(1).click()
    await page.locator('[role=tabpanel] article').filter({ hasText: 'Villa 2' }).waitFor()
    expect(await asOwner('GET', `/${id}/addresses/${made.id}`)).toMatchObject({ building: 'Villa 2', floor: '4' })
    await screen.close()
  })

  test('preferences follow what the business asks about, and a collision keeps both', async () => {
    const id = await newCustomer(language, 'wishes')
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}?tab=preferences`)
    const panel = page.locator('[role=tabpanel]')
    const offers = panel.locator('[name="communication.sms.offers"]')
    // Never asked: neither yes nor no.
    expect(await offers.isChecked()).toBe(false)
    await offers.check()
    await offers.uncheck()
    await panel.locator('input[role=combobox], input[aria-haspopup=listbox]').first().click()
    await page.getByRole('option', { name: words.folded }).click()
    await panel.locator('[role=switch]').last().press('Space')
    await panel.locator('[name="quietHours.from"]').fill('21:30')
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-preferences')
    await asOwner('PATCH', `/${id}/preferences`, { values: { folding: 'hanger', ecoFriendly: true } })
    await asOwner('PATCH', `/${id}/preferences`, { communication: { sms: { news: false } } })
    screen.expect(412)
    await panel.locator('button[type=submit]').click()
    await panel.locator('[role=alert]').waitFor()
    await screen.picture('person-preferences-conflict')
    await panel.locator('button:not([role=radio])').first().click()
    await panel.locator('form button[type=submit]').waitFor()
    await expect
      .poll(() => asOwner('GET', `/${id}/preferences`))
      .toMatchObject({
        values: { folding: 'folded', ecoFriendly: true },
        communication: { sms: { offers: false, news: false } },
        quietHours: { from: '21:30', to: '07:00' },
      })
    await screen.close()
  })

  test('a consent is given and withdrawn, the time machine shows what stood between, and a receipt is printed', async () => {
    const id = await newCustomer(language, 'consents')
    await asOwner('POST', `/${id}/consents`, { purpose: 'privacy', decision: 'granted', source: 'till' })
    await asOwner('POST', `/${id}/consents`, { purpose: 'privacy', decision: 'withdrawn', source: 'spoken' })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}?tab=consents`)
    const panel = page.locator('[role=tabpanel]')
    const line = (title: string) => panel.locator('ul > li').filter({ hasText: title })
    const isNow = (title: string, tone: string) => line(title).locator(`[data-tone=${tone}]`).waitFor()
    await line(words.terms).locator('button').last().click()
    await page.locator('[role=dialog] form article').waitFor()
    await page.locator('[role=dialog] form input:not([type=radio])').fill('Fatma')
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-consent-grant')
    await page.locator('[role=dialog] button[type=submit]').click()
    await isNow(words.terms, 'accent')
    await isNow(words.privacy, 'danger')
    await screen.picture('person-consents')
    expect(await stumblingBlocks(screen)).toEqual([])

    await panel.locator('[role=slider]').press('Home')
    await panel.locator('[data-past]').waitFor()
    await expect.poll(() => panel.locator('ul [data-tone=accent]').count()).toBe(0)
    // For the state before the withdrawal: later decisions do not count, and no decision is possible.
    await panel.locator('ol > li').last().locator('button').first().click()
    await isNow(words.privacy, 'accent')
    await isNow(words.terms, 'quiet')
    expect(await line(words.terms).locator('button').count()).toBe(0)
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-consents-then')
    await panel.locator('[data-past] button').last().click()
    await isNow(words.terms, 'accent')

    await line(words.terms).locator('button').last().click()
    await page.locator('[role=dialog] button[type=submit]').click()
    await isNow(words.terms, 'danger')
    await panel.locator('ol > li').nth(3).waitFor()
    await panel.locator('ol > li').first().locator('button').last().click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('dl').waitFor()
    await screen.picture('person-receipt')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#root').isVisible()).toBe(false)
    await screen.picture('person-receipt-on-paper')
    await page.emulateMedia({ media: 'screen' })
    await screen.close()
  })

  test('staff see with what a customer signs in and where, and sign them out', async () => {
    const { customerId, token } = await registered()
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${customerId}?tab=logins`)
    const panel = page.locator('[role=tabpanel]')
    await panel.locator('tbody tr').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-logins')
    await panel.locator('tbody button').first().click()
    await page.locator('[role=dialog] textarea').fill('lost')
    await screen.picture('person-sign-out')
    await page.locator('[role=dialog] button[type=submit]').click()
    await panel.locator('table').waitFor({ state: 'detached' })
    expect((await me(token)).status).toBe(401)
    const name = (await asOwner('GET', `/${customerId}`))['displayName']
    await page.locator('[data-new-display-name]').click()
    await expect.poll(async () => (await asOwner('GET', `/${customerId}`))['displayName']).not.toBe(name)
    await page.locator('[data-opens=history]').click()
    await panel.locator('ol > li').first().waitFor()
    await screen.picture('person-history')
    await screen.close()
  })

  test('a phone is verified with the code that the customer reads out', async () => {
    const id = await newCustomer(language, 'verified')
    const { phone } = await asOwner('GET', `/${id}`)
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}`)
    await page.locator('[data-verify=phone]').click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('button[type=submit]').click()
    await dialog.locator('input[name=code]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await dialog.locator('input[name=code]').fill(await codeSentTo(String(phone)))
    await dialog.waitFor({ state: 'detached' })
    expect(await asOwner('GET', `/${id}`)).toMatchObject({ phoneVerified: true })
    await page.locator('[data-verify=phone]').waitFor({ state: 'detached' })
    await screen.close()
  })

  test('a slip and a label with the number of the customer are printed, without anything else', async () => {
    const id = await newCustomer(language, 'printed')
    const { number } = await asOwner('GET', `/${id}`)
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}`)
    for (const [at, what] of ['slip', 'label'].entries()) {
      await page.locator('[data-print]').click()
      await page.getByRole('menuitem').nth(at).click()
      const paper = page.locator(`[role=dialog] [data-${what}]`)
      await paper.waitFor()
      expect(await paper.textContent()).toContain(number)
      expect(await paper.locator('svg[role=img]').count()).toBe(1)
      expect(await stumblingBlocks(screen)).toEqual([])
      await screen.picture(`person-${what}`)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('#root').isVisible()).toBe(false)
      expect(await paper.isVisible()).toBe(true)
      await page.emulateMedia({ media: 'screen' })
      await page.keyboard.press('Escape')
      await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    }
    await screen.close()
  })

  test('a picture is given by staff, seen in the head of the customer, and removed', async () => {
    const id = await newCustomer(language, 'pictured')
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}`)
    await page.locator('[data-change-picture]').click()
    const dialog = page.locator('[role=dialog]')
    const file = { name: 'face.png', mimeType: 'image/png', buffer: FACE }
    await dialog.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('no picture') })
    await dialog.locator('[role=alert]').waitFor()
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.locator('img[data-picture]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-picture')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('[data-change-picture] img[data-picture]').click()
    await dialog.locator('[data-remove-picture]').click()
    await page.locator('img[data-picture]').first().waitFor({ state: 'detached' })
    await screen.close()
  })

  test('a view is saved for the next time, on any device', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/customers?type=full&sort=spent&order=desc')
    await page.locator('[role=row] a').first().waitFor()
    const menu = page.locator('[data-views]')
    const name = arabic ? 'الأكثر إنفاقًا' : 'Spend most'
    await menu.click()
    await page.locator('[role=menuitem]').first().click()
    await page.locator('[role=dialog] input').fill(name)
    await page.locator('[role=dialog] button[type=submit]').click()
    await menu.filter({ hasText: name }).waitFor()
    await screen.close()
    const elsewhere = await open()
    await enterDemo(elsewhere, '/customers')
    await elsewhere.page.locator('[data-views]').click()
    await elsewhere.page.locator('[role=menuitemcheckbox]').filter({ hasText: name }).waitFor()
    await elsewhere.picture('customers-views')
    await elsewhere.page.locator('[role=menuitemcheckbox]').filter({ hasText: name }).click()
    await elsewhere.page.waitForURL(/sort=spent/)
    expect(elsewhere.page.url()).toContain('type=full')
    await elsewhere.page.locator('[data-views]').filter({ hasText: name }).click()
    await elsewhere.page.locator('[role=menuitem]').last().click()
    await elsewhere.page.locator('[data-views]').filter({ hasNotText: name }).waitFor()
    await elsewhere.close()
  })

  test('a view is shared by a manager, used by a cashier, and taken back', async () => {
    const manager = await open()
    const name = arabic ? 'الجدد' : 'The new ones'
    await enterWith(manager, await kith().keyOf('manager'), '/customers?type=stub')
    const menu = manager.page.locator('[data-views]')
    await menu.click()
    await manager.page.locator('[role=menuitem]').first().click()
    await manager.page.locator('[role=dialog] input').fill(name)
    await manager.page.locator('[role=dialog] button[type=submit]').click()
    await menu.filter({ hasText: name }).click()
    await manager.page.locator('[data-share]').click()
    await menu.click()
    await manager.page.locator('[role=menuitemcheckbox][data-shared]').waitFor()
    expect(await stumblingBlocks(manager)).toEqual([])

    const cashier = await open()
    await enterWith(cashier, await kith().keyOf('cashier'), '/customers')
    await cashier.page.locator('[data-views]').click()
    const shared = cashier.page.locator('[role=menuitemcheckbox][data-shared]').filter({ hasText: name })
    await shared.waitFor()
    expect(await stumblingBlocks(cashier)).toEqual([])
    await cashier.picture('customers-views-shared')
    await shared.click()
    await cashier.page.waitForURL(/type=stub/)
    await cashier.page.locator('[data-views]').filter({ hasText: name }).click()
    await shared.waitFor()
    // To save as another is all that a cashier may.
    expect(await cashier.page.locator('[role=menuitem]').count()).toBe(1)

    await manager.page.locator('[role=menuitem]').last().click()
    await manager.page.locator('[role=dialog] button[type=submit]').click()
    await menu.filter({ hasNotText: name }).waitFor()
    await cashier.page.goto('/customers')
    await cashier.page.locator('[data-views]').click()
    await cashier.page.locator('[role=menuitem]').first().waitFor()
    await shared.waitFor({ state: 'detached' })
    await cashier.close()
    await manager.close()
  })

  test('several are chosen with shift, exported with a reason, and deactivated; of each is said how it went', async () => {
    for (let n = 0; n < 4; n++) await newCustomer(language, `bulk${n}`)
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/customers?sort=created&order=desc')
    const boxes = page.locator('[role=cell] input[type=checkbox]')
    await boxes.first().click()
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    await expect.poll(() => page.locator('[role=row][aria-selected=true]').count()).toBe(4)
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('customers-chosen')
    const bar = page.locator('section section')
    const dialog = page.locator('[role=dialog]')
    await bar.locator('button').first().click()
    await dialog.locator('textarea').fill('for the survey')
    const [file] = await Promise.all([page.waitForEvent('download'), dialog.locator('button[type=submit]').click()])
    const csv = (await contentOf(file)).toString()
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    await screen.picture('customers-exported')
    await dialog.locator('button').last().click()
    await dialog.waitFor({ state: 'detached' })
    // Another user merges one of them meanwhile: that one is refused and reported, and the survivor stays as it is.
    const link = await page.locator('[role=row][aria-selected=true] a').first().getAttribute('href')
    const other = link!.split('/').at(-1)!.split('?')[0]!
    const into = await newCustomer(language, 'survivor')
    await asOwner('POST', '/merge', { from: other, into, reason: 'the same person' })
    screen.expect(409)
    const last = await page.locator('[role=row][aria-selected=true] a').last().getAttribute('href')
    const deactivated = last!.split('/').at(-1)!.split('?')[0]!
    await bar.locator('button').nth(1).click()
    await dialog.locator('textarea').fill('test people')
    await dialog.locator('button[type=submit]').click()
    await dialog.locator('li').filter({ hasText: 'CUST-' }).waitFor()
    await screen.picture('customers-deactivated')
    expect(await asOwner('GET', `/${into}`)).toMatchObject({ status: 'active' })
    await dialog.locator('[data-undo]').waitFor()
    expect(await asOwner('GET', `/${deactivated}`)).toMatchObject({ status: 'deactivated' })
    await dialog.locator('[data-undo]').click()
    await expect.poll(async () => (await asOwner('GET', `/${deactivated}`))['status']).toBe('active')
    await screen.close()
  })
})

test('a role without deactivation and export selects nothing, and sees no sessions', async () => {
  const { customerId } = await registered()
  const key = await kith().keyOf('cashier')
  const screen = await openLook({ language: 'en', scheme: 'light' })
  const { page } = screen
  await enterByKey(screen, key, '/customers')
  await page.locator('[role=row] a').first().waitFor()
  expect(await page.locator('[role=table] input[type=checkbox]').count()).toBe(0)
  await page.goto(`/customers/${customerId}?tab=logins`)
  await page.locator('[role=tabpanel] ul').first().waitFor()
  expect(await page.locator('[role=tabpanel] table').count()).toBe(0)
  await screen.close()
})

test('all customers are exported, with the rows counted as they come', async () => {
  const screen = await openLook({ language: 'en', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen, '/customers?type=stub,full')
  await page.locator('[role=row] a').first().waitFor()
  const shown = (await page.locator('footer').textContent()) ?? ''
  const begin = page.locator('h1 ~ div button').first().click()
  const [file] = await Promise.all([page.waitForEvent('download'), begin])
  const lines = (await contentOf(file)).toString().trim().split('\r\n')
  expect(lines.length - 1).toBe(Number(shown.split(' of ')[1]!.replace(/\D/g, '')))
  await screen.close()
})

type Json = Record<string, unknown> & { readonly id: string }
async function asOwner(method: string, where: string, body?: unknown): Promise<Json> {
  const answer = await fetch(`${kith().url}/api/v1/customers${where}`, {
    method,
    headers: { authorization: `Bearer ${kith().apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const json = (await answer.json()) as Json
  if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${JSON.stringify(json)}`)
  return json
}

let last = 0
async function newCustomer(language: Language, what: string): Promise<string> {
  last += 1
  const phone = `+968922${language === 'en' ? 3 : 4}${String(last).padStart(4, '0')}`
  const names = { firstName: `Amal ${what}`, lastName: 'Busaidi', name2: WORDS.ar.name }
  return (await asOwner('POST', '', { type: 'stub', ...names, phone })).id
}

async function registered(): Promise<{ readonly customerId: string; readonly token: string }> {
  const answer = await fetch(`${kith().url}/api/v1/auth/register`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-kith-tenant': kith().tenant.slug,
      'user-agent': 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    },
    body: JSON.stringify({
      email: `amal.${randomUUID()}@example.com`,
      password: 'saffron kettle seventeen',
      firstName: 'Amal',
    }),
  })
  const { account, accessToken } = (await answer.json()) as { account: { customerId: string }; accessToken: string }
  return { customerId: account.customerId, token: accessToken }
}

const me = (token: string) =>
  fetch(`${kith().url}/api/v1/auth/me`, {
    headers: { authorization: `Bearer ${token}`, 'x-kith-tenant': kith().tenant.slug },
  })
