import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { api } from './api.ts'
import { enterByKey } from './screen.ts'
import { kith } from './tenant.ts'

export async function makeStub(page: Page, phone: string, first: string, last: string): Promise<void> {
  await page.locator('[role=combobox]').fill(phone)
  await page.locator('[data-new]').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('input[name=firstName]:focus').waitFor()
  await page.keyboard.type(first)
  await page.keyboard.press('Tab')
  await page.keyboard.type(last)
  await page.keyboard.press('Enter')
}

/** The worker has every file and serves this page, and the key is stored. */
export async function readyForOffline(page: Page): Promise<void> {
  await servedByWorker(page)
  await expect.poll(async () => (await onDisk(page)).keeping).toBe(1)
}

/** An active worker takes the page over a moment later. */
export async function servedByWorker(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
}

interface OnDisk {
  readonly rows: number
  readonly keeping: number
  readonly extractable: boolean | undefined
  readonly text: string
}

/** The content of the browser's database, as a thief would find it. */
export const onDisk = (page: Page) =>
  page.evaluate(`new Promise((resolve, reject) => {
    const asked = indexedDB.open('kith-offline')
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      const stores = asked.result.transaction(['rows', 'keeping'])
      const rows = stores.objectStore('rows').getAll()
      const keeping = stores.objectStore('keeping').getAll()
      const shown = (_, value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer
        ? new TextDecoder().decode(value)
        : value
      stores.oncomplete = () => {
        asked.result.close()
        resolve({
          rows: rows.result.filter(({ state }) => state !== 'sent').length,
          keeping: keeping.result.length,
          extractable: keeping.result[0]?.key.extractable,
          text: JSON.stringify([rows.result, keeping.result], shown),
        })
      }
    }
  })`) as Promise<OnDisk>

/** The network is back. If the session was one of the closed tab only, the same person signs in again. */
export async function comeBack(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(false)
  const door = page.locator('summary')
  await Promise.race([door.waitFor(), page.locator('section button[data-refused]').waitFor()])
  if (await door.isVisible()) await enterByKey({ page }, kith().apiKey)
}

export const found = async (phone: string) =>
  (await api<{ items: { firstName: string }[] }>('GET', `/customers?q=${encodeURIComponent(phone)}`)).items
