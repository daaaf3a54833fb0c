import { expect, test } from 'vitest'
import { aRealProvider } from '../server/src/modules/accounts/ways-in/oidc/oidc.harness.ts'
import { ageCodes, ageProofs } from '../server/test/browser.ts'
import type { Language, Screen } from './screen.ts'
import {
  accountOf,
  aFinger,
  arrived,
  axe,
  call,
  codeIn,
  field,
  leave,
  NEXT_PASSWORD,
  PASSWORD,
  submit,
} from './sign-in-steps.ts'
import { wordsOf } from './words.ts'
import { kith, openIn } from './world.ts'

test.each<Language>(['ar'])(
  'in %s a customer registers, proves the e-mail, and comes in by passkey, which also proves again who it is',
  async (language) => {
    const open = openIn(language)
    const [screen, inbox] = await Promise.all([open(), open()])
    const { page } = screen
    const email = `aisha-${language}@example.om`
    await aFinger(screen)
    await page.goto('/account/register')
    await field(page, 'firstName').fill(language === 'ar' ? 'عائشة' : 'Aisha')
    await field(page, 'lastName').fill(language === 'ar' ? 'البلوشي' : 'Al Balushi')
    await field(page, 'email').fill(email)
    await field(page, 'password').fill(PASSWORD)
    const terms = page.locator('[name="consent.terms"]')
    expect(await terms.isChecked()).toBe(false)
    await terms.check()
    await axe(screen, 'register')
    await submit(page)
    await page.locator('[data-confirm-email]').waitFor()
    await inbox.page.goto('/inbox')
    const code = await codeIn(inbox, 'verify_email', email)
    const { items } = await (await page.request.get('/api/v1/me/consents')).json()
    const granted = items.filter(({ state }: { state: string }) => state === 'granted')
    expect(granted.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['terms'])
    await axe(screen, 'account-unproved')
    await field(page, 'code').fill(code)
    await page.locator('[data-confirm-email]').waitFor({ state: 'detached' })
    await axe(screen, 'account-offers')
    await page.locator('[data-offers] button').first().click()
    await page.locator('[data-offers]').waitFor({ state: 'detached' })

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
    await dialog.getByText(wordsOf(language)('proofBy.passkey')).click()
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
    await field(page, 'password').waitFor({ state: 'detached' })
    await inbox.page.locator('li[data-template=password_changed]').filter({ hasText: email }).waitFor()
    await passkey.locator('button').last().click()
    await passkey.locator('button').last().click()
    await passkey.waitFor({ state: 'detached' })
    await Promise.all([screen.close(), inbox.close()])
  },
)

test.each<Language>(['ar'])(
  'in %s a customer comes in by phone, is asked for a name once, adds an e-mail, and cannot have codes sent without end',
  async (language) => {
    const open = openIn(language)
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
    // At once, because another is sent after a minute.
    second.expect(429)
    await askForCode(second)
    await second.page.locator('main [role=alert]').waitFor()
    await second.picture('code-too-soon')
    await axe(first, 'phone-code')
    first.expect(422)
    const sent = await codeIn(inbox, 'otp_code', phone.replace(' ', ''))
    await field(first.page, 'code').fill(sent === '000000' ? '000001' : '000000')
    await first.page.locator('main [role=alert]').waitFor()
    // As typed on an Arabic keyboard.
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
    await Promise.all([first.close(), second.close(), inbox.close()])
  },
)

test.each<Language>(['ar'])(
  'in %s a customer comes in through a provider, and is told when the provider was not let',
  async (language) => {
    const open = openIn(language)
    const provider = await aRealProvider([`${kith().url}/api/v1/auth/oidc/${kith().tenant.id}/oman-id/callback`])
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
)

test.each<Language>(['ar'])(
  'in %s the link in the message proves an e-mail with the password of the account, and a text opens the second half',
  async (language) => {
    const open = openIn(language)
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
    await ageCodes(kith().folder, kith().tenant.id)
    await send.click()
    const next = () => codeIn(mailbox, 'mfa_code', phone.replace(' ', ''))
    await expect.poll(next).not.toBe(before)
    await field(page, 'code').fill(await next())
    await page.locator('[data-session=current]').waitFor()
    await Promise.all([screen.close(), mailbox.close()])
  },
)
