import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openBrowserToKill } from './browser.ts'
import { comeBack, found, makeStub, onDisk, readyForOffline, servedByWorker } from './offline-steps.ts'
import { enterDemo, type Language, nameBusiness, type Screen, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const MANY = 50
/** Of this many, one response is lost on the way. */
const LOST = 21

const PEOPLE = {
  en: { full: '+96899116601', refused: '+96899116602', name: 'Nowhere' },
  ar: { full: '+96899116611', refused: '+96899116612', name: 'بلا مكان' },
}
/** The error of every browser with a full disk. */
const NO_ROOM = `IDBObjectStore.prototype.add = () => { throw new DOMException('', 'QuotaExceededError') }`
const walkIns = async (page: Page, from: number, to: number) => {
  for (let n = from; n <= to; n++) {
    await page.keyboard.press('F2')
    await page.locator('aside').getByText(`OFF-${n}`, { exact: true }).waitFor()
  }
}

test('fifty made without network arrive in their order, each once, though an answer was lost and the network failed halfway', async () => {
  const screen = await openLook({ language: 'en', scheme: 'light', offline: true })
  const { page, context } = screen
  await enterDemo(screen)
  await readyForOffline(page)
  await context.setOffline(true)
  await walkIns(page, 1, MANY)
  const keys: string[] = []
  let isDown = false
  await page.route('**/api/v1/customers', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    keys.push(route.request().headers()['idempotency-key']!)
    if (keys.length === LOST) {
      await route.fetch()
      isDown = true
    }
    return isDown ? route.abort('connectionreset') : route.fallback()
  })
  await context.setOffline(false)
  await page.getByText(`${LOST - 1} entries saved offline were sent`).waitFor()
  expect((await onDisk(page)).rows).toBe(MANY - LOST + 1)
  isDown = false
  // The notice is there for seconds only.
  await Promise.all([
    page.getByText(`${MANY - LOST + 1} entries saved offline were sent`).waitFor(),
    page.evaluate(`dispatchEvent(new Event('online'))`),
  ])
  expect((await onDisk(page)).rows).toBe(0)
  expect(keys[LOST]).toBe(keys[LOST - 1])
  expect(new Set(keys).size).toBe(MANY)
  const became = await sentAs(page)
  expect(became.map(({ provisional }) => provisional)).toEqual(Array.from({ length: MANY }, (_, n) => n + 1))
  const numbers = became.map(({ number }) => Number(number.replace(/\D/g, '')))
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  screen.forgive()
  await screen.close()
})

test('a browser that is killed keeps what was made without network, and sends it when it is back', async () => {
  const phone = '+96899116621'
  const profile = mkdtempSync(path.join(tmpdir(), 'kith-profile-'))
  try {
    const first = await openBrowserToKill(profile)
    await nameBusiness(first.context)
    const page = first.context.pages()[0]!
    await enterDemo({ page }, `${kith().url}/till`)
    await readyForOffline(page)
    await first.context.setOffline(true)
    await makeStub(page, phone, 'Killed', 'Browser')
    await page.locator('aside').getByText('OFF-1', { exact: true }).waitFor()
    await first.kill()

    const second = await openBrowserToKill(profile)
    try {
      await nameBusiness(second.context)
      const again = await second.context.newPage()
      await second.context.setOffline(true)
      await again.goto(`${kith().url}/till`)
      await again
        .locator('section button')
        .filter({ hasText: /1 waiting to be sent|واحد في انتظار/ })
        .waitFor()
      await makeStub(again, `${phone.slice(0, -1)}2`, 'Second', 'Life')
      await again.locator('aside').getByText('OFF-2', { exact: true }).waitFor()
      expect(await found(phone)).toEqual([])
      await comeBack(second.context, again)
      await expect.poll(() => found(phone)).toMatchObject([{ firstName: 'Killed' }])
    } finally {
      await second.kill()
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})

describe.each<Language>(['ar'])('what cannot be kept, in %s', (language) => {
  const { full, refused, name } = PEOPLE[language]
  const open = () => openLook({ language, scheme: 'light', offline: true })

  test('is said when the device is full, stays where it was typed, and is saved once there is a network', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await readyForOffline(page)
    await page.evaluate(NO_ROOM)
    await isSaidAndStays(screen, full, 'full')
  })

  test('is said too where the browser keeps nothing', async () => {
    const screen = await open()
    await screen.page.addInitScript(
      `Object.defineProperty(window, 'indexedDB', { value: { open() { throw new DOMException('', 'SecurityError') } } })`,
    )
    await enterDemo(screen)
    await servedByWorker(screen.page)
    await screen.context.setOffline(true)
    const nothingKept = wordsOf(language)('state.offlineNothingKept')
    await screen.page.locator('main [role=status]').getByText(nothingKept).waitFor()
    await isSaidAndStays(screen, refused, 'private')
  })

  async function isSaidAndStays(screen: Screen, phone: string, what: string) {
    const { page, context } = screen
    await context.setOffline(true)
    const notSaved = { hasText: language === 'ar' ? 'لم يُحفظ' : 'Not saved' }
    await makeStub(page, phone, name, name)
    await page.locator('aside form [role=alert]').filter(notSaved).waitFor()
    // The next customer would replace the input.
    await page.keyboard.press('F2')
    await page.locator('[data-unsaved] [data-autofocus]').click()
    await screen.picture(`not-kept-${what}`)
    expect(await stumblingBlocks(screen)).toEqual([])
    expect(await page.locator('input[name=firstName]').inputValue()).toBe(name)
    await context.setOffline(false)
    await page.locator('aside form button[type=submit]').click()
    await page.locator('aside dl').waitFor()
    expect(await found(phone)).toHaveLength(1)
    screen.forgive()
    await screen.close()
  }
})

/** The result of each, in order of creation. */
const sentAs = (page: Page) =>
  page.evaluate(`new Promise((resolve) => {
    indexedDB.open('kith-offline').onsuccess = ({ target: { result } }) => {
      result.transaction('rows').objectStore('rows').getAll().onsuccess = ({ target: { result: rows } }) => {
        result.close()
        rows.sort((a, b) => a.provisional - b.provisional)
        resolve(rows.map(({ provisional, sentAs }) => ({ provisional, number: sentAs.number })))
      }
    }
  })`) as Promise<{ provisional: number; number: string }[]>
