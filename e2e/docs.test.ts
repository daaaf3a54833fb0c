import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../server/test/harness.ts'
import { PATIENCE_MS } from '../server/test/patience.ts'
import { openBrowser } from './browser.ts'

let world: World
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  world = await aWorld()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world.close()
})

test('the documentation is searched by typing, and the first hit is opened by the key', async () => {
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.goto(`${world.url}/docs`)
  const search = page.getByRole('searchbox', { name: 'Search' })
  const hits = page.locator('#found')
  expect(await hits.isVisible()).toBe(false)

  await page.keyboard.press('/')
  expect(await page.evaluate('document.activeElement.id')).toBe('search')
  await page.keyboard.type('Receive verify')
  await hits.getByRole('link', { name: 'Webhooks and events: Receive and verify' }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/docs/webhooks#receive-and-verify')
  await page.getByRole('heading', { name: 'Receive and verify' }).waitFor()

  // Every word must be there.
  await search.fill('webhooks nowhere-to-be-found')
  await hits.getByText('Nothing found.').waitFor()
  await page.keyboard.press('Escape')
  await hits.waitFor({ state: 'hidden' })
  await search.fill('')
  expect(await hits.isVisible()).toBe(false)
  expect(wrong).toEqual([])
})
