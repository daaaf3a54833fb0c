import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, type Language, type Screen, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { crowd, open as openLook } from './world.ts'

crowd(500)

const ROWS_AT_MOST = 60
const STEP = 25 * 44

/** The customer of each row that is in the document now. */
const LINES = `Object.fromEntries([...document.querySelectorAll('[role=rowgroup] [role=row]')].map((row) =>
  [row.getAttribute('aria-rowindex'), row.querySelector('a')?.getAttribute('href') ?? null]))`
/** Two frames later at the earliest: until then the former rows may still be there. */
const SETTLED = `new Promise((done) => {
  const look = () => {
    const lines = document.querySelector('[role=rowgroup]') ? ${LINES} : {}
    if (Object.keys(lines).length > 5 && Object.values(lines).every(Boolean)) done(lines)
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(() => requestAnimationFrame(look))
})`
const SCROLLER = `document.querySelector('[role=table]').parentElement`

/** A browser scrolls smoothly to where a key leads. */
const STILL = `new Promise((done) => {
  let [last, frames] = [-1, 0]
  const look = () => {
    const now = ${SCROLLER}.scrollTop
    frames = now === last ? frames + 1 : 0
    last = now
    if (frames > 12) done()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})`

async function settled({ page }: Screen): Promise<Record<string, string>> {
  return page.evaluate<Record<string, string>>(SETTLED)
}

describe.each<Language>(['ar'])('the back office in %s', (language) => {
  const t = wordsOf(language)
  const open = () => openLook({ language, scheme: 'light' })
  const number = (value: number) => new Intl.NumberFormat(`${language}-OM`).format(value)

  test('every customer is reached by scrolling, none twice, and only those in view exist; keys lead to the end and back, and going back from a customer returns to the same place', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/customers')
    await settled(screen)
    const { total } = await api<{ total: number }>('GET', '/customers?limit=1&total=exact')
    const lines: Record<string, string> = {}
    for (let last = false; !last; ) {
      const now = await settled(screen)
      expect(Object.keys(now).length).toBeLessThan(ROWS_AT_MOST)
      Object.assign(lines, now)
      last = await page.evaluate<boolean>(
        `${SCROLLER}.scrollTop + ${SCROLLER}.clientHeight + 2 > ${SCROLLER}.scrollHeight`,
      )
      await page.evaluate(`${SCROLLER}.scrollTop += ${STEP}`)
    }
    expect(Object.keys(lines).length).toBe(total)
    expect(new Set(Object.values(lines)).size).toBe(total)
    await page
      .locator('section footer')
      .filter({ hasText: number(total) })
      .waitFor()
    await screen.picture('office-list-end')

    const footer = page.locator('section footer')
    await page.locator('[role=table]').locator('..').focus()
    await page.keyboard.press('Home')
    await footer.filter({ hasText: new RegExp(`^${number(1)}–`) }).waitFor()
    await page.keyboard.press('End')
    await footer.filter({ hasText: `–${number(total)} ` }).waitFor()
    const end = await settled(screen)
    expect(end[total + 1]).toBeTruthy()
    await page.keyboard.press('PageUp')
    await page.evaluate(STILL)
    await settled(screen)
    const before = await footer.textContent()
    expect(before).not.toContain(`–${number(total)} `)
    expect(before!.startsWith(`${number(1)}–`)).toBe(false)
    await page.locator('[role=rowgroup] [role=row] a').nth(15).click()
    await page.locator('[data-facts] dl').first().waitFor()
    await page.goBack()
    await settled(screen)
    await footer.filter({ hasText: before! }).waitFor()
    await page.locator('[role=table]').locator('..').focus()
    await page.keyboard.press('Home')
    await footer.filter({ hasText: new RegExp(`^${number(1)}–`) }).waitFor()
    await screen.close()
  })

  test('rows are reached, selected and opened by keys, and a click anywhere on a row opens it', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/customers')
    await settled(screen)
    const here = () =>
      page.evaluate(`document.activeElement.closest('[role=row]')?.getAttribute('aria-rowindex') ?? null`)
    const selected = () => page.locator('[role=row][aria-selected=true]').count()
    await page.keyboard.press('KeyJ')
    await expect.poll(here).toBe('2')
    await page.keyboard.press('KeyJ')
    await page.keyboard.press('KeyJ')
    await page.keyboard.press('KeyK')
    await expect.poll(here).toBe('3')
    await page.keyboard.press('KeyX')
    await expect.poll(selected).toBe(1)
    await page.keyboard.press('Shift+KeyJ')
    await expect.poll(selected).toBe(2)
    await page.keyboard.press('Shift+KeyJ')
    await expect.poll(selected).toBe(3)
    await expect.poll(here).toBe('5')
    for (let row = 5; row < 40; row++) await page.keyboard.press('KeyJ')
    await expect.poll(here).toBe('40')
    await page.keyboard.press('Enter')
    await page.locator('[data-facts] dl').first().waitFor()
    await page.goBack()
    await settled(screen)
    await page.locator('[role=rowgroup] [role=row]').nth(15).locator('[role=cell]').last().click()
    await page.locator('[data-facts] dl').first().waitFor()
    await screen.close()
  })

  test('filters by orders, spending, dates and restrictions are in the last menu', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/customers')
    await settled(screen)
    await page.getByRole('button', { name: t('filter.more') }).click()
    await page.getByRole('menuitemcheckbox', { name: t('ordered.no') }).click()
    await page.waitForURL(/ordered=no/)
    await page.getByRole('menuitemcheckbox', { name: t('restricted.no') }).click()
    await page.waitForURL(/restricted=no/)
    // Those of before are shown, paler, until it has its answer.
    await page.locator('[data-busy]').waitFor({ state: 'detached' })
    await page.locator('[role=row] a').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await page.keyboard.press('Escape')
    const { total } = await api<{ total: number }>(
      'GET',
      '/customers?limit=1&total=exact&ordered=false&restricted=false',
    )
    await page
      .locator('section footer')
      .filter({ hasText: number(total) })
      .waitFor()
    await screen.close()
  })

  test('all matches are selected at once, also those never in view', async () => {
    const screen = await open()
    const { page } = screen
    await enterDemo(screen, '/customers?type=stub')
    await settled(screen)
    const { total } = await api<{ total: number }>('GET', '/customers?limit=1&total=exact&type=stub')
    await page.locator('[role=columnheader] input').click()
    await page
      .locator('section[aria-label] section')
      .filter({ hasText: number(total) })
      .waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('office-all-chosen')
    await page.getByRole('button', { name: t('bulk.clear') }).click()
    expect(await page.locator('[aria-selected=true]').count()).toBe(0)
    await screen.close()
  })
})
