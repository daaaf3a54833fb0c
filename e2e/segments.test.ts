import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, type Language, type Screen, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { open as openLook } from './world.ts'

interface Segments {
  readonly version: number
  readonly segments: readonly { readonly key: string; readonly customers: number }[]
  readonly applying: object | null
}

const SIZES = [
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
] as const

/** Nothing scrolls sideways on a tablet, a phone and a small laptop. */
async function fitsEverySize({ page, picture }: Screen, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await picture(`${name}-${size.width}`)
    const over = 'document.documentElement.scrollWidth - innerWidth'
    // Charts take their new width a moment later.
    const message = `${name} at ${size.width}`
    await expect.poll(() => page.evaluate<number>(over), { message }).toBeLessThanOrEqual(0)
  }
}

describe.each<Language>(['ar'])('in %s', (language) => {
  const t = wordsOf(language)

  test('a segment is made by keyboard with live counts, and is a filter, a column and an explanation', async () => {
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    const applied = async () => expect.poll(async () => (await api<Segments>('GET', '/segments')).applying).toBeNull()
    // Those of the demo: until then nothing else may be decided.
    await applied()
    await enterDemo(screen)
    await page.goto('/settings/segments')
    const before = (await api<Segments>('GET', '/segments')).version
    await page.getByRole('button', { name: t('segments.addSegment') }).focus()
    await page.keyboard.press('Enter')
    const part = page
      .getByRole('region', { name: t('segments.segments'), exact: true })
      .locator('fieldset')
      .filter({ has: page.getByLabel(t('segments.key')) })
      .last()
    await part.getByLabel(t('preferences.inEnglish')).fill(`Known ${language}`)
    await part.getByLabel(t('preferences.inArabic')).fill('المعروفون')
    await page.locator('[data-preview]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await fitsEverySize(screen, 'segments-builder')
    await page.getByRole('button', { name: t('act.save'), exact: true }).press('Enter')
    await expect.poll(async () => (await api<Segments>('GET', '/segments')).version).toBe(before + 1)
    await applied()
    const made = (await api<Segments>('GET', '/segments')).segments.find(({ key }) => key === `known-${language}`)
    expect(made).toBeDefined()
    await page.locator('[data-decisions] summary').click()
    await page.locator('[data-decisions] tbody tr').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])

    await page.goto('/customers')
    await page.getByRole('button', { name: t('filter.segment'), exact: true }).press('Enter')
    await page.locator('[role^=menuitem]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/segment=/)
    await page.getByRole('group', { name: t('filter.held') }).waitFor()
    // Those of before are shown, paler, until it has its answer.
    await page.locator('[data-busy]').waitFor({ state: 'detached' })
    await page.locator('[role=rowgroup] a, [data-empty]').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])

    const { items } = await api<{ items: { id: string }[] }>('GET', '/customers?limit=1')
    await page.goto(`/customers/${items[0]!.id}?tab=segments`)
    await page.locator('main table').first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await fitsEverySize(screen, 'segments-tab')
    await api('POST', '/segments/undo', {}).catch(() => undefined)
    await screen.close()
  })

  test('a value is given back from the history, after a look at what the record was', async () => {
    const made = await api<{ id: string }>('POST', '/customers', {
      type: 'stub',
      firstName: 'Salim',
      phone: '+96892277001',
    })
    await api('PATCH', `/customers/${made.id}`, { firstName: 'Salem', companyName: 'Zephyr' })
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen, `/customers/${made.id}?tab=history`)
    const slider = page.locator('[role=slider]')
    await slider.press('Home')
    await page.locator('[data-record-then]').getByText(t('history.notYet')).waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    const named = (field: string) => t('history.restoreOne').replace('{{field}}', field)
    await page.getByRole('button', { name: named(t('field.firstName')) }).click()
    await page.locator('.mantine-Notification-root').first().waitFor()
    // One value alone: the other of the same edit stays.
    await expect
      .poll(() => api<{ firstName: string; companyName: string }>('GET', `/customers/${made.id}`))
      .toMatchObject({ firstName: 'Salim', companyName: 'Zephyr' })
    await screen.close()
  })

  test('several customers get a tag at once', async () => {
    const made: string[] = []
    for (const phone of ['+96899117741', '+96899117742']) {
      const { id } = await api<{ id: string }>('POST', '/customers', { type: 'stub', firstName: 'Qahtan', phone })
      made.push(id)
    }
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen, '/customers')
    await page.locator('[role=row] a').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('Qahtan')
    // Both were in the list before: what is chosen there is left when the search comes.
    await expect.poll(() => page.locator('[role=row] a').count()).toBe(made.length)
    for (const id of made) {
      await page
        .locator('[role=row]')
        .filter({ has: page.locator(`a[href*="${id}"]`) })
        .locator('input')
        .click()
    }
    await page.getByRole('button', { name: t('bulk.tag') }).click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('select').selectOption('friend')
    expect(await stumblingBlocks(screen)).toEqual([])
    await dialog.locator('button[type=submit]').click()
    await dialog
      .getByRole('button', { name: t('act.close') })
      .last()
      .waitFor()
    const tagged = async () =>
      (await api<{ items: { id: string }[] }>('GET', '/customers?tag=friend&limit=50')).items.map(({ id }) => id)
    await expect.poll(tagged).toEqual(expect.arrayContaining(made))
    await screen.close()
  })

  test('a field of the business is a column of the list, and finds its customer', async () => {
    const { id } = await api<{ id: string }>('POST', '/customers', { type: 'guest', ownFields: { card: 'MC-77031' } })
    const { person } = await api<{ person: { key: string; label: { ar: string } }[] }>('GET', '/settings/fields')
    const label = person.find(({ key }) => key === 'card')!.label.ar
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen, '/customers')
    await page.getByRole('button', { name: t('customers.columns') }).click()
    await page.getByRole('checkbox', { name: label }).check()
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader', { name: label }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('MC-77031')
    await page.locator(`a[href*="${id}"]`).first().waitFor()
    await page.locator('[role=rowgroup]').getByText('MC-77031').first().waitFor()
    // Those of before the search are shown, paler, until it has its answer.
    await page.locator('[aria-rowindex="3"]').waitFor({ state: 'detached' })
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.close()
  })

  test('the overview says what needs doing, and a figure opens as many customers as it says', async () => {
    const screen = await openLook({ language, scheme: 'light' })
    const { page } = screen
    await enterDemo(screen)
    await page.goto('/')
    await page.locator('[data-today]').waitFor()
    await page.locator('[data-figure]').first().waitFor()
    await expect.poll(() => page.locator('main .mantine-Skeleton-root').count()).toBe(0)
    expect(await stumblingBlocks(screen)).toEqual([])
    await fitsEverySize(screen, 'dashboard')
    // Every figure, clicked: its list has as many customers as it says.
    const figures = page.locator('[data-figure]')
    const all = await figures.count()
    expect(all).toBeGreaterThan(8)
    for (let at = 0; at < all; at++) {
      const figure = figures.nth(at)
      const says = await figure.getAttribute('data-figure')
      await figure.click()
      const list = page.getByRole('dialog').locator('[data-behind]')
      await list.waitFor()
      expect(await list.getAttribute('data-behind'), String(await figure.getAttribute('aria-label'))).toBe(says)
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'detached' })
    }
    await screen.close()
  })
})
