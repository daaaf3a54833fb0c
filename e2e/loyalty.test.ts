import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, LANGUAGES, stumblingBlocks } from './screen.ts'
import { serve } from './till-steps.ts'
import { open as openLook } from './world.ts'

const PHONES = { en: '+96899115701', ar: '+96899115702' } as const

interface Account {
  readonly balance: number
  readonly pending: number
}
const pointsOf = (customerId: string) => api<Account>('GET', `/customers/${customerId}/loyalty`)

describe.each(LANGUAGES)('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const phone = PHONES[language]

  test('a sale is quoted and points are redeemed at the counter, by keyboard', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Noora', phone })
    await api('POST', `/customers/${id}/loyalty/adjustments`, { points: 140, reason: 'a gift' })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await serve(screen, phone)
    await page.locator('[data-points]').first().waitFor()
    await page.keyboard.press('F7')
    await page.locator('[data-points-panel] input[name=amount]:focus').waitFor()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await page.locator('[data-points-panel] [role=status]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('points-quote')
    await page.locator('[data-points-panel] input[name=points]').fill('100')
    await page.keyboard.press('Enter')
    await page.locator('[data-points-panel]').waitFor({ state: 'detached' })
    expect(await pointsOf(id)).toMatchObject({ balance: 40 })

    await page.goto(`/customers/${id}?tab=loyalty`)
    await page.locator('[data-ledger] [data-kind=redeem]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('points-tab')
    await screen.close()
  })

  test('the manager tries rules, previews a review and sees what is owed', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await page.goto('/settings/loyalty')
    await page.locator('main h1').waitFor()
    await page.locator('form button[type=button]').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('points-settings')
    await screen.close()
  })
})
