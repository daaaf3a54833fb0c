import { describe, expect, test } from 'vitest'
import { api, prove } from './api.ts'
import { makeStub, readyForOffline } from './offline-steps.ts'
import { enterDemo, type Language, stumblingBlocks } from './screen.ts'
import { signInByPhone } from './sign-in-steps.ts'
import { serve } from './till-steps.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const PHONES = { counter: '+96899115601', guest: '+96899115611', atTheDoor: '+96899115621', alone: '+96899115631' }

interface Order {
  readonly id: string
  readonly state: string
  readonly total: string
  readonly refunded: string
}
const ordersOf = async (customerId: string) =>
  (await api<{ items: Order[] }>('GET', `/customers/${customerId}/orders`)).items
const holderOf = async (phone: string) => (await api<{ id?: string }>('POST', '/customers/lookup', { phone })).id

/** A shop’s checkout: no key, no login. */
async function checkOut(order: object) {
  const answer = await fetch(`${kith().url}/api/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith-tenant': kith().tenant.slug },
    body: JSON.stringify(order),
  })
  return { status: answer.status, body: (await answer.json()) as { code?: string } }
}

describe.each<Language>(['en'])('in %s', (language) => {
  const open = (more: { offline?: true } = {}) => openLook({ language, scheme: 'light', ...more })
  const word = wordsOf(language)

  test('an order is added at the counter by keyboard, seen at once, refunded in part at the desk', async () => {
    const { counter } = PHONES
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
    const card = page.locator('article[data-order]').first()
    await card.waitFor()
    await card.getByRole('button', { name: word('order.pay'), exact: true }).click()
    await page.locator('[data-order=paid]').waitFor()
    await card.locator('[data-order-history] summary').click()
    await card.locator('[data-happened=paid]').waitFor()
    await card.getByRole('button', { name: word('order.refund'), exact: true }).click()
    await page.locator('[role=dialog] input[name=amount]').fill('0.4')
    await page.keyboard.press('Enter')
    await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    await screen.picture('order-tab')
    expect(await stumblingBlocks(screen)).toEqual([])
    expect(await ordersOf(id)).toMatchObject([{ refunded: '0.400', state: 'paid' }])
    await card.locator('[data-print-receipt]').click()
    const receipt = page.locator('[role=dialog] [data-receipt]')
    await receipt.waitFor()
    expect(await receipt.locator('[data-business] bdi').first().isVisible()).toBe(true)
    expect(await stumblingBlocks(screen)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#root').isVisible()).toBe(false)
    expect(await receipt.isVisible()).toBe(true)
    await screen.close()
  })

  test('of an order with lines some money goes back for each, and never more than is left of a line', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { firstName: 'Rahma' })
    const lines = [
      { name: 'Dishdasha', amount: 1_000 },
      { name: 'Suit', amount: 2_000 },
    ]
    await api('POST', '/orders', { customerId: id, total: 3_000, lines })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}?tab=orders`)
    const dialog = page.locator('[role=dialog]')
    const ofLine = (name: string) => dialog.locator('[data-refund-lines]').getByLabel(name)
    const byLines = async () => {
      await page.getByRole('button', { name: word('order.refund'), exact: true }).click()
      await dialog.locator('[data-refund-lines] summary').click()
      await ofLine('Dishdasha').fill('0.5')
    }
    await byLines()
    await ofLine('Suit').fill('1')
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('refund-by-lines')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(await ordersOf(id)).toMatchObject([
      {
        refunded: '1.500',
        refunds: [
          {
            lines: [
              { position: 1, amount: '0.500' },
              { position: 2, amount: '1.000' },
            ],
          },
        ],
      },
    ])

    await byLines()
    await ofLine('Dishdasha').fill('0.6')
    screen.expect(422)
    await page.keyboard.press('Enter')
    await dialog.locator('.mantine-InputWrapper-error').waitFor()
    await screen.picture('refund-by-lines-refused')
    await ofLine('Dishdasha').fill('0.5')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(await ordersOf(id)).toMatchObject([{ refunded: '2.000' }])
    await screen.close()
  })

  test('a guest order is the person’s own once they sign in with the phone', async () => {
    const { guest } = PHONES
    expect((await checkOut({ total: 2_500, contact: { phone: guest, firstName: 'Said' } })).status).toBe(201)
    const screen = await open()
    const { page } = screen
    await signInByPhone(screen, guest, '/account/orders')
    await page.locator('main [data-order=placed]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('own-orders')
    await screen.close()
  })

  test('cash on delivery is refused to an unverified phone, taken with a proof, and remembered when refused at the door', async () => {
    const contact = { phone: PHONES.atTheDoor, firstName: 'Hilal' }
    expect((await checkOut({ total: 700, payment: 'card', contact })).status).toBe(201)
    const atTheDoor = { total: 900, payment: 'cod', contact }
    expect(await checkOut(atTheDoor)).toMatchObject({ status: 422, body: { code: 'order.cod_needs_phone' } })

    const id = await holderOf(contact.phone)
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, `/customers/${id}?tab=orders`)
    await page.locator('article[data-order] [data-signals]').waitFor()

    const verificationToken = await prove(contact.phone, 'cod')
    expect((await checkOut({ ...atTheDoor, verificationToken })).status).toBe(201)
    await page.reload()
    await page.locator('article[data-order]').nth(1).waitFor()
    expect(await page.locator('[data-signals]').count()).toBe(0)

    const card = page.locator('article[data-order]').first()
    await card.getByRole('button', { name: word('order.cancel'), exact: true }).click()
    await page.locator('[role=dialog] select[name=reason]').selectOption('refused_at_door')
    await page
      .locator('[role=dialog]')
      .getByRole('button', { name: word('order.cancel'), exact: true })
      .click()
    await page.locator('[data-order=cancelled]').waitFor()
    await page.locator('[data-signals]').first().waitFor()
    await screen.picture('refused-at-door')
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.close()
  })

  test('an order without network waits with its customer, and arrives after them', async () => {
    const screen = await open({ offline: true })
    const { page, context } = screen
    await enterDemo(screen)
    await readyForOffline(page)
    await page.waitForFunction(`localStorage.getItem('kith.currency.${kith().tenant.slug}') !== null`)
    await context.setOffline(true)
    await makeStub(page, PHONES.alone, 'Alone', 'Counter')
    await page.locator('aside').getByText('OFF-1', { exact: true }).waitFor()
    await page.keyboard.press('F6')
    await page.locator('aside form input[name=amount]:focus').waitFor()
    await page.keyboard.type('2.75')
    await page.keyboard.press('Enter')
    await page.locator('aside form').waitFor({ state: 'detached' })
    await page.locator('section > button').click()
    await page.locator('aside li').nth(1).waitFor()
    await screen.picture('order-without-network')
    expect(await stumblingBlocks(screen)).toEqual([])
    screen.forgive()

    await context.setOffline(false)
    const arrived = async () => {
      const id = await holderOf(PHONES.alone)
      return id === undefined ? [] : ordersOf(id)
    }
    await expect.poll(arrived).toMatchObject([{ total: '2.750', state: 'placed' }])
    screen.forgive()
    await screen.close()
  })
})
