import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { api, messagesTo, prove } from './api.ts'
import { readyForOffline } from './offline-steps.ts'
import { type Screen, stumblingBlocks } from './screen.ts'
import { call, PASSWORD } from './sign-in-steps.ts'
import { serve } from './till-steps.ts'
import { kith, open } from './world.ts'

const [NAME, PHONE, NOTE] = ['زهرة', '+96899115711', 'بدون نشا']

/** A browser that was paired, with a cashier who has chosen a PIN on it. */
async function enterTill({ page }: Screen): Promise<string> {
  const headers = { 'x-kith-tenant': kith().tenant.slug, origin: kith().url }
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1${path}`, { headers, data })
    expect(answer.status(), path).toBeLessThan(300)
    return answer.json()
  }
  const email = 'points@marhaba.example'
  const { id, pairingCode } = (await call('POST', '/tills', { name: 'Counter 7' })) as Record<string, string>
  const { till } = await post('/tills/pair', { pairingCode, keepIn: 'cookie' })
  await call('POST', '/staff/invitations', { email, role: 'cashier', name: 'Huda' })
  const token = /token=([\w-]+)/.exec((await messagesTo(email))[0]!.text)![1]
  const { expiresIn } = await post('/staff/invitations/accept', { token, password: PASSWORD, session: 'cookie' })
  await post('/tills/pins', { pin: '4071' })
  const kept = { kind: 'staff', until: Date.now() + expiresIn * 1_000, onTill: true }
  await page.goto('/health/live')
  for (const [name, value] of Object.entries({ session: kept, till }))
    await page.evaluate(`localStorage.setItem('kith.${name}', ${JSON.stringify(JSON.stringify(value))})`)
  await page.goto('/till')
  await page.locator('[role=combobox]').waitFor()
  return id!
}

/** Who is kept for an offline till, as a thief would find it. */
const servedOnDisk = (page: Page) =>
  page.evaluate(`new Promise((resolve, reject) => {
    const asked = indexedDB.open('kith-offline')
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      asked.result.transaction('served').objectStore('served').getAll().onsuccess = ({ target: { result } }) => {
        asked.result.close()
        const shown = (_, value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer
          ? new TextDecoder().decode(value)
          : value
        resolve({ rows: result.length, hours: (result[0]?.keepUntil - Date.now()) / 3600000, text: JSON.stringify(result, shown) })
      }
    }
  })`) as Promise<{ rows: number; hours: number; text: string }>

interface Listed {
  readonly items: readonly { readonly id: string; readonly kind?: string; readonly orderId?: string | null }[]
}

test('points of who was served lately are redeemed without network for an order, settled with it once, and given back by its refund', async () => {
  const { id } = await api<{ id: string }>('POST', '/customers', { firstName: NAME, phone: PHONE, notes: NOTE })
  await api('POST', `/customers/${id}/contacts/verify`, { verificationToken: await prove(PHONE, 'verification') })
  await api('POST', `/customers/${id}/loyalty/adjustments`, { points: 140, reason: 'a gift' })
  const points = () => api('GET', `/customers/${id}/loyalty`)
  const screen = await open({ language: 'en', scheme: 'light', offline: true })
  const { context } = screen
  const tillId = await enterTill(screen)
  await readyForOffline(screen.page)
  await screen.page.waitForFunction(`localStorage.getItem('kith.currency.${kith().tenant.slug}') !== null`)
  await serve(screen, PHONE)
  await expect.poll(async () => (await servedOnDisk(screen.page)).rows).toBe(1)
  const { text, hours } = await servedOnDisk(screen.page)
  for (const secret of [NAME, PHONE, NOTE, '140']) expect(text).not.toContain(secret)
  expect(hours).toBeLessThanOrEqual(12)

  await context.setOffline(true)
  await screen.page.locator('main [role=status] p').waitFor()
  // Nothing of the customer is left in memory.
  await screen.page.close()
  const page = await context.newPage()
  // Only pages that are open already notice that they are offline.
  await context.setOffline(true)
  await page.goto('/till')
  const find = page.locator('[role=combobox]')
  await find.fill(PHONE)
  await page.locator('[data-lately]').waitFor()
  await page.keyboard.press('Enter')
  const served = page.locator('[data-lately-served]')
  await served.locator('[data-notes]').filter({ hasText: NOTE }).waitFor()
  await page.keyboard.press('F6')
  await page.locator('aside form input[name=amount]:focus').waitFor()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await served.locator('[role=switch]:checked').waitFor()
  await served.locator('input[name=amount]').focus()
  await page.keyboard.type('1')
  await expect.poll(() => served.locator('input[name=points]').inputValue()).toBe('100')
  await page.keyboard.press('Enter')
  await served.locator('input[name=points]:focus').waitFor()
  await page.keyboard.type('60')
  await screen.picture('points-offline', page)
  expect(await stumblingBlocks({ ...screen, page })).toEqual([])
  await page.keyboard.press('Enter')
  await served.waitFor({ state: 'detached' })
  await page.locator('section > button').click()
  await page.locator('aside li').nth(1).waitFor()
  // What is left of the grant, not what it was.
  await find.fill(PHONE)
  await page.locator('[data-lately]').filter({ hasText: '80' }).waitFor()
  await find.fill('')

  await context.setOffline(false)
  await page.evaluate(`dispatchEvent(new Event('online'))`)
  // Twelve are earned.
  await expect.poll(points).toMatchObject({ balance: 92, debt: 0 })
  await page.locator('aside li').first().waitFor({ state: 'detached' })
  await page.evaluate(`dispatchEvent(new Event('online'))`)
  const [order, ...more] = (await api<Listed>('GET', `/customers/${id}/orders`)).items
  expect(more).toEqual([])
  const { items } = await api<Listed>('GET', `/customers/${id}/loyalty/entries`)
  expect(items.filter(({ kind }) => kind === 'redeem')).toMatchObject([{ points: -60, orderId: order!.id }])
  await api('POST', `/orders/${order!.id}/refunds`, {})
  await expect.poll(points).toMatchObject({ balance: 140, debt: 0 })

  expect((await servedOnDisk(page)).rows).toBe(1)
  await call('POST', `/tills/${tillId}/revoke`)
  await page.reload()
  await page.locator('main input[name=email]').waitFor()
  await expect.poll(async () => (await servedOnDisk(page)).rows).toBe(0)
  screen.forgive()
  await screen.close()
})
