import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openBrowser } from './browser.ts'
import { printedBy, startKith } from './kith.ts'
import { type Language, type Look, openScreen, tellOfLeft } from './screen.ts'

/** Building the screens and the demo's thousand people, on a machine that may be busy. */
const READY_WITHIN_MS = 120_000

interface World {
  readonly browser: Browser
  readonly kith: Awaited<ReturnType<typeof startKith>>
}
let world: World | undefined

beforeAll(async () => {
  const [browser, kith] = await Promise.all([openBrowser(), startKith()])
  world = { browser, kith }
  // What a browser does at its first page, on a machine that has just written much, would be counted against a journey.
  const page = await browser.newPage()
  await page.goto(printedBy(kith.url), { timeout: READY_WITHIN_MS })
  await page.locator('[data-enter-demo]').waitFor({ timeout: READY_WITHIN_MS })
  await page.close()
}, READY_WITHIN_MS)
afterAll(async () => {
  await tellOfLeft()
  await world?.browser.close()
  await world?.kith.stop()
  expect(world?.kith.log()).toBe('')
})

/** One browser and one server for all journeys. */
export const kith = () => world!.kith
/** As people see them most: in the light. */
export const openIn =
  (language: Language) =>
  (url = world!.kith.url) =>
    openScreen(world!.browser, url, { language, scheme: 'light' })
export const open = (look: Look, url = world!.kith.url) => openScreen(world!.browser, url, look)
