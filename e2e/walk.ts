import { enterDemo, enterOwner, type Screen } from './screen.ts'

type Step = readonly [name: string, go: (screen: Screen) => Promise<unknown>]
const tab = ({ page }: Screen, name: string) => page.locator(`[role=tab][id$="-tab-${name}"]`).click()
/** From the facts beside. */
const opens = ({ page }: Screen, name: string) => page.locator(`[data-opens=${name}]`).click()
const closeDialog = async (screen: Screen) => {
  await press(screen, 'Escape')
  await screen.page.locator('[role=dialog]').waitFor({ state: 'detached' })
}
const press = (screen: Screen, key: string) => screen.page.keyboard.press(key)

/** Each step leads from the one before in its chapter to a screen or a state of one that must be accessible. */
export const CHAPTERS: Readonly<Record<string, readonly Step[]>> = {
  till: [
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
    [
      'till-consents',
      (screen) => press(screen, 'F9').then(() => screen.page.locator('aside button:focus svg').waitFor()),
    ],
    [
      'till-read-aloud',
      (screen) => press(screen, 'Enter').then(() => screen.page.locator('aside blockquote').waitFor()),
    ],
    [
      'till-address',
      async (screen) => {
        await press(screen, 'Escape')
        await screen.page.locator('aside blockquote').waitFor({ state: 'detached' })
        await press(screen, 'Escape')
        await screen.page.locator('aside dl').waitFor()
        await press(screen, 'F10')
        await screen.page.locator('aside input[name=building]:focus').waitFor()
        await screen.page.locator('aside select[name=subdivision]').waitFor()
      },
    ],
    ['till-person-again', (screen) => press(screen, 'Escape').then(() => screen.page.locator('aside dl').waitFor())],
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
  ],
  customers: [
    [
      'customers',
      (screen) => enterDemo(screen, '/customers').then(() => screen.page.locator('[role=row] a').first().waitFor()),
    ],
    [
      'customers-chosen',
      async (screen) => {
        await screen.page.locator('[role=columnheader] input').first().click()
        await screen.page.locator('[data-views]').click()
        await screen.page.locator('[role=menuitem]').first().waitFor()
      },
    ],
    [
      'customers-filters',
      async (screen) => {
        const { page } = screen
        await press(screen, 'Escape')
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
        await screen.page.locator('section input').first().fill('qqqqzzzz')
        await screen.page.locator('h2').waitFor()
      },
    ],
    [
      'customers-new',
      async ({ page }) => {
        await page.locator('h1 ~ div button').last().click()
        await page.locator('[role=dialog] form').waitFor()
      },
    ],
  ],
  customer: [
    [
      'customer',
      async (screen) => {
        const { page } = screen
        await enterDemo(screen, '/customers?type=full')
        await page.locator('[role=row] a').first().click()
        await page.locator('[data-facts] dl').first().waitFor()
        await page.locator('[data-timeline]').waitFor()
      },
    ],
    [
      'customer-edit',
      async ({ page }) => {
        await page.locator('[data-edit]').click()
        await page.locator('[role=dialog] form').waitFor()
      },
    ],
    [
      'customer-addresses',
      async (screen) => {
        await closeDialog(screen)
        await tab(screen, 'addresses')
        await screen.page.locator('[role=tabpanel] button').first().waitFor()
      },
    ],
    [
      'customer-address',
      async ({ page }) => {
        await page.locator('[role=tabpanel] button').first().click()
        await page.locator('[role=dialog] [role=application] path').nth(2).waitFor()
      },
    ],
    [
      'customer-preferences',
      async (screen) => {
        await closeDialog(screen)
        await opens(screen, 'preferences')
        await screen.page.locator('[role=tabpanel] tbody').waitFor()
      },
    ],
    [
      'customer-consents',
      async (screen) => {
        await opens(screen, 'consents')
        await screen.page.locator('[role=tabpanel] [role=slider]').waitFor()
      },
    ],
    [
      'customer-consents-then',
      async ({ page }) => {
        await page.locator('[role=slider]').press('Home')
        await page.locator('[data-past]').waitFor()
        await page.locator('[role=tabpanel] [aria-busy=true]').waitFor({ state: 'detached' })
      },
    ],
    [
      'customer-logins',
      (screen) => opens(screen, 'logins').then(() => screen.page.locator('[role=tabpanel] h2').first().waitFor()),
    ],
    [
      'customer-history',
      async (screen) => {
        await opens(screen, 'history')
        await screen.page.locator('[role=tabpanel] ol li').first().waitFor()
      },
    ],
    ['customer-notes', (screen) => opens(screen, 'notes')],
    [
      'customer-suspend',
      async ({ page }) => {
        await page.locator('[data-more-acts]').click()
        await page.locator('[role=menuitem]').nth(1).click()
        await page.locator('[role=dialog] textarea').waitFor()
      },
    ],
  ],
  marketing: [
    [
      'marketing',
      (screen) => enterOwner(screen, '/marketing').then(() => screen.page.locator('[data-left-out]').waitFor()),
    ],
  ],
  imports: [
    [
      'imports',
      (screen) =>
        enterOwner(screen, '/imports').then(() =>
          screen.page.locator('input[type=file]').waitFor({ state: 'attached' }),
        ),
    ],
    [
      'import-columns',
      async ({ page }) => {
        const buffer = Buffer.from('الاسم;الهاتف;newsletter\nعائشة;+96877000001;yes\nWrong;12;no\n')
        await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
        await page.locator('[data-column]').first().waitFor()
      },
    ],
    [
      'import-checked',
      async ({ page }) => {
        await page.locator('main button').last().click()
        await page.locator('[data-aside=refused] tbody tr').waitFor()
      },
    ],
  ],
  privacy: [
    ['privacy', (screen) => enterDemo(screen, '/privacy').then(() => screen.page.locator('h1 + button').waitFor())],
    [
      'privacy-record',
      async ({ page }) => {
        await page.locator('h1 + button').click()
        await page.locator('[role=dialog] form').waitFor()
      },
    ],
    ['privacy-reviews', ({ page }) => page.goto('/privacy?tab=reviews').then(() => page.locator('main h2').waitFor())],
    ['privacy-rules', ({ page }) => page.goto('/privacy?tab=rules').then(() => page.locator('main form').waitFor())],
    [
      'audit',
      async ({ page }) => {
        await page.goto('/audit')
        await page.locator('tbody tr').first().waitFor()
        await page.locator('main button').first().click()
        await page.locator('main [role=status] .mantine-Alert-body, main .mantine-Alert-root').first().waitFor()
      },
    ],
    ['second-screen', ({ page }) => page.goto('/till/second-screen').then(() => page.locator('h1').waitFor())],
  ],
  settings: [
    [
      'dashboard',
      (screen) => enterDemo(screen, '/').then(() => screen.page.locator('.recharts-surface').first().waitFor()),
    ],
    [
      'dashboard-tables',
      async ({ page }) => {
        for (const card of await page.locator('section label[for$="-table"]').all()) await card.click()
        await page.locator('table').nth(2).waitFor()
      },
    ],
    ['settings-business', ({ page }) => page.goto('/settings').then(() => page.locator('main form').nth(1).waitFor())],
    [
      'settings-staff',
      ({ page }) => page.goto('/settings/staff').then(() => page.locator('tbody tr').first().waitFor()),
    ],
    [
      'settings-invite',
      async ({ page }) => {
        await page.locator('main header button').click()
        await page.locator('[role=dialog] form').waitFor()
      },
    ],
    [
      'settings-roles',
      async (screen) => {
        await press(screen, 'Escape')
        await screen.page.locator('[role=dialog]').waitFor({ state: 'detached' })
        await screen.page.locator('[role=tab]').nth(1).click()
        await screen.page.locator('thead th').nth(6).waitFor()
      },
    ],
    ['settings-tills', ({ page }) => page.goto('/settings/tills').then(() => page.locator('main h1').waitFor())],
    [
      'settings-consents',
      ({ page }) => page.goto('/settings/consents').then(() => page.locator('tbody tr').first().waitFor()),
    ],
    [
      'settings-consent-new',
      async ({ page }) => {
        await page.locator('main header button').click()
        await page.locator('[role=dialog] textarea').first().waitFor()
      },
    ],
    [
      'settings-preferences',
      ({ page }) => page.goto('/settings/preferences').then(() => page.locator('fieldset').first().waitFor()),
    ],
    [
      'settings-messages',
      ({ page }) => page.goto('/settings/messages').then(() => page.locator('[data-segments]').nth(1).waitFor()),
    ],
    ['settings-rules', ({ page }) => page.goto('/settings/sign-in').then(() => page.locator('form').nth(2).waitFor())],
    [
      'settings-provider-new',
      async (screen) => {
        await screen.page.locator('[data-providers] button').first().click()
        await screen.page.locator('[role=dialog] form').waitFor()
      },
    ],
    ['settings-keys', ({ page }) => page.goto('/settings/keys').then(() => page.locator('tbody tr').first().waitFor())],
    [
      'settings-key-new',
      async ({ page }) => {
        await page.locator('main header button').click()
        await page.locator('[role=dialog] form').waitFor()
        await page.locator('[role=dialog] label[for$="-scopes"]').click()
        await page.locator('[role=dialog] [type=checkbox]').nth(5).waitFor()
      },
    ],
    [
      'settings-plans',
      ({ page }) => page.goto('/settings/plans').then(() => page.locator('[data-plan]').first().waitFor()),
    ],
    [
      'settings-flairs',
      ({ page }) => page.goto('/settings/flairs').then(() => page.locator('[data-flair]').first().waitFor()),
    ],
    ['settings-events', ({ page }) => page.goto('/settings/events').then(() => page.locator('main h2').waitFor())],
    [
      'settings-retention',
      ({ page }) => page.goto('/settings/retention').then(() => page.locator('main form').first().waitFor()),
    ],
    [
      'settings-jobs',
      ({ page }) => page.goto('/settings/jobs').then(() => page.locator('[data-job]').first().waitFor()),
    ],
    ['nothing-here', ({ page }) => page.goto('/nowhere').then(() => page.locator('main h1').waitFor())],
    ['inbox', ({ page }) => page.goto('/inbox').then(() => page.locator('main h1').waitFor())],
  ],
  account: [
    ['account-sign-in', ({ page }) => page.goto('/account/sign-in').then(() => page.locator('main form').waitFor())],
    [
      'account-forgot',
      ({ page }) => page.goto('/account/forgot-password').then(() => page.locator('main form').waitFor()),
    ],
    [
      'account-reset',
      ({ page }) => page.goto('/account/reset-password').then(() => page.locator('main form').waitFor()),
    ],
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
        await page.locator('main input[name=email]').fill(`maha-${look.language}@example.om`)
        await page.locator('main input[name=password]').fill('nine camels walk to Nizwa')
      },
    ],
    ['account', (screen) => press(screen, 'Enter').then(() => screen.page.locator('[data-session=current]').waitFor())],
    ['mine-orders', ({ page }) => page.goto('/account/orders').then(() => page.locator('main h2').waitFor())],
    [
      'mine-points',
      ({ page }) => page.goto('/account/points').then(() => page.locator('main [data-points]').waitFor()),
    ],
    ['mine-plan', ({ page }) => page.goto('/account/plan').then(() => page.locator('[data-plan=free]').waitFor())],
    ['mine-addresses', ({ page }) => page.goto('/account/addresses').then(() => page.locator('main h2').waitFor())],
    [
      'mine-address',
      async ({ page }) => {
        await page.locator('main button').click()
        await page.locator('[role=dialog] textarea').first().waitFor()
      },
    ],
    [
      'mine-preferences',
      ({ page }) => page.goto('/account/preferences').then(() => page.locator('main tbody').waitFor()),
    ],
    ['mine-consents', ({ page }) => page.goto('/account/consents').then(() => page.locator('main ul').waitFor())],
    [
      'mine-agree',
      async ({ page }) => {
        await page.locator('main li button').first().click()
        await page.locator('[role=dialog] article').waitFor()
      },
    ],
    [
      'mine-receipt',
      async ({ page }) => {
        await page.locator('[role=dialog] button[type=submit]').click()
        await page.locator('main ol button').click()
        await page.locator('[role=dialog] dl').waitFor()
      },
    ],
    [
      'mine-data',
      async ({ page }) => {
        await page.goto('/account/data')
        await page.locator('[data-ask=access]').click()
        await page.locator('[data-export=ready]').waitFor()
      },
    ],
    [
      'mine-objection',
      async ({ page }) => {
        await page.locator('[data-ask=objection]').click()
        await page.locator('[role=dialog] textarea').first().waitFor()
      },
    ],
    [
      'mine-erasure',
      async (screen) => {
        await press(screen, 'Escape')
        await screen.page.locator('[role=dialog]').waitFor({ state: 'detached' })
        await screen.page.locator('[data-ask=erasure]').click()
        await screen.page.locator('[role=dialog] input[name=word]').waitFor()
      },
    ],
    [
      'mine-loading',
      async ({ page }) => {
        await page.route('**/api/v1/me/privacy-*', () => undefined)
        await page.goto('/account/data')
        await page.locator('main > div + [role=status]').waitFor()
      },
    ],
    [
      'mine-failed',
      async (screen) => {
        const { page } = screen
        screen.expect(418)
        await page.unrouteAll()
        const problem = { status: 418, code: 'test', title: 'Not now', detail: 'Not now' }
        await page.route('**/api/v1/me/privacy-*', (route) => route.fulfill({ status: 418, json: problem }))
        await page.goto('/account/data')
        await page.locator('main [role=alert] button').waitFor()
      },
    ],
  ],
}
