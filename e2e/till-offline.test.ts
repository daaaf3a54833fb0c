import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { api } from './api.ts'
import { comeBack, found, makeStub, onDisk, readyForOffline } from './offline-steps.ts'
import { enterByKey, enterDemo, type Language, stumblingBlocks } from './screen.ts'
import { crowd, kith, open as openLook } from './world.ts'

crowd(200)

const PEOPLE = {
  en: { name: 'Offline', last: 'Alone', phone: '+96899114401', taken: '+96899114411', free: '+96899114421' },
  ar: { name: 'وحيد', last: 'المنقطع', phone: '+96899114402', taken: '+96899114412', free: '+96899114422' },
}

describe.each<Language>(['en'])('in %s', (language) => {
  const open = () => openLook({ language, scheme: 'light', offline: true })
  const { name, last, phone, taken, free } = PEOPLE[language]

  test('a stub made without network survives the tab and arrives once; a conflict is shown until it is settled', async () => {
    await api('POST', '/customers', { type: 'stub', firstName: 'Holder', phone: taken })
    const screen = await open()
    const { context } = screen
    await enterDemo(screen)
    await readyForOffline(screen.page)
    await context.setOffline(true)
    await screen.page.locator('main [role=status] p').waitFor()
    await makeStub(screen.page, phone, name, last)
    await screen.page.locator('aside').getByText('OFF-1', { exact: true }).waitFor()
    await screen.picture('offline-kept')
    expect(await stumblingBlocks(screen)).toEqual([])
    const { rows, text, extractable } = await onDisk(screen.page)
    expect({ rows, extractable }).toEqual({ rows: 1, extractable: false })
    for (const secret of [name, last, phone, phone.slice(4)]) expect(text).not.toContain(secret)
    screen.forgive()
    await screen.page.close()

    const page = await context.newPage()
    // Only pages that are open already notice that they are offline.
    await context.setOffline(true)
    await page.goto('/till')
    await page.locator('[role=combobox]').waitFor()
    await page
      .locator('button')
      .filter({ hasText: /1|واحد/ })
      .waitFor()
    await makeStub(page, taken, `${name}2`, last)
    await page.locator('aside').getByText('OFF-2', { exact: true }).waitFor()
    expect(await found(phone)).toEqual([])

    await comeBack(context, page)
    const strip = page.locator('section button[data-refused]')
    await strip.waitFor()
    expect(await found(phone)).toMatchObject([{ firstName: name, lastName: last, type: 'stub' }])
    await strip.click()
    const entry = page.locator('aside li')
    await entry.locator('[data-refusal]').waitFor()
    await screen.picture('offline-conflict', page)
    expect(await stumblingBlocks({ ...screen, page })).toEqual([])

    await entry.locator('button').nth(1).click()
    await entry.locator('input[name=phone]').fill(free)
    await entry.locator('button[type=submit]').click()
    await page.locator('aside button').filter({ hasText: 'CUST-' }).nth(1).waitFor()
    await screen.picture('offline-settled', page)
    expect(await found(free)).toHaveLength(1)
    expect(await found(phone)).toHaveLength(1)
    expect(await found(taken)).toMatchObject([{ firstName: 'Holder' }])
    screen.forgive()
    await screen.close()
  })
})

describe('what waits', () => {
  const open = () => openLook({ language: 'en', scheme: 'light', offline: true })

  test('arrives once also when it had arrived and only the answer was lost', async () => {
    const screen = await open()
    const { page } = screen
    const keys: (string | undefined)[] = []
    await enterDemo(screen)
    await readyForOffline(page)
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/customers'))
        keys.push(request.headers()['idempotency-key'])
    })
    await page.route('**/api/v1/customers', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await makeStub(page, '+96899114431', 'Once', 'Only')
    await page.locator('aside').getByText('OFF-1', { exact: true }).waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await page.locator('aside dl').waitFor()
    expect(await found('+96899114431')).toHaveLength(1)
    expect(keys.length).toBeGreaterThan(3)
    expect(new Set(keys).size).toBe(1)
    screen.forgive()
    await screen.close()
  })

  test('outlives the session, is closed to other users, and is sent when the same person is back', async () => {
    const cashier = await kith().keyOf('cashier')
    const screen = await open()
    const { page, context } = screen
    await enterDemo(screen)
    await readyForOffline(page)
    await context.setOffline(true)
    await makeStub(page, '+96899114441', 'Later', 'Perhaps')
    await page.locator('aside').getByText('OFF-1', { exact: true }).waitFor()
    await signOut(page)
    expect(await onDisk(page)).toMatchObject({ rows: 1, keeping: 0 })
    await context.setOffline(false)

    await enterByKey(screen, cashier, '/till')
    const strip = page.locator('section > button')
    await strip.filter({ hasText: 'someone else' }).waitFor()
    await strip.click()
    await page.locator('aside [data-waited]').waitFor()
    await screen.picture('offline-of-others')
    expect(await stumblingBlocks(screen)).toEqual([])
    expect(await page.locator('aside').textContent()).not.toContain('Later')
    expect(await found('+96899114441')).toEqual([])
    await signOut(page)

    await enterByKey(screen, kith().apiKey)
    await page.getByText(/OFF-1 was sent/).waitFor()
    expect(await found('+96899114441')).toHaveLength(1)
    screen.forgive()
    await screen.close()
  })

  test('can be discarded, but not by accident', async () => {
    await api('POST', '/customers', { type: 'stub', firstName: 'Holder', phone: '+96899114451' })
    const screen = await open()
    const { page, context } = screen
    await enterDemo(screen)
    await readyForOffline(page)
    await context.setOffline(true)
    await makeStub(page, '+96899114451', 'Not', 'Needed')
    await page.locator('aside').getByText('OFF-1', { exact: true }).waitFor()
    await context.setOffline(false)
    const entry = page.locator('aside [data-refused]')
    await entry.waitFor()
    await entry.locator('button').last().click()
    const dialog = page.locator('[role=dialog]')
    await dialog.locator('[data-autofocus]:focus').waitFor()
    await screen.picture('offline-discard')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await onDisk(page)).toMatchObject({ rows: 1 })
    await entry.locator('button').first().click()
    await page.locator('aside h2').filter({ hasText: 'Holder' }).waitFor()
    await page.locator('section button[data-refused]').click()
    await page.locator('aside li button').last().click()
    await dialog.locator('button').last().click()
    await page.locator('section button[data-refused]').waitFor({ state: 'detached' })
    expect(await onDisk(page)).toMatchObject({ rows: 0 })
    screen.forgive()
    await screen.close()
  })
})

async function signOut(page: Page): Promise<void> {
  await page.locator('header button').last().click()
  await page.locator('nav').waitFor({ state: 'detached' })
}
