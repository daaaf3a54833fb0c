import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, LANGUAGES, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { open as openLook } from './world.ts'

interface Plans {
  readonly tier: { readonly key: string }
  readonly items: readonly { readonly planId: string; readonly status: string; readonly resumesAt: string | null }[]
}
const isHotels = ({ planId }: Plans['items'][number]) => planId === 'hotels'

describe.each(LANGUAGES)('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const t = wordsOf(language)

  test('a customer gets a plan after a look at what it changes, which rests until a day, and a flair', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Noora' })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await page.goto(`/customers/${id}?tab=membership`)
    await page.locator('[data-plan=free][data-status=active]').waitFor()
    await page.locator('main button', { hasText: PLAN[language] }).first().click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('input[aria-haspopup=listbox]').first().click()
    await page.locator('[role=option]:visible').last().click()
    await dialog.locator('[data-preview]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('plan-preview')
    await dialog.locator('button[type=submit]').click()
    await page.locator('[data-plan=hotels][data-status=active]').waitFor()
    expect(await api<Plans>('GET', `/customers/${id}/subscriptions`)).toMatchObject({ tier: { key: 'enterprise' } })
    const plan = page.locator('[data-plan=hotels]')
    await plan.getByRole('button', { name: t('plan.pause'), exact: true }).click()
    await dialog.locator('[name=until]').click()
    await page.locator('[data-day]:enabled').last().click()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('plan-pause')
    await dialog.locator('button[type=submit]').click()
    await page.locator('[data-plan=hotels][data-status=paused]').waitFor()
    const paused = (await api<Plans>('GET', `/customers/${id}/subscriptions`)).items.find(isHotels)
    expect(Date.parse(paused!.resumesAt!)).toBeGreaterThan(Date.now())
    await plan.getByRole('button', { name: t('plan.resume'), exact: true }).click()
    await page.locator('[data-plan=hotels][data-status=active]').waitFor()
    await page.locator('main button', { hasText: FLAIR[language] }).click()
    await page.locator('[role=dialog] input[aria-haspopup=listbox]').first().click()
    await page.locator('[role=option]:visible').first().click()
    await page.locator('[role=dialog] button[type=submit]').click()
    await page.locator('[data-flair]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('plan-tab')
    await screen.close()
  })

  test('the manager looks at plans and flairs, and who would get one', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await page.goto('/settings/plans')
    await page.locator('[data-plan=hotels]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('settings-plans')
    await page.goto('/settings/flairs')
    await page.locator('[data-flair=gold]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('settings-flairs')
    await screen.close()
  })
})

const PLAN = { en: 'Add a plan', ar: 'إضافة باقة' }
const FLAIR = { en: 'Give a flair', ar: 'منح وسام' }
