import { describe, expect, test } from 'vitest'
import { holdAfterFirst } from '../server/test/held.ts'
import { PATIENCE_MS } from '../server/test/patience.ts'
import { api } from './api.ts'
import { contentOf, enterOwner, enterWith, type Language, stumblingBlocks } from './screen.ts'
import { call } from './sign-in-steps.ts'
import { wordsOf } from './words.ts'
import { kith, openIn } from './world.ts'

const phoneOf = (n: number) => `+96877${String(100_000 + n)}`

describe.each<Language>(['ar'])('in %s, a file of a thousand people', (language) => {
  const open = openIn(language)
  const t = wordsOf(language)
  const number = (value: number) => new Intl.NumberFormat(`${language}-OM`).format(value)

  test('is imported, its errors are corrected and fed back, and all of it is undone', async () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => `شخص ${n};${phoneOf(n)}`)
    lines[4] = 'خطأ;12'
    const screen = await open()
    const { page } = screen
    const count = (name: string) => page.locator(`[data-count=${name}] dd`)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
    const choose = async (name: string, content: string) => {
      await page.locator('input[type=file]').setInputFiles(file(name, content))
      await button(t('imports.check')).waitFor()
    }
    await enterOwner(screen, '/customers')
    await page.getByRole('link', { name: t('customers.import') }).click()
    await choose('people.csv', ['الاسم;الهاتف', ...lines].join('\n'))
    expect(await page.locator('[data-column] select').first().inputValue()).toBe('fullName')
    await page.getByText(phoneOf(0)).last().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('import-columns')
    await button(t('imports.check')).click()
    await page.locator('[data-aside=refused] tbody tr').waitFor()
    expect(await count('created').textContent()).toBe(number(999))
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('import-checked')
    const loading = page.waitForEvent('download')
    await button(t('imports.refusedFile')).click()
    const refused = (await contentOf(await loading)).toString()
    await page.locator('[data-run]').click()
    await button(t('imports.undo')).waitFor()
    expect(await count('created').textContent()).toBe(number(999))

    await page.getByRole('link', { name: t('imports.title') }).click()
    await choose('corrected.csv', refused.replace(',12,', `,${phoneOf(4)},`))
    await button(t('imports.check')).click()
    await expect.poll(() => count('created').textContent()).toBe(number(1))
    await page.locator('[data-run]').click()
    await button(t('imports.undo')).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('imports.undo') })
      .click()
    await expect.poll(() => count('undone').textContent()).toBe(number(1))
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('import-undone')
    const { total } = await api<{ total: number }>('GET', '/customers?limit=1&total=exact')
    expect(total).toBe(20 + 999)

    await page.getByRole('link', { name: t('imports.title') }).click()
    await page.getByRole('link', { name: 'people.csv' }).click()
    await button(t('imports.undo')).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('imports.undo') })
      .click()
    await expect.poll(() => count('undone').textContent(), { timeout: 6 * PATIENCE_MS }).toBe(number(999))
    const after = await api<{ total: number }>('GET', '/customers?limit=1&total=exact')
    expect(after.total).toBe(20)
    await screen.close()
  })

  test('is paused while it runs, and goes on at the next row', async () => {
    const rows = 2_000
    const lines = Array.from({ length: rows }, (_, n) => `شخص ${n};${phoneOf(10_000 + n)}`)
    const screen = await open()
    const { page } = screen
    const count = (name: string) => page.locator(`[data-count=${name}] dd`)
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const buffer = Buffer.from(['الاسم;الهاتف', ...lines].join('\n'))
    await enterOwner(screen, '/imports')
    await page.locator('input[type=file]').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer })
    await button(t('imports.check')).click()
    await page.locator('[data-run]').waitFor({ timeout: 4 * PATIENCE_MS })
    const importId = new URL(page.url()).pathname.split('/').at(-1)!
    const held = await holdAfterFirst(kith().folder, 'imports', `new.id = '${importId}'`)
    try {
      await page.locator('[data-run]').click()
      // Else it may be paused before its first rows, or between two parts of them.
      await expect.poll(held.isHeld).toBe(true)
      await button(t('imports.pause')).click()
      await expect.poll(held.isAwaited, { timeout: PATIENCE_MS }).toBe(true)
    } finally {
      await held.letGo()
    }
    await button(t('imports.resume')).waitFor()
    await page.getByText(t('importState.paused')).first().waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('import-paused')
    const paused = await call('GET', `/imports/${importId}`, undefined, {
      ...kith(),
      apiKey: await kith().keyOf('owner'),
    })
    expect(paused).toMatchObject({ state: 'paused', rows })
    await button(t('imports.resume')).click()
    await button(t('imports.resume')).waitFor({ state: 'detached' })
    await button(t('imports.undo')).waitFor({ timeout: 4 * PATIENCE_MS })
    expect(await count('created').textContent()).toBe(number(rows))
    expect(await count('duplicates').textContent()).toBe(number(0))
    await screen.close()
  })

  test('is nothing for a role that may not import', async () => {
    const screen = await open()
    await enterWith(screen, await kith().keyOf('manager'), '/imports')
    await screen.page.getByText(t('state.noPermission')).waitFor()
    await screen.close()
  })
})
