import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, type Language, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { crowd, openIn } from './world.ts'

// A business that nothing was ordered from yet.
crowd(0)

describe.each<Language>(['en'])('in %s, the reporting currency', (language) => {
  const open = openIn(language)
  const t = wordsOf(language)

  test('is another one until an order counts, and then stays', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/settings/business')
    const form = page.getByRole('region', { name: t('settings.currency') })
    const save = form.getByRole('button', { name: t('settings.currencySave') })
    const choose = async (code: string) => {
      await form.locator('input[aria-haspopup=listbox]').fill(code)
      await page.locator('[role=option]:visible').filter({ hasText: code }).first().click()
      await save.click()
    }
    const decided = () => api('GET', '/settings/orders')
    await form.waitFor()
    expect(await decided()).toMatchObject({ currency: 'OMR', ownCurrency: null })
    expect(await save.isDisabled()).toBe(true)
    await choose('USD')
    await expect.poll(decided).toMatchObject({ currency: 'USD', ownCurrency: 'USD' })
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('settings-currency')

    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Hilal' })
    await api('POST', '/orders', { customerId: id, total: 12_50 })
    await page.goto(`/customers/${id}?tab=orders`)
    await page.locator('[data-order=placed]').getByText('12.50').first().waitFor()
    await page.goto('/settings/business')
    screen.expect(409)
    await choose('EUR')
    await form.getByRole('alert').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('settings-currency-refused')
    expect(await decided()).toMatchObject({ currency: 'USD' })
    await screen.close()
  })
})
