import { describe, expect, test } from 'vitest'
import { aRealProvider } from '../server/src/modules/accounts/oidc/oidc.harness.ts'
import { ageCodes, ageProofs, authenticatorCode } from '../server/test/browser.ts'
import { startKith } from './kith.ts'
import { makeStub, onDisk, readyForOffline } from './offline-steps.ts'
import { LANGUAGES, type Screen } from './screen.ts'
import {
  accountOf,
  aFinger,
  arrived,
  axe,
  axeInBoth,
  call,
  codeIn,
  field,
  keyOf,
  leave,
  NEXT_PASSWORD,
  PASSWORD,
  submit,
  WITHIN_MS,
} from './sign-in-steps.ts'
import { kith, open as openLook } from './world.ts'

/** Where several share an address, a browser is asked which one it means, once. */
async function chooseBusiness(screen: Screen) {
  const { page } = screen
  screen.expect(400)
  const first = async () => {
    await page.goto('/till')
    return page.locator('main input').first().getAttribute('name')
  }
  await expect.poll(first, { timeout: 15_000 }).toBe('slug')
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

/** Somebody leaves while what they made waits for the network. */
async function workWithoutNetwork(screen: Screen, customer: string, phone: string): Promise<void> {
  const { page, context } = screen
  await readyForOffline(page)
  await context.setOffline(true)
  await makeStub(page, phone, customer, 'Offline')
  await page.locator('aside').getByText(/OFF-/).first().waitFor()
  await leave(screen)
}

describe.each(LANGUAGES)('in %s', (language) => {
  const open = (url?: string) => openLook({ language, scheme: 'light' }, url)

  test(
    'somebody is invited, joins, sets up a second proof, comes back with it, and forgets the password',
    async () => {
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
    WITHIN_MS,
  )

  test(
    'a role that needs a second proof sets it up before it comes in, and a session that ended says so',
    async () => {
      const screen = await open()
      const { page, context } = screen
      const email = `analyst-${language}@marhaba.example`
      await call('PUT', '/settings/sign-in', { mfaForRoles: ['analyst'] })
      await call('POST', '/staff/invitations', { email, role: 'analyst', locale: language })
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

      // The access cookie ends first; the screens go on as if nothing had been.
      await context.clearCookies({ name: 'kith_access' })
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
    WITHIN_MS,
  )

  test(
    'the first owner comes in by the invitation, and of two businesses one is asked for once',
    async () => {
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
    WITHIN_MS,
  )

  test(
    'a customer registers, proves the e-mail, and comes in by passkey, which also proves again who it is',
    async () => {
      const [screen, inbox] = await Promise.all([open(), open()])
      const { page } = screen
      const email = `aisha-${language}@example.om`
      await aFinger(screen)
      await page.goto('/account/register')
      await field(page, 'firstName').fill(language === 'ar' ? 'عائشة' : 'Aisha')
      await field(page, 'lastName').fill(language === 'ar' ? 'البلوشي' : 'Al Balushi')
      await field(page, 'email').fill(email)
      await field(page, 'password').fill(PASSWORD)
      await axe(screen, 'register')
      await submit(page)
      await page.locator('[data-confirm-email]').waitFor()
      await inbox.page.goto('/inbox')
      const code = await codeIn(inbox, 'verify_email', email)
      await axe(screen, 'account-unproved')
      await field(page, 'code').fill(code)
      await page.locator('[data-confirm-email]').waitFor({ state: 'detached' })

      await page.locator('[data-add-passkey]').click()
      const passkey = page.locator('li[data-passkey]')
      await passkey.waitFor()
      await passkey.locator('button').first().click()
      await page.locator('section li form input').fill('Blue phone')
      await submit(page)
      await passkey.filter({ hasText: 'Blue phone' }).waitFor()
      await axe(screen, 'account')

      await leave(screen)
      await field(page, 'email').waitFor()
      await axe(screen, 'account-sign-in')
      await page.locator('[data-passkey]').click()
      await page.locator('[data-session=current]').waitFor()
      expect(new URL(page.url()).pathname).toBe('/account')

      const stranger = await open()
      await stranger.page.goto('/account/sign-in')
      await field(stranger.page, 'email').fill(email)
      await field(stranger.page, 'password').fill(PASSWORD)
      await submit(stranger.page)
      await stranger.page.locator('[data-session=current]').waitFor()
      await page.reload()
      await page.setViewportSize({ width: 390, height: 844 })
      const theirs = page.locator('[data-session=other] button')
      await theirs.click()
      await axe(screen, 'account-phone-sure')
      await theirs.click()
      await theirs.waitFor({ state: 'detached' })
      stranger.expect(401)
      await stranger.page.reload()
      await stranger.page.locator('main [role=alert]').waitFor()
      await stranger.close()

      screen.expect(403)
      await page.goto('/till')
      await page.locator('main a[href="/account"]').waitFor()
      await axe(screen, 'not-staff')
      await page.locator('main a[href="/account"]').click()
      await page.locator('[data-session=current]').waitFor()
      await ageProofs(kith().folder, await accountOf(screen))
      await page.locator('[data-change=password]').click()
      await field(page, 'password').fill(NEXT_PASSWORD)
      await submit(page)
      const dialog = page.locator('[role=dialog]')
      await dialog.locator('input[type=password]').waitFor()
      await axe(screen, 'step-up')
      await dialog.locator('form button[type=button]').last().click()
      await dialog.locator('button[type=submit]').click()
      await dialog.waitFor({ state: 'detached' })
      await field(page, 'password').waitFor({ state: 'detached' })
      await inbox.page.locator('li[data-template=password_changed]').filter({ hasText: email }).waitFor()
      await passkey.locator('button').last().click()
      await passkey.locator('button').last().click()
      await passkey.waitFor({ state: 'detached' })
      await Promise.all([screen.close(), inbox.close()])
    },
    WITHIN_MS,
  )

  test(
    'a customer comes in by phone, is asked for a name once, adds an e-mail, and cannot have codes sent without end',
    async () => {
      const phone = language === 'ar' ? '9977 1102' : '9977 1101'
      const [first, second, inbox] = await Promise.all([open(), open(), open()])
      await inbox.page.goto('/inbox')
      const askForCode = async ({ page }: Screen) => {
        await page.goto('/account/sign-in')
        await page.locator('[role=radiogroup] label').last().click()
        await field(page, 'phone').fill(phone)
        await submit(page)
      }
      await askForCode(first)
      await field(first.page, 'code').waitFor()
      await axe(first, 'phone-code')
      first.expect(422)
      const sent = await codeIn(inbox, 'otp_code', phone.replace(' ', ''))
      await field(first.page, 'code').fill(sent === '000000' ? '000001' : '000000')
      await first.page.locator('main [role=alert]').waitFor()
      // As an Arabic keyboard types it.
      await field(first.page, 'code').fill('')
      await field(first.page, 'code').fill(sent.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!))
      await field(first.page, 'firstName').fill(language === 'ar' ? 'ناصر' : 'Nasser')
      await axe(first, 'name-needed')
      await submit(first.page)
      await first.page.locator('[data-session=current]').waitFor()
      expect(await first.page.locator('main').textContent()).toContain(phone)

      await first.page.locator('[data-change=email]').click()
      const email = `nasser-${language}@example.om`
      await field(first.page, 'email').fill(email)
      await submit(first.page)
      await field(first.page, 'code').fill(await codeIn(inbox, 'otp_code', email))
      await first.page.locator('main li').filter({ hasText: email }).waitFor()

      second.expect(429)
      await askForCode(second)
      await second.page.locator('main [role=alert]').waitFor()
      await second.picture('code-too-soon')
      await Promise.all([first.close(), second.close(), inbox.close()])
    },
    WITHIN_MS,
  )

  test(
    'a customer comes in through a provider, and is told when the provider was not let',
    async () => {
      const { tenants } = await kith().command<{ tenants: { id: string }[] }>('tenant', 'list')
      const provider = await aRealProvider([`${kith().url}/api/v1/auth/oidc/${tenants[0]!.id}/oman-id/callback`])
      try {
        const settings = { ...provider.settings, name: 'oman-id', label: 'Oman ID', trustsEmail: false }
        await call('PUT', '/settings/oidc', { providers: [settings] })
        provider.signIn({ sub: `person-${language}`, given_name: 'Huda', family_name: 'Al Riyami' })
        const screen = await open()
        const { page } = screen
        await page.goto('/account/sign-in#error=auth.cancelled')
        await page.locator('main [role=alert]').waitFor()
        await axe(screen, 'provider-cancelled')
        await page.locator('a[href*=oman-id]').click()
        await page.locator('[data-link=oman-id]').waitFor()
        expect(await page.locator('h1').textContent()).toBe('Huda Al Riyami')
        expect(screen.wrong().filter((one) => !one.startsWith('left:'))).toEqual([])
        screen.forgive()
        await screen.close()
      } finally {
        await provider.close()
        await call('PUT', '/settings/oidc', { providers: [] })
      }
    },
    WITHIN_MS,
  )

  test(
    'a device becomes a till, on which a PIN is enough, and which locks itself',
    async () => {
      const email = `cashier-${language}@marhaba.example`
      const name = language === 'ar' ? 'نورة البلوشية' : 'Noora Al Balushi'
      const initials = language === 'ar' ? 'ن. ب.' : 'N. B.'
      await call('POST', '/staff/invitations', { email, role: 'cashier', name, locale: language })
      const { pairingCode } = (await call('POST', '/tills', {
        name: language === 'ar' ? 'الصندوق ١' : 'Counter 1',
      })) as { pairingCode: string }
      const screen = await open()
      const { page, context } = screen
      await page.goto('/inbox')
      await (await arrived(screen, 'staff_invitation', email)).locator('a').click()
      await field(page, 'password').fill(PASSWORD)
      await submit(page)
      await page.locator('[role=combobox]').waitFor()
      await workWithoutNetwork(screen, 'Huda', `+968991177${language === 'ar' ? '01' : '02'}`)
      await page.locator('[data-waited]').waitFor()
      await context.setOffline(false)
      await page.reload()
      await page.locator('a[href="/pair"]').waitFor()
      await page.locator('[data-waited] li').filter({ hasText: initials }).waitFor()
      expect(await page.locator('main').textContent()).not.toContain('Huda')
      await axeInBoth(screen, 'sign-in-waited')

      await page.locator('a[href="/pair"]').click()
      screen.expect(422)
      await field(page, 'pairingCode').fill('AAAA-BBBB')
      await submit(page)
      await page.locator('main [role=alert]').waitFor()
      await field(page, 'pairingCode').fill(pairingCode!)
      await axeInBoth(screen, 'till-pair')
      await submit(page)
      await page.locator('main ul').waitFor({ state: 'attached' })
      await page.locator('main button[type=button]').last().click()
      await field(page, 'email').fill(email)
      await field(page, 'password').fill(PASSWORD)
      await submit(page)
      await field(page, 'pin').fill('1111')
      await submit(page)
      await page.locator('main .mantine-InputWrapper-error').waitFor()
      await axeInBoth(screen, 'till-choose-pin')
      await field(page, 'pin').fill('٤٨٢٦')
      await submit(page)
      await page.locator('nav').waitFor()
      await expect.poll(async () => (await onDisk(page)).rows).toBe(0)

      await page.locator('[role=combobox]').waitFor()
      await workWithoutNetwork(screen, 'Zainab', `+968991177${language === 'ar' ? '11' : '12'}`)
      await page.locator('[data-waited]').waitFor()
      await context.setOffline(false)
      await page.reload()
      await page.locator('[data-operator]').waitFor()
      await page.locator('[data-waited] li').filter({ hasText: initials }).waitFor()
      expect(await page.locator('main').textContent()).not.toContain('Zainab')
      await axeInBoth(screen, 'till-operators')
      await page.locator('[data-operator]').click()
      screen.expect(401)
      await field(page, 'pin').fill('4827')
      await submit(page)
      await page.locator('main [role=alert]').waitFor()
      const pad = page.locator('main form div > button[type=button]:not([aria-label])')
      for (const digit of [4, 8, 2, 6]) await pad.nth(digit - 1).click()
      await axeInBoth(screen, 'till-pin')
      await page.locator('main button[type=submit]').click()
      await page.locator('nav').waitFor()

      await page.clock.install()
      const idle = page.waitForResponse((answer) => answer.url().endsWith('/tills/operators'))
      await page.reload()
      await page.locator('nav').waitFor()
      await idle
      await page.locator('[role=combobox]').click()
      await page.clock.fastForward('06:00')
      await page.locator('[data-operator]').waitFor()
      expect(screen.wrong().filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([])
      screen.forgive()
      await screen.close()
    },
    WITHIN_MS,
  )

  test(
    'the link in the message proves an e-mail with the password of the account, and a text opens the second half',
    async () => {
      const [screen, mailbox] = await Promise.all([open(), open()])
      const { page } = screen
      const email = `rashid-${language}@example.om`
      await page.goto('/account/register')
      await field(page, 'firstName').fill('Rashid')
      await field(page, 'email').fill(email)
      await field(page, 'password').fill(PASSWORD)
      await submit(page)
      await page.locator('[data-confirm-email]').waitFor()

      await mailbox.page.goto('/inbox')
      await (await arrived(mailbox, 'verify_email', email)).locator('a').click()
      mailbox.expect(401)
      await field(mailbox.page, 'password').fill('a guess')
      await submit(mailbox.page)
      await mailbox.page.locator('main [role=alert]').waitFor()
      await axe(mailbox, 'verify-email')
      await field(mailbox.page, 'password').fill(PASSWORD)
      await submit(mailbox.page)
      await mailbox.page.locator('main a[href="/account/sign-in"]').waitFor()
      await page.reload()
      await page.locator('[data-session=current]').waitFor()
      expect(await page.locator('[data-confirm-email]').count()).toBe(0)

      const phone = language === 'ar' ? '9966 4402' : '9966 4401'
      await mailbox.page.goto('/inbox')
      await page.locator('[data-set-up-sms]').click()
      await field(page, 'phone').fill(phone)
      await submit(page)
      await field(page, 'code').fill(await codeIn(mailbox, 'mfa_code', phone.replace(' ', '')))
      await page.locator('main ol li').nth(7).waitFor()
      await page.locator('main input[type=checkbox]').check()
      await page.locator('[data-kept]').click()

      await leave(screen)
      await field(page, 'email').fill(email)
      await field(page, 'password').fill(PASSWORD)
      await submit(page)
      const send = page.locator('main button').filter({ hasText: /send the code|إرسال الرمز/i })
      await send.waitFor()
      await axe(screen, 'second-factor-by-text')
      const before = await codeIn(mailbox, 'mfa_code', phone.replace(' ', ''))
      await ageCodes(kith().folder)
      await send.click()
      const next = () => codeIn(mailbox, 'mfa_code', phone.replace(' ', ''))
      await expect.poll(next, { timeout: 10_000 }).not.toBe(before)
      await field(page, 'code').fill(await next())
      await page.locator('[data-session=current]').waitFor()
      await Promise.all([screen.close(), mailbox.close()])
    },
    WITHIN_MS,
  )
})
