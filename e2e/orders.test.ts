import { describe, expect, test } from 'vitest'
import { api, codeSentTo } from './api.ts'
import { enterDemo, LANGUAGES, stumblingBlocks } from './screen.ts'
import { serve } from './till-steps.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const PHONES = {
  en: { counter: '+96899115601', guest: '+96899115611' },
  ar: { counter: '+96899115602', guest: '+96899115612' },
} as const

interface Order {
  readonly id: string
  readonly state: string
  readonly total: string
  readonly refunded: string
}
const ordersOf = async (customerId: string) =>
  (await api<{ items: Order[] }>('GET', `/customers/${customerId}/orders`)).items

/** A shop's checkout: no key, no login. */
async function checkOut(order: object) {
  const answer = await fetch(`${kith().url}/api/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith-tenant': kith().tenant.slug },
    body: JSON.stringify(order),
  })
  return { status: answer.status, body: (await answer.json()) as { code?: string } }
}

describe.each(LANGUAGES)('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const word = wordsOf(language)
  const { counter, guest } = PHONES[language]

  test('an order is added at the counter by keyboard, seen at once, refunded in part at the desk', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Noora', phone: counter })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await serve(screen, counter)
    await page.keyboard.press('F6')
    await page.locator('aside form input[name=amount]:focus').waitFor()
    await page.keyboard.type('1.2345')
    await page.keyboard.press('Enter')
    await page.locator('aside form .mantine-InputWrapper-error').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('order-form')
    await page.locator('aside form input[name=amount]').fill('1.4')
    await page.keyboard.press('Enter')
    await page.locator('[data-last-orders] li').first().waitFor()
    await screen.picture('order-at-counter')
    expect(await stumblingBlocks(screen)).toEqual([])
    expect(await ordersOf(id)).toMatchObject([{ total: '1.400', state: 'placed' }])

    await page.goto(`/customers/${id}?tab=orders`)
    const card = page.locator('[data-order]').first()
    await card.waitFor()
    await card.getByRole('button', { name: word('order.pay'), exact: true }).click()
    await page.locator('[data-order=paid]').waitFor()
    await card.getByRole('button', { name: word('order.refund'), exact: true }).click()
    await page.locator('[role=dialog] input[name=amount]').fill('0.4')
    await page.keyboard.press('Enter')
    await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    await screen.picture('order-tab')
    expect(await stumblingBlocks(screen)).toEqual([])
    expect(await ordersOf(id)).toMatchObject([{ refunded: '0.400', state: 'paid' }])
    await screen.close()
  })

  test('a guest order is the person’s once they sign in, and cash on delivery is refused until then', async () => {
    const contact = { phone: guest, firstName: 'Said' }
    expect((await checkOut({ total: 2_500, payment: 'card', contact })).status).toBe(201)
    expect(await checkOut({ total: 900, payment: 'cod', contact })).toMatchObject({
      ...{ status: 422, body: { code: 'order.cod_needs_phone' } },
    })

    const screen = await open()
    const { page } = screen
    await api('POST', '/customers/send-otp', { phone: guest, purpose: 'sign_in' })
    const { verificationToken } = await api<{ verificationToken: string }>('POST', '/customers/verify-otp', {
      ...{ phone: guest, purpose: 'sign_in', code: await codeSentTo(guest) },
    })
    const headers = { 'x-kith-tenant': kith().tenant.slug }
    const signedIn = await page.request.post('/api/v1/auth/phone', {
      ...{ headers, data: { verificationToken, session: 'cookie' } },
    })
    expect(signedIn.status()).toBe(200)
    const paidAtTheDoor = await page.request.post('/api/v1/orders', { headers, data: { total: 900, payment: 'cod' } })
    expect(paidAtTheDoor.status()).toBe(201)
    await page.goto('/account/orders')
    await page.locator('main [data-order=placed]').nth(1).waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('own-orders')
    await screen.close()
  })
})
