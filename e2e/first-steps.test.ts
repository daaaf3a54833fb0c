import { expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { crowd, open as openLook } from './world.ts'

// Fewer than a business that has begun has.
crowd(3)

test('a new business sees its first steps, those that are done struck through, and goes to the next', async () => {
  const t = wordsOf('ar')
  const screen = await openLook({ language: 'ar', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen, '/')
  const steps = page.locator('[data-first-steps]')
  await steps.waitFor()
  expect(await steps.locator('s').allTextContents()).toContain(t('firstStep.customers'))
  expect(await stumblingBlocks(screen)).toEqual([])
  await steps.getByRole('link', { name: t('firstStep.tills') }).click()
  await page.waitForURL(/\/settings\/tills/)
  await page.locator('[data-drawing=till]').waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('tills-none')
  await api('POST', '/tills', { name: 'Counter' })
  await page.goto('/customers')
  await page.locator('main input').first().fill('qqqqzzzz')
  await page.locator('[data-drawing=people]').waitFor()
  await screen.picture('customers-none')
  await page.goto('/')
  await steps
    .locator('s')
    .filter({ hasText: t('firstStep.tills') })
    .waitFor()
  await screen.close()
})
