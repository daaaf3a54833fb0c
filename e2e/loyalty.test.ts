import { describe, expect, test } from 'vitest'
import { ageCodes } from '../server/test/browser.ts'
import { api, codeSentTo, prove } from './api.ts'
import { enterDemo, LANGUAGES, stumblingBlocks } from './screen.ts'
import { signInByPhone } from './sign-in-steps.ts'
import { serve } from './till-steps.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const PHONES = { en: '+96899115701', ar: '+96899115702' } as const

interface Account {
  readonly balance: number
  readonly debt: number
}
const pointsOf = (customerId: string) => api<Account>('GET', `/customers/${customerId}/loyalty`)

describe.each(LANGUAGES)('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const phone = PHONES[language]
  const word = wordsOf(language)

  test('a sale earns points, others are quoted and redeemed for it by keyboard, and its refund undoes both', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Noora', phone })
    await api('POST', `/customers/${id}/contacts/verify`, { verificationToken: await prove(phone, 'verification') })
    await api('POST', `/customers/${id}/loyalty/adjustments`, { points: 140, reason: 'a gift' })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await serve(screen, phone)
    await page.locator('[data-points]').first().waitFor()
    await page.keyboard.press('F6')
    await page.locator('aside form input[name=amount]:focus').waitFor()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await page.locator('[data-last-orders] li').first().waitFor()
    expect(await pointsOf(id)).toMatchObject({ balance: 152 })

    await page.keyboard.press('F7')
    await page.locator('[data-points-panel] input[name=amount]:focus').waitFor()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await page.locator('[data-points-panel] [role=status]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('points-quote')
    await page.locator('[data-points-panel] input[name=points]').focus()
    await page.keyboard.type('100')
    await page.keyboard.press('Enter')
    await page.locator('[data-points-panel]').waitFor({ state: 'detached' })
    expect(await pointsOf(id)).toMatchObject({ balance: 52 })

    await page.goto(`/customers/${id}?tab=orders`)
    const card = page.locator('article[data-order]').first()
    await card.getByRole('button', { name: word('order.refund'), exact: true }).click()
    await page.locator('[role=dialog] input[name=amount]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    expect(await pointsOf(id)).toMatchObject({ balance: 140, debt: 0 })
    await page.goto(`/customers/${id}?tab=loyalty`)
    await page.locator('[data-ledger] [data-kind=revert]').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('points-tab')
    await screen.close()
  })
})

test('so many points are redeemed only with a code that was sent to the customer, or with the card in their app', async () => {
  const phone = '+96899115703'
  const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Zahra', phone })
  await api('POST', `/customers/${id}/loyalty/adjustments`, { points: 1_500, reason: 'a gift' })
  const own = await openLook({ language: 'ar', scheme: 'light' })
  await signInByPhone(own, phone, '/account/points')
  await own.page.getByRole('button', { name: wordsOf('ar')('mine.cardShow') }).click()
  await own.page.getByRole('img', { name: wordsOf('ar')('mine.card') }).waitFor()
  expect(await stumblingBlocks(own)).toEqual([])
  await own.picture('own-card')

  const screen = await openLook({ language: 'ar', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen)
  const panel = page.locator('[data-points-panel]')
  const redeem = async () => {
    await serve(screen, phone)
    await page.keyboard.press('F7')
    await panel.locator('input[name=points]').fill('600')
    screen.expect(403)
    await page.keyboard.press('Enter')
    await panel.locator('input[name=card]').waitFor()
  }
  await redeem()
  expect(await pointsOf(id)).toMatchObject({ balance: 1_500 })
  // As if the code to sign in had been sent a minute ago.
  await ageCodes(kith().folder, kith().tenant.id)
  await panel.getByText(wordsOf('ar')('points.sendCode')).click()
  await panel.locator('input[name=code]:focus').waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('points-code')
  await page.keyboard.type(await codeSentTo(phone))
  await panel.waitFor({ state: 'detached' })
  expect(await pointsOf(id)).toMatchObject({ balance: 900 })

  await page.goto('/till')
  await redeem()
  // A scanner types what the picture says.
  const card = `fetch('/api/v1/me/loyalty/card', { method: 'POST' }).then((answer) => answer.json())`
  const shown = await own.page.evaluate<{ card: string }>(card)
  await panel.locator('input[name=card]').fill(shown.card)
  await page.keyboard.press('Enter')
  await panel.waitFor({ state: 'detached' })
  expect(await pointsOf(id)).toMatchObject({ balance: 300 })
  await own.close()
  await screen.close()
})

test('the manager multiplies points, tries the rules, previews a review and sees what is owed', async () => {
  const screen = await openLook({ language: 'ar', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen)
  await page.goto('/settings/loyalty')
  await page.locator('main h1').waitFor()
  await page.locator('input[name="multipliers.days.fri"]').fill('٢')
  await page.locator('input[name=category]').fill('laundry')
  await page.locator('fieldset button').click()
  await page.locator('input[name="multipliers.categories.laundry"]').fill('1.5')
  await page.locator('[data-simulate]').click()
  await page.locator('[data-simulation]').waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('points-settings')
  await page.locator('form button[type=submit]').first().click()
  await expect
    .poll(async () => (await api<{ rules: object }>('GET', '/settings/loyalty/points')).rules)
    .toMatchObject({ multipliers: { days: { fri: '2' }, categories: { laundry: '1.5' } } })
  await screen.close()
})
