import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, type Language, type Screen, stumblingBlocks } from './screen.ts'
import { signInByPhone } from './sign-in-steps.ts'
import { wordsOf } from './words.ts'
import { openIn } from './world.ts'

const PHONE = '+96899115641'
const VISA = { provider: 'thawani', token: 'card_9f2c', brand: 'Visa', lastFour: '1111', expiryMonth: 4 }
const MASTERCARD = { ...VISA, token: 'card_51aa', brand: 'Mastercard', lastFour: '4444' }

describe.each<Language>(['ar'])('in %s, cards', (language) => {
  const open = openIn(language)
  const t = wordsOf(language)

  test('are listed without their numbers, and removed at the desk and by the person at home', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Ibtisam', phone: PHONE })
    for (const card of [VISA, MASTERCARD])
      await api('POST', `/customers/${id}/payment-methods`, { ...card, expiryYear: 2099 })
    const lines = [{ sku: 'THOBE', quantity: 2, name: 'Thobe', unitPrice: 1_500 }]
    await api('PUT', `/customers/${id}/cart`, { lines })
    const kept = async () => {
      const { items } = await api<{ items: { brand: string }[] }>('GET', `/customers/${id}/payment-methods`)
      return items.map(({ brand }) => brand)
    }
    async function remove({ page }: Screen, brand: string, lastFour: string) {
      const label = t('order.removeCardOf').replace('{{card}}', `${brand} •••• ${lastFour}`)
      await page.getByRole('button', { name: label, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: t('order.removeCard'), exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    const screen = await open()
    const cards = screen.page.locator('[data-cards] li')
    await enterDemo(screen, `/customers/${id}?tab=orders`)
    await cards.nth(1).waitFor()
    await screen.page.locator('[data-cart] li').getByText('Thobe').waitFor()
    expect(await screen.page.locator('[data-cards]').textContent()).toContain('•••• 1111')
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('cards')
    await remove(screen, 'Visa', '1111')
    await cards.filter({ hasText: 'Visa' }).waitFor({ state: 'detached' })
    expect(await kept()).toEqual(['Mastercard'])
    await screen.close()

    const own = await open()
    await signInByPhone(own, PHONE, '/account/orders')
    await own.page.locator('[data-cards]').getByText('•••• 4444').waitFor()
    expect(await stumblingBlocks(own)).toEqual([])
    await own.picture('own-cards')
    const cart = own.page.locator('[data-cart]')
    await cart.getByRole('button', { name: t('cart.clear'), exact: true }).click()
    const asked = own.page.getByRole('dialog')
    await asked.getByRole('button', { name: t('cart.clear'), exact: true }).click()
    await cart.waitFor({ state: 'detached' })
    await asked.waitFor({ state: 'detached' })
    await remove(own, 'Mastercard', '4444')
    await own.page.locator('[data-cards]').waitFor({ state: 'detached' })
    expect(await kept()).toEqual([])
    await own.close()
  })
})
