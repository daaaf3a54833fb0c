import { describe, expect, test } from 'vitest'
import { aRealProvider } from '../server/src/modules/accounts/ways-in/oidc/oidc.harness.ts'
import { ageCodes, ageProofs, authenticatorCode } from '../server/test/browser.ts'
import { messagesTo } from './api.ts'
import { type Language, type Screen, stumblingBlocksInBoth } from './screen.ts'
import { accountOf, axe, call, confirmEmail, field, keyOf, leave, PASSWORD, register, submit } from './sign-in-steps.ts'
import { wordsOf } from './words.ts'
import { kith, openIn } from './world.ts'

const item = ({ page }: Screen, text: string) => page.locator('main li').filter({ hasText: text })
const codesOn = async ({ page }: Screen) => {
  await page.locator('main ol li').nth(7).waitFor()
  return (await page.locator('main ol li').allTextContents()).map((code) => code.trim())
}
const keepCodes = async ({ page }: Screen) => {
  await page.locator('main input[type=checkbox]').check()
  await page.locator('[data-kept]').click()
}
/** Irreversible actions need a second press. */
const pressTwice = async (screen: Screen, text: string, name: string) => {
  const button = item(screen, text).locator('button').last()
  await expect.poll(() => button.textContent()).toBe(name)
  await button.click()
  await button.click()
}
const codeOf = async (to: string, template: string, before?: string) => {
  let code: string | undefined
  await expect
    .poll(async () => {
      const message = (await messagesTo(to)).find((one) => one.template === template)
      code = /\b\d{6}\b/.exec(message?.text ?? '')?.[0]
      return code !== undefined && code !== before
    })
    .toBe(true)
  return code!
}
const signIn = async ({ page }: Screen, email: string) => {
  await page.goto('/account/sign-in')
  await field(page, 'email').fill(email)
  await field(page, 'password').fill(PASSWORD)
  await submit(page)
}

describe.each<Language>(['en'])('of one’s own login, in %s', (language) => {
  const open = openIn(language)
  const t = wordsOf(language)

  test('a second proof comes and goes; new recovery codes end the old ones', async () => {
    const screen = await open()
    const { page } = screen
    const email = `sara-${language}@example.om`
    await register(screen, email, 'Sara')
    await confirmEmail(screen, email)
    await page.locator('[data-set-up-totp]').click()
    await page.locator('svg[role=img]').waitFor()
    await field(page, 'code').fill(authenticatorCode(await keyOf(page)))
    const first = await codesOn(screen)
    await keepCodes(screen)
    await pressTwice(screen, t('account.recoveryCodes'), t('account.renewCodes'))
    await expect.poll(() => codesOn(screen)).not.toEqual(first)
    const second = await codesOn(screen)
    await axe(screen, 'account-new-codes')
    await keepCodes(screen)
    expect(second.filter((code) => first.includes(code))).toEqual([])

    await leave(screen)
    await signIn(screen, email)
    await page
      .locator('main button[type=button]')
      .filter({ hasText: t('factorUse.recovery') })
      .click()
    await field(page, 'recovery').fill(first[0]!)
    await submit(page)
    await page.locator('main [role=alert]').waitFor()
    await screen.picture('recovery-code-old')
    await field(page, 'recovery').fill(second[0]!)
    await submit(page)
    await page.locator('[data-session=current]').waitFor()

    await pressTwice(screen, t('account.totp'), t('account.remove'))
    await page.locator('[data-set-up-totp]').waitFor()
    expect(await item(screen, t('account.recoveryCodes')).count()).toBe(0)
    await leave(screen)
    await signIn(screen, email)
    await page.locator('[data-session=current]').waitFor()
    await screen.close()
  })

  test('the e-mail is changed by its code, and the person signs out everywhere else, then everywhere', async () => {
    const [screen, elsewhere] = await Promise.all([open(), open()])
    const { page } = screen
    const [former, next] = [`before-${language}@example.om`, `after-${language}@example.om`]
    await register(screen, former, 'Mona')
    await page.locator('[data-change=email]').click()
    await field(page, 'email').fill(next)
    await submit(page)
    await field(page, 'code').last().waitFor()
    await page.locator('main li input[name=code]').fill(await codeOf(next, 'otp_code'))
    await page.locator('main li').filter({ hasText: next }).waitFor()
    elsewhere.expect(401)
    await signIn(elsewhere, former)
    await elsewhere.page.locator('main [role=alert]').waitFor()
    await signIn(elsewhere, next)
    await elsewhere.page.locator('[data-session=current]').waitFor()

    await page.reload()
    await page.locator('[data-session=other]').waitFor()
    await page.locator('[data-end-all]').click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('[data-end=others]').waitFor()
    expect(await stumblingBlocksInBoth(screen, 'account-end-all')).toEqual([])
    await dialog.locator('[data-end=others]').click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[data-session=other]').waitFor({ state: 'detached' })
    await elsewhere.page.reload()
    await elsewhere.page.locator('main [role=alert]').waitFor()
    await signIn(elsewhere, next)
    await elsewhere.page.locator('[data-session=current]').waitFor()

    await page.locator('[data-takeover=ask]').click()
    await dialog.locator('[data-takeover=report]').waitFor()
    expect(await stumblingBlocksInBoth(screen, 'account-takeover')).toEqual([])
    await dialog.locator('[data-takeover=report]').click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[data-session=current]').waitFor()
    await elsewhere.page.reload()
    await elsewhere.page.locator('main [role=alert]').waitFor()
    await signIn(elsewhere, next)
    await elsewhere.page.locator('[data-session=current]').waitFor()

    await page.locator('[data-end-all]').click()
    screen.expect(401)
    await dialog.locator('[data-end=all]').click()
    await field(page, 'email').waitFor()
    await elsewhere.page.reload()
    await elsewhere.page.locator('main [role=alert]').waitFor()
    await Promise.all([screen.close(), elsewhere.close()])
  })
})

// These change shared state: the providers of the business, and the limits of codes.
describe.each<Language>(['en'])('of one’s own login, in %s', (language) => {
  const open = openIn(language)
  const t = wordsOf(language)

  test('a provider is linked, signs in, and is unlinked after a proof', async () => {
    const provider = await aRealProvider([`${kith().url}/api/v1/auth/oidc/${kith().tenant.id}/oman-id/callback`])
    try {
      const settings = { ...provider.settings, name: 'oman-id', label: 'Oman ID', trustsEmail: false }
      await call('PUT', '/settings/oidc', { providers: [settings] })
      provider.signIn({ sub: `linked-${language}`, given_name: 'Layla', family_name: 'Al Said' })
      const screen = await open()
      const { page } = screen
      const email = `layla-${language}@example.om`
      await register(screen, email, 'Layla')
      expect(await page.locator('[data-link]').count()).toBe(0)
      await page.locator('[data-to-link=oman-id]').click()
      await page.locator('[data-link=oman-id]').waitFor()
      await axe(screen, 'account-linked')

      await leave(screen)
      await page.locator('a[href*=oman-id]').click()
      await page.locator('[data-link=oman-id]').waitFor()
      expect(await page.locator('h1').textContent()).toBe('Layla')

      await ageProofs(kith().folder, await accountOf(screen))
      screen.expect(403)
      await pressTwice(screen, 'Oman ID', t('account.unlink'))
      const dialog = page.locator('[role=dialog]')
      await dialog.locator('input[type=password]').fill(PASSWORD)
      await dialog.locator('button').filter({ hasText: 'Oman ID' }).waitFor()
      await axe(screen, 'step-up-ways')
      screen.expect(409)
      await dialog.locator('button[type=submit]').click()
      // The e-mail is not confirmed, so the password alone would not sign in.
      await page.locator('main section [role=alert]').waitFor()
      await screen.picture('last-way-in')
      await confirmEmail(screen, email)
      await pressTwice(screen, 'Oman ID', t('account.unlink'))
      await page.locator('[data-link]').waitFor({ state: 'detached' })
      await page.locator('[data-to-link=oman-id]').waitFor()
      expect(screen.wrong().filter((one) => !one.startsWith('left:'))).toEqual([])
      screen.forgive()
      await screen.close()
    } finally {
      await provider.close()
      await call('PUT', '/settings/oidc', { providers: [] })
    }
  })

  test('the phone is changed by its code, after a code to the old one has proved who asks', async () => {
    const [former, next] = language === 'ar' ? ['99773302', '99773312'] : ['99773301', '99773311']
    const screen = await open()
    const { page } = screen
    await page.goto('/account/sign-in')
    await page.locator('[role=radiogroup] label').last().click()
    await field(page, 'phone').fill(former)
    await submit(page)
    await field(page, 'code').waitFor()
    screen.expect(422)
    await field(page, 'code').fill(await codeOf(`+968${former}`, 'otp_code'))
    await field(page, 'firstName').fill('Yusuf')
    await submit(page)
    await page.locator('[data-session=current]').waitFor()

    await ageProofs(kith().folder, await accountOf(screen))
    await ageCodes(kith().folder, kith().tenant.id)
    await page.locator('[data-change=phone]').click()
    await field(page, 'phone').fill(next)
    await submit(page)
    await field(page, 'code').waitFor()
    screen.expect(403)
    await field(page, 'code').fill(await codeOf(`+968${next}`, 'otp_code'))
    const dialog = page.locator('[role=dialog]')
    const before = (await messagesTo(`+968${former}`)).length
    await dialog.locator('button[type=submit]').click()
    await dialog.locator('input[name=code]:focus').waitFor()
    await axe(screen, 'step-up-by-text')
    screen.expect(401)
    const proof = async () => (await messagesTo(`+968${former}`)).slice(0, -before)[0]?.text
    await expect.poll(proof).toMatch(/\d{6}/)
    await dialog.locator('input[name=code]').fill(/\b\d{6}\b/.exec((await proof())!)![0])
    await dialog.waitFor({ state: 'detached' })
    await page
      .locator('main li bdi')
      .filter({ hasText: next.slice(-4) })
      .waitFor()
    expect((await messagesTo(`+968${former}`)).map(({ template }) => template)).toContain('contact_changed')
    await screen.close()
  })
})
