import { describe, expect, test } from 'vitest'
import { contentOf, enterByKey, enterDemo, type Language, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const PEOPLE = {
  en: { firstName: 'Quentin', lastName: 'Vanish', phone: '9922 3301', asked: 'Please delete everything about me.' },
  ar: { firstName: 'غائب', lastName: 'الراحلي', phone: '9922 3302', asked: 'أرجو حذف كل ما لديكم عني.' },
}

describe.each<Language>(['ar'])('in %s', (language) => {
  test('a privacy officer runs an erasure: request, identity, dry run, for good, certificate', async () => {
    const { asked, ...person } = PEOPLE[language]
    const made = await call('POST', '/customers', { type: 'stub', ...person })
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterByKey(screen, await kith().keyOf('privacy-officer'), '/privacy')
    await page.locator('h1 + button').click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('input').first().fill(`${person.firstName} ${person.lastName}`)
    await page.locator('[role=option]').filter({ hasText: made.number }).click()
    await dialog.locator('input:not([type=hidden])').nth(1).click()
    await page.locator('[role=option]:visible').nth(2).click()
    await dialog.locator('textarea[name=text]').fill(asked)
    // Received by letter two months ago.
    await dialog.locator('[name=received]').click()
    await page.locator('[data-day]:focus').press('PageUp')
    const monthAgo = await page.locator('[data-day]:focus').getAttribute('data-day')
    await page.locator('[data-day]:focus').press('PageUp')
    const received = page.locator(`[data-day]:focus:not([data-day="${monthAgo}"])`)
    const day = (await received.getAttribute('data-day'))!
    await screen.picture('privacy-record')
    await received.press('Enter')
    expect(await dialog.locator('[name=received]').textContent()).toBe(dayIn(language, day))
    await dialog.locator('button[type=submit]').click()

    await page.waitForURL(/\/privacy\/requests\//)
    await page.locator('main header [data-tone=danger]').waitFor()
    const [late] = await list(`/privacy-requests?customerId=${made.id}`)
    expect(late).toMatchObject({ clock: 'overdue', receivedAt: `${dayBefore(day)}T20:00:00.000Z` })
    await call('POST', '/privacy-requests', { customerId: made.id, kind: 'access', text: 'x' })
    await page.goto('/privacy')
    const rows = page.locator('tbody tr').filter({ hasText: person.firstName })
    await rows.nth(1).waitFor()
    expect(await rows.nth(0).locator('[data-tone=danger]').count()).toBe(1)
    await rows.nth(0).locator('a').first().click()
    const acts = page.locator('main header button')
    await acts.nth(0).click()
    await page.locator('dd').filter({ hasText: 'privacy-officer' }).waitFor()
    await acts.nth(1).click()
    await dialog.locator('button[type=submit]').click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('section h2 + button').click()
    await page.locator('[data-goes] summary').click()
    await page.locator('tbody tr').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('privacy-dry-run')

    await page.locator('section button').last().click()
    const erase = dialog.locator('button[type=submit]')
    await dialog.locator('input[name=number]').fill('CUST-1')
    expect(await erase.isDisabled()).toBe(true)
    await dialog.locator('input[name=number]').fill(made.number)
    await screen.picture('privacy-erase')
    await erase.click()
    await page.waitForURL(/tab=erasures/)
    const row = page.locator('tbody tr').filter({ hasText: made.number })
    await row.waitFor()
    await expect
      .poll(async () => {
        await page.reload()
        await row.waitFor()
        return row.locator('button').count()
      })
      .toBe(1)
    const [file] = await Promise.all([page.waitForEvent('download'), row.locator('button').click()])
    expect(JSON.parse((await contentOf(file)).toString())).toHaveProperty('certificate')
    await screen.picture('privacy-erasures')
    expect(await call('GET', `/customers/${made.id}`)).toMatchObject({ status: 404 })

    // The number leads to the tombstone, which has the certificate, too.
    screen.expect(404)
    await row.locator(`a[href$="${made.id}"]`).click()
    const tombstone = page.locator('[data-tombstone]')
    await tombstone.getByText(made.number).waitFor()
    expect(await page.locator('main').textContent()).not.toContain(person.firstName)
    const [again] = await Promise.all([page.waitForEvent('download'), tombstone.locator('button').click()])
    expect(JSON.parse((await contentOf(again)).toString())).toHaveProperty('certificate')
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('tombstone')
    await screen.close()
  })

  test('a copy of all data is put together and downloaded; a hold stands in the way of erasure', async () => {
    const phone = language === 'en' ? '9922 3311' : '9922 3312'
    const { id } = await call('POST', '/customers', { type: 'stub', firstName: 'Copia', phone })
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen, `/customers/${id}`)
    await page.locator('[role=tab]').last().click()
    const panels = page.locator('[role=tabpanel] section')
    await panels.nth(1).locator('h2 + button').click()
    const download = panels.nth(1).locator('button').nth(1)
    await download.waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
    expect((await contentOf(file)).subarray(0, 2).toString()).toBe('PK')
    await page.locator('[role=tabpanel] > div > div > button').first().click()
    await page.locator('[role=dialog] textarea').fill(language === 'en' ? 'A case in court' : 'قضية في المحكمة')
    await page.locator('[role=dialog] button[type=submit]').click()
    await page.locator('[role=tabpanel] [role=status]').first().waitFor()
    await panels.last().locator('h2 + button').click()
    await panels.last().locator('[role=alert]').waitFor()
    expect(await panels.last().locator('button').count()).toBe(1)
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('person-privacy')

    await panels.nth(1).locator('[data-delete-export]').click()
    await page.locator('[role=dialog] button[type=submit]').click()
    await panels.nth(1).locator('[data-export=ready]').waitFor({ state: 'detached' })
    await page.locator('[role=tabpanel] [role=status] button').click()
    await page.locator('[role=dialog] button[type=submit]').click()
    await page.locator('[role=dialog]').waitFor({ state: 'detached' })
    await page.locator('[data-restrict]').click()
    await page.locator('[role=dialog] textarea').fill(language === 'en' ? 'The name is disputed' : 'الاسم محل خلاف')
    await page.locator('[role=dialog] button[type=submit]').click()
    await page.locator('[data-restricted]').waitFor()
    expect(await call('GET', `/customers/${id}`)).toMatchObject({ restricted: true })
    await screen.close()
  })

  test('the audit trail is narrowed by action and by caller, and saved as it is shown', async () => {
    const t = wordsOf(language)
    await call('POST', '/customers', { type: 'guest' })
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen, '/audit')
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    await page.locator('main input[aria-haspopup=listbox]').click()
    await page.getByRole('option', { name: t('action.customer_created'), exact: true }).click()
    await page.waitForURL(/action=customer\.created/)
    await rows.first().getByText(t('action.customer_created')).waitFor()
    await rows.first().locator('button').click()
    await page.waitForURL(/actor=/)
    await rows.first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('audit-narrowed')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: t('audit.export'), exact: true }).click(),
    ])
    const lines = (await contentOf(file)).toString().trim().split('\n')
    expect([...new Set(lines.map((line) => JSON.parse(line).action))]).toEqual(['customer.created'])
    await screen.close()
  })

  test('a breach is recorded and its clock runs until the authority was told; the rules can be changed', async () => {
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen, '/privacy?tab=breaches')
    await page.locator('[role=tabpanel] button').first().click()
    const what = language === 'en' ? 'A laptop with a list was lost' : 'فُقد حاسوب فيه قائمة'
    await page.locator('[role=dialog] textarea').fill(what)
    // Noticed the evening before, in the time zone of the business; the time is typed in either script.
    await page.locator('[name=noticedDay]').click()
    await page.locator('[data-day]:focus').press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft')
    await page.locator('[data-day]:focus:not([aria-current])').press('Enter')
    await page.locator('[name=noticedTime]').fill(language === 'ar' ? '٧:٣٠ م' : '7:30 pm')
    await page.locator('[role=dialog] button[type=submit]').click()
    const row = page.locator('tbody tr').filter({ hasText: what })
    await row.locator('button').first().waitFor()
    const [{ noticedAt }] = (await list('/breaches')) as [{ noticedAt: string }]
    expect(noticedAt).toMatch(/T15:30:00.000Z$/)
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('privacy-breaches')
    await row.locator('button').first().click()
    await page.locator('[role=dialog] button[type=submit]').click()
    await expect.poll(() => row.locator('button').count()).toBe(1)
    await page.locator('[role=tab]').last().click()
    await page.locator('form button[type=submit]').waitFor()
    await screen.picture('privacy-rules')
    await page.locator('form button[type=submit]').click()
    await page.locator('.mantine-Notification-root').waitFor()
    await screen.close()
  })
})

async function call(method: string, where: string, body?: unknown) {
  const answer = await fetch(`${kith().url}/api/v1${where}`, {
    method,
    headers: { authorization: `Bearer ${kith().apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as { id: string; number: string; status: number; items: object[] }
}

const list = async (where: string) => (await call('GET', where)).items

const DAY_MS = 86_400_000
const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
const dayIn = (language: Language, day: string) =>
  new Intl.DateTimeFormat(`${language}-OM`, { dateStyle: 'medium', calendar: 'gregory', timeZone: 'UTC' }).format(
    new Date(day),
  )
