import { expect, test } from 'vitest'
import { enterDemo, LANGUAGES, SCHEMES, type Screen, stumblingBlocks } from './screen.ts'
import { open } from './world.ts'

type Walk = readonly [name: string, go: (screen: Screen) => Promise<unknown>]
const press = (screen: Screen, key: string) => screen.page.keyboard.press(key)

/** Each step leads from the one before to a screen, or a state of one, that must be usable by everybody. */
const WALK: readonly Walk[] = [
  ['sign-in', ({ page }) => page.goto('/till').then(() => page.locator('[data-enter-demo]').waitFor())],
  ['till', (screen) => enterDemo(screen)],
  [
    'till-found',
    async ({ page }) => {
      await page.locator('[role=combobox]').fill('ahmed')
      await page.locator('[data-new]').waitFor()
    },
  ],
  ['till-person', (screen) => press(screen, 'Enter').then(() => screen.page.locator('aside dl').waitFor())],
  ['till-edit', (screen) => press(screen, 'F4').then(() => screen.page.locator('aside form').waitFor())],
  [
    'till-new',
    async (screen) => {
      await press(screen, 'Escape')
      await press(screen, 'Escape')
      await screen.page.locator('[role=combobox]').fill('Ahmed Zz 9911 0011')
      await screen.page.locator('[data-new]').waitFor()
      await press(screen, 'ArrowUp')
      await press(screen, 'Enter')
      await screen.page.locator('input[name=phone]').waitFor()
    },
  ],
  [
    'shortcuts',
    async (screen) => {
      await press(screen, 'Escape')
      await screen.page.locator('header button').nth(-2).click()
      await screen.page.locator('[role=dialog] dl').waitFor()
    },
  ],
  [
    'spotlight',
    async (screen) => {
      await press(screen, 'Escape')
      await screen.page.locator('[role=dialog]').waitFor({ state: 'detached' })
      await press(screen, 'Control+k')
      await screen.page.locator('[role=dialog] input').fill('said')
      await screen.page.locator('[role=dialog]').getByText('+968').first().waitFor()
    },
  ],
  ['customers', ({ page }) => page.goto('/customers').then(() => page.locator('[role=row] a').first().waitFor())],
  [
    'customers-filters',
    async ({ page }) => {
      await page.locator('[aria-haspopup=menu]').nth(1).click()
      await page.locator('[role=menuitemcheckbox]').nth(1).click()
      await page.waitForURL(/status=/)
      await page.locator('[role=menuitemcheckbox]').nth(2).click()
      await page.waitForURL(/deactivated/)
    },
  ],
  [
    'customers-none',
    async (screen) => {
      await press(screen, 'Escape')
      await screen.page.locator('section input').fill('qqqqzzzz')
      await screen.page.locator('h2').waitFor()
    },
  ],
  [
    'customers-new',
    async ({ page }) => {
      await page.locator('h1 + div button').last().click()
      await page.locator('[role=dialog] form').waitFor()
    },
  ],
  [
    'customer',
    async ({ page }) => {
      await page.goto('/customers?type=full')
      await page.locator('[role=row] a').first().click()
      await page.locator('[role=tabpanel] dl').waitFor()
    },
  ],
  ['customer-edit', ({ page }) => page.locator('[role=tabpanel] button').click()],
  [
    'customer-history',
    async ({ page }) => {
      await page.locator('[role=tab]').nth(1).click()
      await page.locator('[role=tabpanel] ol li').first().waitFor()
    },
  ],
  ['customer-notes', ({ page }) => page.locator('[role=tab]').nth(2).click()],
  [
    'customer-suspend',
    async ({ page }) => {
      await page.locator('main header button').first().click()
      await page.locator('[role=dialog] textarea').waitFor()
    },
  ],
  [
    'audit',
    async ({ page }) => {
      await page.goto('/audit')
      await page.locator('tbody tr').first().waitFor()
      await page.locator('main button').first().click()
      await page.locator('main [role=status] .mantine-Alert-body, main .mantine-Alert-root').first().waitFor()
    },
  ],
  ['nothing-here', ({ page }) => page.goto('/nowhere').then(() => page.locator('main h1').waitFor())],
  ['inbox', ({ page }) => page.goto('/inbox').then(() => page.locator('main h1').waitFor())],
  ['account-sign-in', ({ page }) => page.goto('/account/sign-in').then(() => page.locator('main form').waitFor())],
  [
    'account-forgot',
    ({ page }) => page.goto('/account/forgot-password').then(() => page.locator('main form').waitFor()),
  ],
  ['account-reset', ({ page }) => page.goto('/account/reset-password').then(() => page.locator('main form').waitFor())],
  [
    'account-invitation',
    ({ page }) => page.goto('/account/accept-invitation').then(() => page.locator('main form').waitFor()),
  ],
  [
    'account-verify-email',
    ({ page }) => page.goto('/account/verify-email').then(() => page.locator('main form').waitFor()),
  ],
  [
    'account-register',
    async ({ page, look }) => {
      await page.goto('/account/register')
      await page.locator('main input[name=firstName]').fill('Maha')
      await page.locator('main input[name=email]').fill(`maha-${look.language}-${look.scheme}@example.om`)
      await page.locator('main input[name=password]').fill('nine camels walk to Nizwa')
    },
  ],
  ['account', (screen) => press(screen, 'Enter').then(() => screen.page.locator('[data-session=current]').waitFor())],
]

// Many screens in four looks, on a machine that may be busy.
const WITHIN_MS = 180_000
const LOOKS = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })))

test.concurrent.each(LOOKS)(
  'in $language and $scheme every screen and every state can be used by everybody',
  async (look) => {
    const screen = await open(look)
    const blocks: string[] = []
    for (const [name, go] of WALK) {
      await go(screen)
      blocks.push(...(await stumblingBlocks(screen)).map((block) => `${name}: ${block}`))
      await screen.picture(name)
    }
    expect(blocks).toEqual([])
    await screen.close()
  },
  WITHIN_MS,
)
