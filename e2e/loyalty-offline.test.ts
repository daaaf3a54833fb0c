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

test('points of a customer who was served lately are redeemed without network, settled once it is back, and owed where they were gone', async () => {
  const { id } = await api<{ id: string }>('POST', '/customers', { firstName: NAME, phone: PHONE, notes: NOTE })
  await api('POST', `/customers/${id}/contacts/verify`, { verificationToken: await prove(PHONE, 'verification') })
  await api('POST', `/customers/${id}/loyalty/adjustments`, { points: 140, reason: 'a gift' })
  await api('PATCH', `/customers/${id}/preferences`, { values: { folding: 'folded' } })
  // Too little for a point.
  await api('POST', '/orders', { customerId: id, total: 500 })
  const screen = await open({ language: 'en', scheme: 'light', offline: true })
  const { page, context } = screen
  const tillId = await enterTill(screen)
  await readyForOffline(page)
  await serve(screen, PHONE)
  await page.locator('[data-wishes] li').first().waitFor()
  await page.locator('[data-last-orders] li').first().waitFor()
  await expect.poll(async () => (await servedOnDisk(page)).rows).toBe(1)
  const { text, hours } = await servedOnDisk(page)
  for (const secret of [NAME, PHONE, NOTE, '140']) expect(text).not.toContain(secret)
  expect(hours).toBeLessThanOrEqual(12)

  await context.setOffline(true)
  // Nothing of the customer is left in memory.
  await page.reload()
  await page.locator('[role=combobox]').waitFor()
  // A page that was opened without network does not notice by itself here.
  await page.evaluate(`dispatchEvent(new Event('offline'))`)
  await page.locator('main [role=status] p').waitFor()
  await page.locator('[role=combobox]').fill(PHONE)
  await page.locator('[data-lately]').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-lately-served] input[name=points]:focus').waitFor()
  // What comes first at the counter is known without network too.
  await page.locator('[data-lately-served] [data-notes]').filter({ hasText: NOTE }).waitFor()
  for (const known of ['[data-wishes] li', '[data-last-orders] li'])
    expect(await page.locator(`[data-lately-served] ${known}`).count()).toBe(1)
  await page.keyboard.type('60')
  await screen.picture('points-offline')
  expect(await stumblingBlocks(screen)).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('[data-lately-served]').waitFor({ state: 'detached' })
  await page.locator('section > button').click()
  await page.locator('aside li').first().waitFor()
  // What is left of the grant, not what it was.
  await page.locator('[role=combobox]').fill(PHONE)
  await page.locator('[data-lately]').filter({ hasText: '80' }).waitFor()

  await api('POST', `/customers/${id}/loyalty/redemptions`, { points: 100 })
  await page.locator('[role=combobox]').fill('')
  await context.setOffline(false)
  await page.locator('aside [data-owed]').waitFor()
  await screen.picture('points-settled')
  expect(await stumblingBlocks(screen)).toEqual([])
  expect(await api('GET', `/customers/${id}/loyalty`)).toMatchObject({ balance: 0, debt: 20 })

  await call('POST', `/tills/${tillId}/revoke`)
  await page.reload()
  await page.locator('main input[name=email]').waitFor()
  await expect.poll(async () => (await servedOnDisk(page)).rows).toBe(0)
  screen.forgive()
  await screen.close()
})
