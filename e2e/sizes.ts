import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { api } from './api.ts'
import { enterDemo, type Language, type Screen, stumblingBlocks } from './screen.ts'
import { field, register } from './sign-in-steps.ts'
import { open } from './world.ts'

const TABLET = { width: 1024, height: 768 }
const UPRIGHT = { width: 820, height: 1180 }
const HAND = { width: 390, height: 844 }

const STAFF = ['/till', '/customers', '/privacy', '/settings/staff', '/settings/keys', '/settings/consents']

/** Nothing overflows, and the most used buttons are in view without scrolling. */
async function fits(screen: Screen, name: string, pressed = 'main'): Promise<void> {
  const { page } = screen
  await screen.picture(name)
  // Until a face has come another one is drawn, which may be wider.
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const over = 'document.documentElement.scrollWidth - innerWidth'
  await expect.poll(() => page.evaluate<number>(over), { message: name }).toBeLessThanOrEqual(0)
  const box = await page.locator(pressed).first().boundingBox()
  expect(box!.y, name).toBeLessThan(page.viewportSize()!.height)
}

export async function tillFitsATablet(language: Language): Promise<void> {
  const name = 'Abdulhamid Al Musharfi'
  await api('POST', '/customers', { type: 'stub', firstName: name, phone: '+96899177105' })
  const screen = await open({ language, scheme: 'light' })
  const { page } = screen
  await page.setViewportSize(TABLET)
  await enterDemo(screen)
  await page.locator('aside kbd').first().waitFor()
  await fits(screen, 'tablet-till', '[role=combobox]')
  await page.locator('[role=combobox]').fill('ahmed')
  await page.locator('[data-new]').waitFor()
  await fits(screen, 'tablet-found', '[data-new]')
  await page.setViewportSize(UPRIGHT)
  await page.locator('[role=combobox]').fill(name)
  const row = page.locator('[role=option]').filter({ hasText: 'Musharfi' }).first()
  await row.waitFor()
  expect((await row.boundingBox())!.height).toBeLessThan(80)
  expect(await brokenWords(page)).toEqual([])
  await fits(screen, 'upright-found', '[data-new]')
  await page.setViewportSize(TABLET)
  await page.keyboard.press('Enter')
  await page.locator('aside dl').waitFor()
  await fits(screen, 'tablet-person', 'aside dl')
  await page.keyboard.press('F10')
  await page.locator('aside select[name=subdivision]').waitFor()
  await fits(screen, 'tablet-address', 'aside button[type=submit]')
  await page.keyboard.press('Escape')
  await page.locator('aside dl').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[role=combobox]').fill(`Tablet Zz 9911 880${language === 'ar' ? 1 : 2}`)
  await page.locator('[data-new]').waitFor()
  await page.keyboard.press('Enter')
  await fits(screen, 'tablet-new', 'aside button[type=submit]')
  await page.locator('aside button[type=submit]').click()
  await page.locator('aside dl').waitFor()
  await page.keyboard.press('F8')
  await page.locator('[role=dialog] select').first().waitFor()
  await fits(screen, 'tablet-upgrade', '[role=dialog] button[type=submit]')

  await page.setViewportSize(HAND)
  for (const place of STAFF) {
    await page.goto(place)
    await page.locator('main :is(h1, [role=combobox])').first().waitFor()
    await expect.poll(() => page.locator('[aria-busy=true], [role=status] .mantine-Skeleton-root').count()).toBe(0)
    expect(await page.evaluate(CUT), place).toEqual([])
    expect(await stumblingBlocks(screen), place).toEqual([])
    await screen.picture(`hand-staff${place.replaceAll('/', '-')}`)
  }
  await page.goto('/settings/keys')
  await page.locator('table[data-cards] [data-column]').first().waitFor()
  expect(await page.evaluate(CARDS)).toEqual({ titled: true, stacked: true, fits: true })
  expect(await page.locator('nav:has([aria-controls=more-places]) > a:visible').count()).toBe(5)
  await page.locator('[aria-controls=more-places]').click()
  await page.locator('#more-places a[href="/audit"]').waitFor()
  expect(await stumblingBlocks(screen), 'more').toEqual([])
  await fits(screen, 'hand-more')
  await page.keyboard.press('Escape')
  await page.locator('#more-places a').first().waitFor({ state: 'detached' })
  await page.locator('[aria-controls=more-places]').click()
  await page.locator('#more-places a[href="/audit"]').click()
  await page.locator('[aria-controls=more-places][data-here]').waitFor()
  await screen.close()
}

export async function accountFitsAHand(language: Language): Promise<void> {
  const hand = await open({ language, scheme: 'light' })
  await hand.page.setViewportSize(HAND)
  await hand.page.goto('/till')
  await field(hand.page, 'email').waitFor()
  await fits(hand, 'hand-sign-in', 'main button[type=submit]')
  for (const place of ['sign-in', 'register', 'forgot-password']) {
    await hand.page.goto(`/account/${place}`)
    await hand.page.locator('main form').waitFor()
    await fits(hand, `hand-account-${place}`, 'main button[type=submit]')
  }
  await register(hand, `hand-${language}@example.om`)
  await hand.page.locator('[data-end-all]').waitFor()
  await fits(hand, 'hand-account')
  await hand.page.locator('[data-end-all]').scrollIntoViewIfNeeded()
  await hand.page.locator('[data-set-up-totp]').click()
  await hand.page.locator('main svg[role=img]').waitFor()
  await fits(hand, 'hand-enrolment')
  await hand.page.locator('[data-end-all]').click()
  await hand.page.locator('[role=dialog] [data-end=all]').waitFor()
  await fits(hand, 'hand-end-all', '[data-end=all]')
  await hand.close()
}

/** Elements wider than their place: the page itself, and buttons of the head with cut words. */
const CUT = `[document.documentElement, document.querySelector('main'), ...document.querySelectorAll('main header button *, header .mantine-UnstyledButton-root')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.outerHTML.slice(0, 80))`

/** Each row of a table is a card: cells below each other, with the titles of their columns, as wide as their place. */
const CARDS = `(() => {
  const table = document.querySelector('table[data-cards]')
  const cells = [...table.tBodies[0].rows[0].cells].filter((cell) => cell.getClientRects().length > 0)
  const tops = cells.map((cell) => cell.getBoundingClientRect().top)
  return {
    titled: cells.every((cell) => Boolean(cell.dataset.column)),
    stacked: tops.every((top, at) => at === 0 || top > tops[at - 1]),
    fits: table.scrollWidth <= table.parentElement.clientWidth,
  }
})()`

/** Words of names that break across lines. */
const brokenWords = (page: Page): Promise<string[]> => page.evaluate(BROKEN)
const BROKEN = `[...document.querySelectorAll('[role=option] bdi')].flatMap(({ firstChild: text }) =>
  text instanceof Text ? [...text.data.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange()
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    return range.getClientRects().length > 1
  }).map(([word]) => word) : [])`
