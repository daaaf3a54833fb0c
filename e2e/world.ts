import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import { rememberPrinted } from './kith.ts'
import { type Language, type Look, openScreen, printLeft } from './screen.ts'
import { kith, openTenant, serverLog } from './tenant.ts'

export { kith }

let browser: Browser | undefined
let people = 20

/** For a file whose journeys need more people than usual. Called beside its imports. */
export const crowd = (wanted: number) => {
  people = wanted
}

beforeAll(async () => {
  const { url, startUrl } = inject('journeys')
  rememberPrinted(url, startUrl)
  ;[browser] = await Promise.all([openBrowser(), openTenant(people)])
})
afterAll(async () => {
  await printLeft()
  await browser?.close()
  expect(await serverLog()).toBe('')
})

/** The light scheme. */
export const openIn = (language: Language) => (url?: string) => open({ language, scheme: 'light' }, url)
/** A window at this file's business; with another server, or null, at that server's default. */
export const open = (look: Look, url = kith().url, tenant = url === kith().url ? kith().tenant.slug : null) =>
  openScreen(browser!, url, look, tenant)
