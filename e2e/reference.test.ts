import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../server/test/harness.ts'
import { openBrowser } from './browser.ts'

let world: World
let shop: Shop
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world.close()
})

test('the reference opens by plain HTTP, makes a call with a key that was pasted once, and keeps no key', {
  timeout: 300_000,
}, async () => {
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on('console', (said) => {
    if (said.type() === 'error') wrong.push(said.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  // The whole document is drawn at once, which takes a busy machine a while.
  page.setDefaultTimeout(150_000)
  await page.goto(`${world.url}/docs/api`)
  await page.locator('.opblock, .errors-wrapper').first().waitFor()
  expect([await page.locator('.errors-wrapper').allTextContents(), wrong]).toEqual([[], []])

  await page.getByRole('button', { name: 'Authorize' }).first().click()
  const dialog = page.locator('.modal-ux')
  await dialog.locator('input[type=text], input[type=password]').first().fill(shop.apiKey)
  await dialog.getByRole('button', { name: 'Apply credentials' }).first().click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  const operation = page.locator('.opblock-get').filter({ has: page.locator('[data-path="/api/v1/tenant"]') })
  await operation.locator('.opblock-summary-control').click()
  await operation.getByRole('button', { name: 'Try it out' }).click()
  await operation.getByRole('button', { name: 'Execute' }).click()
  await operation.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  await operation.locator('.live-responses-table', { hasText: shop.slug }).waitFor()

  expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')).not.toContain(shop.apiKey)
  expect(wrong).toEqual([])
})

test('its policy lets nothing in from elsewhere', async () => {
  const { headers } = await fetch(`${world.url}/docs/api`)
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'; script-src 'self'; ")
  expect(policy).not.toMatch(/upgrade-insecure|https?:|unsafe-eval|script-src[^;]*unsafe/)
})
