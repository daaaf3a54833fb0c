import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, LANGUAGES, stumblingBlocks } from './screen.ts'
import { serve } from './till-steps.ts'
import { open as openLook } from './world.ts'

const PEOPLE = {
  en: {
    other: 'ar',
    first: 'Noora',
    phones: ['+96899115501', '+96899115511', '+96899115521', '+96899115531', '+96899115541', '+96899115551'],
  },
  ar: {
    other: 'en',
    first: 'نورة',
    phones: ['+96899115502', '+96899115512', '+96899115522', '+96899115532', '+96899115542', '+96899115552'],
  },
} as const

interface Decision {
  readonly decision: string
  readonly source: string
  readonly language: string
}
const newStub = async (firstName: string, phone: string, locale: string) =>
  (await api<{ id: string }>('POST', '/customers', { type: 'stub', firstName, phone, locale })).id

describe.each(LANGUAGES)('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const { first, other, phones } = PEOPLE[language]

  test('a consent is read out in the language of the customer and recorded by one key; a withdrawal too', async () => {
    const id = await newStub(first, phones[0], other)
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await serve(screen, phones[0])
    await page.keyboard.press('F9')
    const lines = page
      .locator('aside [data-tone]')
      .locator('xpath=..')
      .filter({ has: page.locator('svg') })
    await lines.first().waitFor()
    await screen.picture('consents')
    expect(await stumblingBlocks(screen)).toEqual([])
    await page.keyboard.press('Enter')
    const text = page.locator('aside blockquote')
    await text.waitFor()
    expect(await text.getAttribute('lang')).toBe(other)
    expect(await text.textContent()).toMatch(other === 'ar' ? /[؀-ۿ]{4}/ : /[a-z]{4}/i)
    await screen.picture('consent-read')
    expect(await stumblingBlocks(screen)).toEqual([])
    await page.keyboard.press('Enter')
    await lines.first().locator('[data-tone=accent]').waitFor()
    const said = async () => (await api<{ items: Decision[] }>('GET', `/customers/${id}/consents/events`)).items
    expect(await said()).toMatchObject([{ decision: 'granted', source: 'spoken', language: other }])

    await lines.first().click()
    await text.waitFor()
    await page.locator('aside button:focus').waitFor()
    await page.keyboard.press('Enter')
    await lines.first().locator('[data-tone=danger]').waitFor()
    expect((await said()).map(({ decision }) => decision)).toEqual(['withdrawn', 'granted'])

    screen.expect(422)
    await lines.filter({ hasText: /e-mail|البريد/ }).click()
    await text.waitFor()
    await page.locator('aside button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('aside [role=alert]').waitFor()
    await page.locator('aside button:focus').waitFor()
    await screen.picture('consent-refused')
    await page.keyboard.press('Escape')
    await text.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.locator('aside dl').waitFor()
    await screen.close()
  })

  test('an address is added by what its country needs, and another becomes the default', async () => {
    const id = await newStub(first, phones[1], language)
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await serve(screen, phones[1])
    await page.keyboard.press('F10')
    const form = page.locator('aside form')
    await form.locator('input[name=building]:focus').waitFor()
    screen.expect(422)
    await page.keyboard.press('Enter')
    await form.locator('[aria-invalid=true]').first().waitFor()
    await screen.picture('address-refused')
    expect(await stumblingBlocks(screen)).toEqual([])
    const words = { en: ['18 November St', 'Azaiba', 'Muscat'], ar: ['شارع ١٨ نوفمبر', 'العذيبة', 'مسقط'] }[language]
    for (const [index, name] of ['street', 'area', 'city'].entries()) {
      await form.locator(`input[name=${name}]`).fill(words[index]!)
    }
    await form.locator('button[type=submit]').click()
    const lines = page.locator('aside dl ~ div li, aside li')
    await lines.filter({ hasText: words[1]! }).waitFor()

    await page.keyboard.press('F10')
    await form.locator('select[name=country]').selectOption('AE')
    await form.locator('select[name=subdivision]').selectOption({ index: 1 })
    await form.locator('input[name=building]').fill('7B')
    await form.locator('input[name=city]').fill('Dubai')
    await form.locator('input[name=isDefault]').check({ force: true })
    await screen.picture('address-second')
    expect(await stumblingBlocks(screen)).toEqual([])
    await form.locator('button[type=submit]').click()
    await form.waitFor({ state: 'detached' })
    await page.locator('aside dl').waitFor()
    await lines.nth(1).waitFor()
    await screen.picture('address-known')
    const { items } = await api<{ items: { country: string; isDefault: boolean; area: string; area2: string }[] }>(
      'GET',
      `/customers/${id}/addresses`,
    )
    expect(items).toMatchObject([
      { country: 'AE', isDefault: true },
      { country: 'OM', isDefault: false, [language === 'ar' ? 'area2' : 'area']: words[1] },
    ])
    await lines.nth(1).locator('button').click()
    await lines.nth(0).filter({ hasText: words[1]! }).waitFor()
    await screen.close()
  })

  test('the last served are below the empty field, the last first, and are served again by one press', async () => {
    const [one, two] = [await newStub(first, phones[4], language), await newStub(`${first}b`, phones[5], language)]
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    for (const phone of [phones[4], phones[5]]) {
      await serve(screen, phone)
      await page.keyboard.press('Escape')
    }
    const last = page.locator('[data-served]')
    await expect.poll(() => last.count()).toBe(2)
    expect(await last.first().getAttribute('data-served')).toBe(two)
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('last-served')
    await last.nth(1).click()
    await page.locator('aside dl').waitFor()
    await page.locator('[role=combobox]:focus').waitFor()
    await expect.poll(() => last.first().getAttribute('data-served')).toBe(one)
    await page.locator('[role=combobox]').fill('9911')
    await last.first().waitFor({ state: 'detached' })
    await screen.close()
  })

  test('the customer’s own screen greets, shows what is read out, and never more than masked data', async () => {
    await newStub(first, phones[2], language)
    await newStub(`${first}b`, phones[3], language)
    const screen = await open()
    const { page, context } = screen
    await enterDemo(screen)
    const opened = context.waitForEvent('page')
    await page.locator('section h1 + div button').first().click()
    const second = await opened
    await second.setViewportSize({ width: 1024, height: 640 })
    const business = language === 'ar' ? 'مغسلة مرحبا' : 'Marhaba Laundry'
    await second.locator('h1').filter({ hasText: business }).waitFor()
    await screen.picture('second-nobody', second)
    expect(await second.evaluate('[window.opener, sessionStorage.length]')).toEqual([null, 0])
    const reached: string[] = []
    second.on('request', (request) => reached.push(request.url()))

    await serve(screen, phones[2])
    await second.locator('h1').filter({ hasText: first }).waitFor()
    await second.getByText(`•••• ${phones[2].slice(-4)}`).waitFor()
    await screen.picture('second-greeting', second)
    expect(await stumblingBlocks({ ...screen, page: second })).toEqual([])
    await page.bringToFront()
    await page.keyboard.press('F9')
    await page.locator('aside button[class]:focus').waitFor()
    await page.keyboard.press('Enter')
    await second.locator('section p').waitFor()
    await screen.picture('second-reading', second)
    expect(await stumblingBlocks({ ...screen, page: second })).toEqual([])
    for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key)
    await second.locator('h1').filter({ hasText: business }).waitFor()

    await serve(screen, phones[3])
    await second
      .locator('h1')
      .filter({ hasText: `${first}b` })
      .waitFor()
    const all = (await second.content()).replace(/[^\p{L}\p{N}+]/gu, '')
    for (const phone of phones) expect(all).not.toContain(phone.slice(-8))
    expect(reached.filter((url) => url.includes('/api/'))).toEqual([])
    await second.reload()
    await second
      .locator('h1')
      .filter({ hasText: `${first}b` })
      .waitFor()
    screen.expect(401)
    await page.locator('header button').last().click()
    await second.locator('h1').filter({ hasText: business }).waitFor()
    await screen.close()
  })
})
