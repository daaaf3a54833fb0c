import { expect, test } from 'vitest'
import { authenticatorCode } from '../server/test/browser.ts'
import { startKith } from './kith.ts'
import type { Language, Screen } from './screen.ts'
import { arrived, axe, call, field, keyOf, leave, NEXT_PASSWORD, PASSWORD, submit } from './sign-in-steps.ts'
import { openIn } from './world.ts'

/** With several businesses at one URL, a browser is asked once which one it means. */
async function chooseBusiness(screen: Screen) {
  const { page } = screen
  screen.expect(400)
  screen.expect(404)
  const first = async () => {
    await page.goto('/till')
    return page.locator('main input').first().getAttribute('name')
  }
  await expect.poll(first).toBe('slug')
  await field(page, 'slug').fill('nobody')
  await submit(page)
  await page.locator('main .mantine-InputWrapper-error').waitFor()
  await axe(screen, 'which-business')
  await field(page, 'slug').fill('souq')
  await submit(page)
  await field(page, 'email').fill('owner@souq.example')
  await field(page, 'password').fill(PASSWORD)
  await submit(page)
  await page.locator('nav').waitFor()
  await leave(screen)
  await field(page, 'email').waitFor()
  await page.reload()
  await field(page, 'email').waitFor()
}

test.each<Language>(['en'])(
  'in %s a staff member is invited, joins, sets up two-step verification, signs in with it, and resets the password',
  async (language) => {
    const open = openIn(language)
    const screen = await open()
    const { page } = screen
    const email = `manager-${language}@marhaba.example`
    await call('POST', '/staff/invitations', { email, role: 'manager', name: 'Salma', locale: language })

    await page.goto('/inbox')
    const invitation = await arrived(screen, 'staff_invitation', email)
    await axe(screen, 'inbox')
    await invitation.locator('a').click()
    await field(page, 'password').waitFor()
    await axe(screen, 'invitation')
    screen.expect(422)
    await field(page, 'password').fill('12345678')
    await submit(page)
    await page.locator('main .mantine-InputWrapper-error').waitFor()
    await field(page, 'password').fill(PASSWORD)
    await submit(page)
    await page.locator('nav').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')

    await page.goto('/account')
    await page.locator('[data-set-up-totp]').click()
    await page.locator('svg[role=img]').waitFor()
    await axe(screen, 'enrolment')
    const secret = await keyOf(page)
    screen.expect(401)
    await field(page, 'code').fill(authenticatorCode(secret))
    await page.locator('main ol li').nth(7).waitFor()
    await axe(screen, 'recovery-codes')
    const codes = (await page.locator('main ol li').allTextContents()).map((code) => code.trim())
    await page.locator('main input[type=checkbox]').check()
    await page.locator('[data-kept]').click()
    await page.locator('[data-session=current]').waitFor()
    await axe(screen, 'account-staff')

    await page.goto('/till')
    await leave(screen)
    await field(page, 'email').fill(email)
    await field(page, 'password').fill('not this one')
    await submit(page)
    await page.locator('main [role=alert]').waitFor()
    await field(page, 'password').fill(PASSWORD)
    await submit(page)
    await field(page, 'code').waitFor()
    await axe(screen, 'second-factor')
    await field(page, 'code').fill('000000')
    await page.locator('main [role=alert]').waitFor()
    await page
      .locator('main button[type=button]')
      .filter({ hasText: /recovery|استرداد/ })
      .click()
    await field(page, 'recovery').fill(codes[0]!)
    await submit(page)
    await page.locator('nav').waitFor()

    await leave(screen)
    await page.locator('main a[href="/account/forgot-password"]').click()
    // The former page, with a field of the same name, stays until this one is loaded.
    await page.locator('main a[href="/account/sign-in"]').waitFor()
    await field(page, 'email').fill(email)
    await axe(screen, 'forgot')
    await submit(page)
    await page.locator('main [role=status]').waitFor()
    await page.goto('/inbox')
    await (await arrived(screen, 'reset_password', email)).locator('a').click()
    await field(page, 'password').fill(NEXT_PASSWORD)
    await axe(screen, 'reset')
    await submit(page)
    await page.locator('main a[href="/account/sign-in"]').click()
    await field(page, 'email').fill(email)
    await field(page, 'password').fill(NEXT_PASSWORD)
    await submit(page)
    await field(page, 'code').waitFor()
    await page
      .locator('main button[type=button]')
      .filter({ hasText: /recovery|استرداد/ })
      .click()
    await field(page, 'recovery').fill(codes[1]!)
    await submit(page)
    await page.locator('nav').waitFor()
    await screen.close()
  },
)

test.each<Language>(['en'])(
  'in %s a role that needs a second proof sets it up before it comes in, and a session that ended says so',
  async (language) => {
    const open = openIn(language)
    const screen = await open()
    const { page, context } = screen
    const email = `officer-${language}@marhaba.example`
    await call('PUT', '/settings/sign-in', { mfaForRoles: ['privacy-officer'] })
    await call('POST', '/staff/invitations', { email, role: 'privacy-officer', locale: language })
    await page.goto('/inbox')
    await (await arrived(screen, 'staff_invitation', email)).locator('a').click()
    await field(page, 'password').fill(PASSWORD)
    await submit(page)
    await page.locator('svg[role=img]').waitFor()
    await axe(screen, 'enrolment-at-sign-in')
    await field(page, 'code').fill(authenticatorCode(await keyOf(page)))
    await page.locator('main ol li').nth(7).waitFor()
    await axe(screen, 'recovery-codes-at-sign-in')
    await page.locator('main input[type=checkbox]').check()
    await page.locator('[data-kept]').click()
    await page.locator('nav').waitFor()

    // The access cookie expires first; the screens continue unnoticed.
    await context.clearCookies({ name: 'kith_access' })
    // Without a cookie the business is unknown.
    screen.expect(400)
    screen.expect(401)
    const refreshed = page.waitForResponse((answer) => answer.url().endsWith('/auth/refresh') && answer.ok())
    await page.goto('/customers')
    await refreshed
    await page.locator('[role=row] a').first().waitFor()
    let refreshes = 0
    page.on('response', (answer) => {
      if (answer.url().endsWith('/auth/refresh')) refreshes += 1
    })
    await context.clearCookies({ name: 'kith_access' })
    await page.goto('/account')
    await page.locator('[data-session=current]').waitFor()
    expect(refreshes).toBe(1)
    await page.goto('/customers')
    await page.locator('[role=row] a').first().waitFor()
    await context.clearCookies()
    await page.reload()
    await page.locator('main [role=alert]').waitFor()
    await axe(screen, 'session-ended')
    await screen.close()
  },
)

test.each<Language>(['en'])(
  'in %s the first owner comes in by the invitation, and of two businesses one is asked for once',
  async (language) => {
    const open = openIn(language)
    const own = await startKith({ demo: 'off' })
    try {
      const made = await own.command<{ invitation: string }>(
        ...['tenant', 'create', 'souq', '--name', 'Souq Tailors', '--name2', 'خيّاطو السوق', '--locale', language],
        ...['--owner-email', 'owner@souq.example'],
      )
      const screen = await open(own.url)
      const { page } = screen
      await page.goto('/inbox')
      const link = (await arrived(screen, 'staff_invitation', 'owner@souq.example')).locator('a')
      expect(await link.getAttribute('href')).toBe(made.invitation)
      await page.goto(made.invitation)
      await field(page, 'password').fill(PASSWORD)
      await submit(page)
      await page.locator('nav').waitFor()
      await leave(screen)
      await field(page, 'email').waitFor()
      await screen.close()

      await own.command('tenant', 'create', 'other', '--name', 'Other')
      const other = await open(own.url)
      await chooseBusiness(other)
      await other.close()
    } finally {
      await own.stop()
    }
    expect(own.log()).toBe('')
  },
)
