import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { messagesTo, prove } from './api.ts'
import { type Screen, stumblingBlocks, stumblingBlocksInBoth } from './screen.ts'
import { kith } from './world.ts'

export const PASSWORD = 'nine camels walk to Nizwa'
export const NEXT_PASSWORD = 'ten camels come from Sohar'

/** Of the page, not of a dialog above it. */
export const field = (page: Page, name: string) => page.locator(`main input[name=${name}]`)
/** Filling leaves the focus in the field. */
export const submit = (page: Page) => page.keyboard.press('Enter')
export const keyOf = async (page: Page) =>
  (await page.locator('main form bdi.number').first().textContent())!.replace(/\s/g, '')

export const call = async (method: string, path: string, body?: unknown, base = kith()) => {
  const answer = await fetch(`${base.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${base.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(answer.status, `${method} ${path}`).toBeLessThan(300)
  return (await answer.json()) as { pairingCode?: string }
}

/** Earlier queries of the screens may reach the server after the session has ended. */
export async function leave(screen: Screen): Promise<void> {
  screen.expect(401)
  await screen.page.locator('header').first().locator('button').last().click()
}

/** Waits until a message appears in the inbox. */
export async function arrived({ page }: Screen, template: string, to: string) {
  const message = page.locator(`li[data-template=${template}]`).filter({ hasText: to }).first()
  await message.waitFor()
  return message
}

export async function axe(screen: Screen, name: string) {
  expect(await stumblingBlocks(screen), name).toEqual([])
  await screen.picture(name)
}

/** For screens that the walk does not reach. */
export async function axeInBoth(screen: Screen, name: string) {
  expect(await stumblingBlocksInBoth(screen, name)).toEqual([])
}

/** The login of a window. */
export async function accountOf({ page }: Screen): Promise<string> {
  const me = (await page.evaluate(`fetch('/api/v1/auth/me').then((answer) => answer.json())`)) as {
    account: { id: string }
  }
  return me.account.id
}

export async function confirmEmail({ page }: Screen, email: string): Promise<void> {
  const code = async () => {
    const message = (await messagesTo(email)).find(({ template }) => template === 'verify_email')
    return /(?<!\d)\d{6}(?!\d)/.exec(message?.text.replace(/https?:\S+/g, '') ?? '')?.[0]
  }
  await expect.poll(code).toBeDefined()
  await page.locator('[data-confirm-email] input[name=code]').fill((await code())!)
  await page.locator('[data-confirm-email]').waitFor({ state: 'detached' })
}

/** A new customer with a password, in a window of their own, at their account. */
export async function register(screen: Screen, email: string, firstName = 'Rashid'): Promise<void> {
  const { page } = screen
  await page.goto('/account/register')
  await field(page, 'firstName').fill(firstName)
  await field(page, 'email').fill(email)
  await field(page, 'password').fill(PASSWORD)
  await submit(page)
  await page.locator('[data-session=current]').waitFor()
}

export const codeIn = async (screen: Screen, template: string, to: string) =>
  (await (await arrived(screen, template, to)).locator('[data-code]').getAttribute('data-code'))!

/** A virtual authenticator that always succeeds. */
export async function aFinger({ page, context }: Screen) {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** The customer with this phone, in this window, at a place of their account. */
export async function signInByPhone({ page }: Screen, phone: string, place: string): Promise<void> {
  await page.goto(place)
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith-tenant': kith().tenant.slug },
    body: JSON.stringify({ verificationToken: await prove(phone, 'sign_in'), session: 'cookie' }),
  }
  const signIn = `fetch('/api/v1/auth/phone', ${JSON.stringify(request)}).then(({ status }) => status)`
  expect(await page.evaluate(signIn)).toBe(200)
  await page.evaluate(`localStorage.setItem('kith.session', '{"kind":"customer","until":${Number.MAX_SAFE_INTEGER}}')`)
  await page.goto(place)
}
