import { describe, expect, test } from 'vitest'
import { api, codeSentTo } from './api.ts'
import { enterDemo, type Language, type Screen, stumblingBlocks } from './screen.ts'
import { serve } from './till-steps.ts'
import { open as openLook } from './world.ts'

const PEOPLE = {
  en: { first: 'Maryam', last: 'Alupgrade', phone: '+96899113301' },
  ar: { first: 'مريم', last: 'الترقية', phone: '+96899113302' },
}

describe.each<Language>(['ar'])('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light' })

  test('a stub becomes a full customer by the code that was sent to the phone', async () => {
    const { first, last, phone } = PEOPLE[language]
    const { id } = await api<{ id: string }>('POST', '/customers', { type: 'stub', firstName: first, phone })
    const screen = await open()
    const { page } = screen
    await enterDemo(screen)
    await serve(screen, phone)
    await page.keyboard.press('F8')
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('input[name=email]:focus').waitFor()
    await page.keyboard.type(`maryam.${language}@example.om`)
    await dialog.locator('input[name=lastName]').fill(last)
    await dialog.locator('select[name=wish-fragrance]').selectOption('oud')
    await screen.picture('upgrade-details')
    expect(await stumblingBlocks(screen)).toEqual([])
    await page.keyboard.press('Enter')

    const field = dialog.locator('input[name=code]:focus')
    await field.waitFor()
    await dialog.locator('[role=timer]').waitFor()
    expect(await page.evaluate('getComputedStyle(document.activeElement).direction')).toBe('ltr')
    const code = await codeSentTo(phone)
    screen.expect(422)
    await page.keyboard.type(code === '111111' ? '222222' : '111111')
    await dialog.locator('[role=alert]').waitFor()
    expect(await dialog.locator('[data-tries]').textContent()).toMatch(/^[2٢]$/)
    await screen.picture('upgrade-code-wrong')
    expect(await stumblingBlocks(screen)).toEqual([])
    await paste(screen, language === 'ar' ? inArabicDigits(`رمزك: ${code}`) : `Your code is ${code}.`)
    await dialog.waitFor({ state: 'detached' })
    await page.locator('aside [data-tone=accent]').waitFor()
    await screen.picture('upgrade-done')
    expect(await api('GET', `/customers/${id}`)).toMatchObject({
      type: 'full',
      phoneVerified: true,
      lastName: last,
      email: `maryam.${language}@example.om`,
    })
    expect(await api('GET', `/customers/${id}/preferences`)).toMatchObject({ values: { fragrance: 'oud' } })
    await screen.close()
  })

  test('what the server refuses is said in its words, and nothing that was proved or typed is lost', async () => {
    const phone = language === 'en' ? '+96899113303' : '+96899113304'
    const taken = `taken.${language}@example.om`
    const holder = { type: 'stub', firstName: 'Holder', phone: `${phone.slice(0, -2)}${language === 'en' ? 41 : 42}` }
    await api('POST', '/customers', { ...holder, email: taken })
    const { id } = await api<{ id: string }>('POST', '/customers', { type: 'stub', firstName: 'Salma', phone })
    const screen = await open()
    const { page } = screen
    await page.clock.install()
    await enterDemo(screen, `/customers/${id}`)
    await page.locator('main header button:not([data-change-picture])').first().click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('input[name=email]').fill(taken)
    await page.keyboard.press('Enter')
    const field = dialog.locator('input[name=code]')
    await field.waitFor()
    const resend = dialog.locator('form, div').locator('button').last()
    expect(await resend.isDisabled()).toBe(true)
    for (const status of [409, 422, 429]) screen.expect(status)

    await page.clock.fastForward(61_000)
    await resend.click()
    await dialog.locator('[role=alert]').waitFor()
    await page.clock.fastForward(240_000)
    await dialog.locator('input[name=code]:disabled').waitFor()
    await screen.picture('upgrade-code-over')
    expect(await stumblingBlocks(screen)).toEqual([])

    await page.clock.setSystemTime(Date.now())
    await dialog.locator('input[name=code]:not(:disabled)').waitFor()
    const code = await codeSentTo(phone)
    await field.fill(code)
    await dialog.locator('input[name=email][aria-invalid=true]').waitFor()
    await screen.picture('upgrade-email-taken')
    await dialog.locator('input[name=email]').fill(`free.${language}@example.om`)
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('main header [data-tone=accent]').waitFor()
    await screen.close()
  })
})

async function paste({ page, context }: Screen, text: string): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+v')
}
const inArabicDigits = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
