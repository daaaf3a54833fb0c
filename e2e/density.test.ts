import { describe, expect, test } from 'vitest'
import { enterDemo, LANGUAGES } from './screen.ts'
import { crowd, openIn } from './world.ts'

crowd(40)

const ROWS = 16
const SIZES = { en: '14px', ar: '15px' }
const HAND = { width: 390, height: 844 }
const sizeOf = (what: string) => `getComputedStyle(document.querySelector('${what}')).fontSize`
/** Rows of which nothing is hidden. */
const IN_VIEW = `(() => {
  const box = document.querySelector('[role=table]').parentElement.getBoundingClientRect()
  return [...document.querySelectorAll('[role=rowgroup] [role=row]')]
    .filter((row) => row.querySelector('a') && row.getBoundingClientRect().bottom <= box.bottom).length
})()`

describe.each(LANGUAGES)('in %s', (language) => {
  test('sixteen customers are in view at 1366 × 768, below two bars of title, figures and filters', async () => {
    const screen = await openIn(language)()
    const { page } = screen
    await enterDemo(screen, '/customers')
    await page.locator('h1 ~ section').waitFor()
    await expect.poll(() => page.evaluate(IN_VIEW)).toBeGreaterThanOrEqual(ROWS)
    await screen.picture('density-customers')
    expect(await page.evaluate(sizeOf('[role=table] a'))).toBe(SIZES[language])
    await page.setViewportSize(HAND)
    await expect.poll(() => page.evaluate(`parseFloat(${sizeOf('main input')})`)).toBeGreaterThanOrEqual(16)
    await screen.close()
  })
})
