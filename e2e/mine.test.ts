import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ageProofs } from '../server/test/browser.ts'
import { api, codeSentTo } from './api.ts'
import { contentOf, type Language, type Screen, stumblingBlocks } from './screen.ts'
import { accountOf } from './sign-in-steps.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const PASSWORD = 'nine camels walk to Nizwa'
const DESK = { width: 1366, height: 768 }
const TELEPHONE = { width: 390, height: 844 }

const TYPED = {
  en: { label: 'Family home', building: 'Villa 12', city: 'Muscat', office: 'Tower 3', region: 'Muscat' },
  ar: { label: 'بيت العائلة', building: 'فيلا ١٢', city: 'مسقط', office: 'برج ٣', region: 'مسقط' },
} as const

/** Their e-mail, not confirmed yet. */
async function register(screen: Screen, name: string): Promise<string> {
  const { page, look } = screen
  const email = `mine-${name}-${look.language}@example.om`
  await page.goto('/account/register')
  await page.locator('main input[name=firstName]').fill('Maha')
  await page.locator('main input[name=email]').fill(email)
  await page.locator('main input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('[data-session=current]').waitFor()
  return email
}

const go = (page: Page, name: string) => page.locator(`nav a[href="/account/${name}"]`).click()

/** Elements that make the page scroll sideways. */
const TOO_WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.outerHTML.slice(0, 200))`

/** On a desktop and on a phone, where nothing may be wider than the screen. */
async function seen(screen: Screen, name: string): Promise<void> {
  const { page } = screen
  expect(await stumblingBlocks(screen), name).toEqual([])
  await screen.picture(name)
  await page.setViewportSize(TELEPHONE)
  expect(await stumblingBlocks(screen), `${name} in the hand`).toEqual([])
  expect(await page.evaluate<string[]>(TOO_WIDE), `${name} in the hand`).toEqual([])
  await screen.picture(`${name}-phone`)
  await page.setViewportSize(DESK)
}

describe.each<Language>(['en'])('in %s, a person at home', (language) => {
  const open = () => openLook({ language, scheme: 'light' })
  const word = wordsOf(language)
  const typed = TYPED[language]
  const own = (name: 'building' | 'city' | 'label') =>
    word(language === 'ar' ? `addressField.${name}2` : `addressField.${name}`)

  test('says how they are called and written, and finds it so again', async () => {
    const screen = await open()
    const { page } = screen
    await register(screen, 'name')
    await page.locator('[data-change=name]').click()
    const form = page.locator('[data-own-name]')
    await form.locator('input[name=firstName]').fill('Maha ')
    await form.locator('input[name=lastName]').fill('Al Hinai')
    await form.locator('input[name=name2]').fill('مها الهنائي')
    await form.getByLabel(word('field.birthDate')).fill('1991-04-23')
    await seen(screen, 'mine-name')
    await form.locator('button[type=submit]').click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: 'Maha Al Hinai' }).waitFor()
    await page.reload()
    await page.locator('main').getByText('مها الهنائي').first().waitFor()
    await page.locator('main time[datetime="1991-04-23"]').waitFor()

    const picture = page.locator('[data-own-picture]')
    const buffer = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await picture.locator('input[type=file]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer })
    await picture.locator('img[data-picture]').waitFor()
    await seen(screen, 'mine-picture')
    await page.reload()
    await picture.locator('img[data-picture]').waitFor()
    await picture.locator('[data-remove-picture]').click()
    await picture.locator('img[data-picture]').waitFor({ state: 'detached' })
    await screen.close()
  })

  test('adds addresses by the rules of the country, chooses the default, deletes one and has it back', async () => {
    const screen = await open()
    const { page } = screen
    await register(screen, 'addresses')
    await go(page, 'addresses')
    const add = page.locator('main').getByRole('button', { name: word('address.add') })
    await add.waitFor()
    await seen(screen, 'mine-addresses-none')
    const form = page.locator('[role=dialog] form')
    const save = form.locator('button[type=submit]')
    const fill = (label: string, value: string) => form.getByLabel(new RegExp(`^${label}( \\*)?$`)).fill(value)
    const region = async () => {
      await form.getByLabel(word('addressField.subdivision')).click()
      await page.getByRole('option', { name: typed.region, exact: true }).click()
    }

    await add.click()
    await fill(own('label'), typed.label)
    screen.expect(422)
    await save.click()
    await form.locator('.mantine-InputWrapper-error').first().waitFor()
    await seen(screen, 'mine-address-refused')
    await fill(own('building'), typed.building)
    await fill(own('city'), typed.city)
    await region()
    await save.click()
    const cards = page.locator('main article')
    await cards.filter({ hasText: typed.building }).waitFor()

    await add.click()
    await fill(own('building'), typed.office)
    await fill(own('city'), typed.city)
    await region()
    await save.click()
    const office = cards.filter({ hasText: typed.office })
    await form.waitFor({ state: 'detached' })
    await office.locator('input[type=checkbox]').press('Space')
    await cards.first().filter({ hasText: typed.office }).waitFor()
    await page.reload()
    await office.waitFor()
    expect(await cards.first().textContent()).toContain(typed.office)
    expect(await office.locator('input[type=checkbox]').isChecked()).toBe(true)

    const changed = `${typed.office} (4)`
    await office.getByRole('button', { name: word('act.edit') }).click()
    await fill(own('building'), changed)
    await save.click()
    await cards.filter({ hasText: changed }).waitFor()
    await seen(screen, 'mine-addresses')

    await cards
      .first()
      .getByRole('button', { name: word('act.delete') })
      .click()
    await page.locator('.mantine-Notification-body button').click()
    await cards.nth(1).waitFor()
    await cards
      .first()
      .getByRole('button', { name: word('act.delete') })
      .click()
    await page.locator('main [aria-expanded=false]').click()
    await seen(screen, 'mine-address-deleted')
    await page
      .locator('main')
      .getByRole('button', { name: word('act.restore') })
      .click()
    await cards.nth(1).waitFor()
    await screen.close()
  })

  test('sets preferences and quiet hours, and finds them as they were left', async () => {
    const screen = await open()
    const { page } = screen
    await register(screen, 'preferences')
    await go(page, 'preferences')
    const wish = page.locator('[name="communication.sms.offers"]')
    await wish.check()
    await wish.uncheck()
    const choice = page.locator('main input[aria-haspopup=listbox]').first()
    await choice.click()
    await page.getByRole('option').nth(1).click()
    const folded = await choice.inputValue()
    await page.locator('main [role=switch]').last().press('Space')
    await page.locator('[name="quietHours.from"]').fill('21:30')
    await seen(screen, 'mine-preferences')
    await page.locator('main button[type=submit]').click()
    await page.locator('.mantine-Notification-root').waitFor()
    await page.reload()
    await page.locator('[name="quietHours.from"]').waitFor()
    expect([await wish.isChecked(), await choice.inputValue()]).toEqual([false, folded])
    expect(await page.locator('[name="quietHours.from"]').getAttribute('data-time')).toBe('21:30')

    // Meanwhile staff change it at the counter, at the customer's request.
    const { customer } = await (await page.request.get('/api/v1/auth/me')).json()
    await api('PATCH', `/customers/${customer.id}/preferences`, { quietHours: null })
    screen.expect(412)
    await page.locator('[name="quietHours.from"]').fill('20:15')
    await page.locator('main button[type=submit]').click()
    await page.locator('main [role=alert]').waitFor()
    await seen(screen, 'mine-preferences-conflict')
    await screen.close()
  })

  test('agrees to marketing after reading it, takes it back, and finds both in the history with a receipt', async () => {
    const screen = await open()
    const { page } = screen
    const email = await register(screen, 'consents')
    await go(page, 'consents')
    const decide = async (which: number, name: 'mine.agree' | 'consent.withdraw') => {
      await page
        .locator('main ul > li')
        .nth(which)
        .getByRole('button', { name: word(name) })
        .click()
      const dialog = page.locator('[role=dialog]')
      await dialog.locator('article').waitFor()
      if (name === 'mine.agree' && which === SMS) await seen(screen, 'mine-agree')
      await dialog.locator('button[type=submit]').click()
      await dialog.waitFor({ state: 'detached' })
    }
    const history = page.locator('main ol > li')
    await page.locator('main ul > li').nth(SMS).waitFor()
    await decide(SMS, 'mine.agree')
    await history.first().waitFor()
    await decide(SMS, 'consent.withdraw')
    await history.nth(1).waitFor()
    expect(await history.first().textContent()).toContain(word('mineDecision.withdrawn'))
    expect(await history.nth(1).textContent()).toContain(word('mineDecision.granted'))
    await page
      .locator('main ul > li')
      .nth(EMAIL)
      .getByRole('button', { name: word('mine.agree') })
      .click()
    screen.expect(422)
    await page.locator('[role=dialog] button[type=submit]').click()
    await page.locator('[role=dialog] [role=alert]').waitFor()
    await seen(screen, 'mine-agree-refused')

    await page.goto('/account')
    await page.locator('[data-confirm-email] input').fill(await codeSentTo(email))
    await page.locator('[data-confirm-email]').waitFor({ state: 'detached' })
    await go(page, 'consents')
    await decide(EMAIL, 'mine.agree')
    await page.locator('main [role=status]').waitFor()
    await page.locator('.mantine-Notification-root').last().waitFor()
    await seen(screen, 'mine-consents')
    await page.reload()
    await history.nth(2).waitFor()
    await history.nth(1).locator('button').click()
    await page.locator('[role=dialog] dl').waitFor()
    await seen(screen, 'mine-receipt')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#root').isVisible()).toBe(false)
    expect(await page.locator('[role=dialog] article').isVisible()).toBe(true)
    await screen.close()
  })

  test('asks for a copy, proves again who they are to download it, and asks for what they want corrected and deleted', async () => {
    const screen = await open()
    const { page } = screen
    await register(screen, 'data')
    await go(page, 'data')
    await page.locator('[data-ask=access]').click()
    await page.locator('[data-export=ready]').waitFor()
    await page
      .locator('[data-request=access]')
      .filter({ hasText: word('mineStatus.completed') })
      .waitFor()

    await ageProofs(kith().folder, await accountOf(screen))
    screen.expect(403)
    await page.locator('[data-export=ready] button').first().click()
    const proof = page.locator('[data-step-up] input[name=password]')
    await proof.waitFor()
    await seen(screen, 'mine-proof')
    await proof.fill(PASSWORD)
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect((await contentOf(file)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')

    const dialog = page.locator('[role=dialog]')
    const send = dialog.locator('button[type=submit]')
    await page.locator('[data-ask=rectification]').click()
    expect(await send.isDisabled()).toBe(true)
    await dialog.locator('textarea').fill(language === 'ar' ? 'اسمي مها لا ماهر' : 'I am Maha, not Maher')
    await seen(screen, 'mine-correct')
    await send.click()
    await page.locator('[data-request=rectification]').waitFor()

    await page.locator('[data-ask=erasure]').click()
    await dialog.locator('input[name=word]').fill('no')
    expect(await send.isDisabled()).toBe(true)
    await dialog.locator('input[name=word]').fill(word('mineErase.word'))
    await seen(screen, 'mine-erase')
    await send.click()
    const asked = page.locator('[data-request=erasure]')
    await asked.waitFor()
    const { items } = await (await page.request.get('/api/v1/me/privacy-requests')).json()
    const due = new Date(items.find((one: { kind: string }) => one.kind === 'erasure').dueAt)
    const locale = language === 'ar' ? 'ar-OM' : 'en-OM'
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', calendar: 'gregory' }).format(due)
    expect(await asked.locator('[data-state]').textContent()).toContain(date)
    expect(await page.locator('[data-ask=erasure]').count()).toBe(0)
    await seen(screen, 'mine-data')
    await asked.scrollIntoViewIfNeeded()
    await screen.picture('mine-asked')
    await page.setViewportSize(TELEPHONE)
    await asked.scrollIntoViewIfNeeded()
    await screen.picture('mine-asked-phone')

    await page.locator('[data-delete-export]').click()
    await dialog.locator('button[type=submit]').click()
    await page.locator('[data-export=ready]').waitFor({ state: 'detached' })
    await page.locator('[data-cancel-account]').click()
    await dialog.locator('textarea').fill('Moving away')
    await dialog.locator('button[type=submit]').click()
    await page.waitForURL(/\/account\/sign-in/)
    await screen.close()
  })
})

// In the order of a consents page: terms, privacy, then marketing by name.
const EMAIL = 2
const SMS = 3
