import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { api, prove } from './api.ts'
import { enterDemo, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

interface Found {
  readonly items: readonly { readonly id: string; readonly state: string }[]
  readonly waiting: number
}

/** Down the list, each key when the one before has been followed. */
async function goTo(page: Page, suggestionId: string): Promise<void> {
  const shown = () => page.locator('[data-suggestion]').getAttribute('data-suggestion')
  for (let at = await shown(); at !== suggestionId; at = await shown()) {
    await page.keyboard.press('j')
    await expect.poll(shown).not.toBe(at)
  }
}

test('two are merged by a key in the inbox, undone in the notice and again on the page of the person; a family stays apart until it is reopened', async () => {
  const t = wordsOf('ar')
  const twin = { type: 'stub', firstName: 'Zuwaynah', lastName: 'Al Mahrouqi', birthDate: '1958-10-23' }
  const one = await api<{ id: string }>('POST', '/customers', { ...twin, phone: '+96871230001' })
  const other = await api<{ id: string }>('POST', '/customers', {
    ...twin,
    firstName: 'Zuwayna',
    phone: '+96871230002',
  })
  const found = () => api<Found>('GET', `/duplicates?customerId=${one.id}`)
  await expect.poll(async () => (await found()).items.length).toBe(1)
  const statusOf = async (id: string) =>
    (await api<{ status?: string; code?: string }>('GET', `/customers/${id}`)).status ?? 'merged'

  const screen = await openLook({ language: 'ar', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen, '/duplicates')
  const suggestionId = (await found()).items[0]!.id
  await goTo(page, suggestionId)
  const shown = page.locator(`[data-suggestion="${suggestionId}"]`)
  await shown.locator('[data-moves]').waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('duplicates')
  await page.keyboard.press('a')
  // The notice stays while the pointer rests on it.
  await page.getByText(t('duplicates.mergedNow')).hover()
  await shown.waitFor({ state: 'detached' })
  expect((await found()).items).toEqual([])

  await page.getByRole('button', { name: t('act.undo') }).click()
  await page.getByText(t('duplicates.undone')).first().waitFor()
  await expect.poll(() => statusOf(other.id)).toBe('active')
  await expect.poll(async () => (await found()).items.length).toBe(1)

  await page.goto(`/customers/${one.id}?tab=duplicates`)
  // What it would move is asked for as a merge that is taken back: one that is made meanwhile would refuse it.
  await page.locator('[data-moves]').waitFor()
  await page.locator('[data-accept]').click()
  await page.getByText(t('duplicates.mergedNow')).waitFor()
  await page
    .locator('[data-merge]')
    .first()
    .getByRole('button', { name: t('act.undo') })
    .click()
  await expect.poll(() => statusOf(other.id)).toBe('active')

  await expect.poll(async () => (await found()).items.length).toBe(1)
  await page.goto(`/customers/${one.id}?tab=duplicates`)
  await page.locator('[data-accept]').waitFor()
  await page.keyboard.press('f')
  await page.getByText(t('duplicateOutcome.family')).waitFor()
  await expect.poll(async () => (await found()).items).toEqual([])

  await page.goto('/duplicates')
  await page.getByText(t('duplicateState.family'), { exact: true }).click()
  await shown.waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await page.keyboard.press('o')
  await expect.poll(async () => (await found()).items.length).toBe(1)
  await screen.close()
})

test('a customer that is typed at the counter is met by who it is, before anything is saved', async () => {
  const t = wordsOf('en')
  const known = { type: 'stub', firstName: 'Ghaniya', lastName: 'Shukaili', phone: '+96871230009' }
  await api('POST', '/customers', known)
  await expect.poll(async () => (await api<Found>('GET', '/duplicates')).waiting).toBe(0)
  const screen = await openLook({ language: 'en', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen)
  await page.locator('[role=combobox]').fill('Ghania Shukaily 7123 0008')
  await page.locator('[data-new]').click()
  await page.getByRole('status').getByText('Ghaniya Shukaili').waitFor()
  await page.getByRole('button', { name: t('till.itIs') }).click()
  await page.locator('aside dl').waitFor()
  await screen.close()
})

test('three records of one person are a group with its weakest link, merged and undone as one; a merge that no longer looks right is undone', async () => {
  const t = wordsOf('en')
  const twin = { type: 'stub', firstName: 'Khawla', lastName: 'Al Mugheiri', birthDate: '1961-04-19' }
  const people: string[] = []
  for (const [n, firstName] of ['Khawla', 'Khawlah', 'Khaula'].entries())
    people.push((await api<{ id: string }>('POST', '/customers', { ...twin, firstName, phone: `+9687123002${n}` })).id)
  const pairs = () => api<Found>('GET', `/duplicates?customerId=${people[0]}`)
  await expect.poll(async () => (await pairs()).items.length).toBe(2)
  const suggestionId = (await pairs()).items[0]!.id
  // The id of a merged one leads to the survivor.
  const persons = async () =>
    new Set(await Promise.all(people.map(async (id) => (await api<{ id: string }>('GET', `/customers/${id}`)).id))).size

  const screen = await openLook({ language: 'en', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen, '/duplicates')
  await goTo(page, suggestionId)
  await page.locator('[data-group="3"] [data-weakest]').waitFor()
  await page
    .locator('[data-group="3"]')
    .getByRole('region', { name: t('duplicates.why') })
    .waitFor()
  await page.locator('[data-group-moves]').waitFor()
  await page.locator('[data-moves]').waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('duplicates-group')
  await page.locator('[data-accept-group]').click()
  await expect.poll(persons).toBe(1)
  await page
    .getByRole('button', { name: t('act.undo') })
    .first()
    .click()
  await expect.poll(persons).toBe(3)

  await expect.poll(async () => (await pairs()).items.length).toBe(2)
  // Else the page may ask what a merge would move while it is made.
  await page.goto('/customers')
  const merge = await api<{ id: string; into: string }>('POST', `/duplicates/${suggestionId}/accept`, {})
  const waiting = async () => (await api<Found>('GET', '/duplicates')).waiting
  await expect.poll(waiting).toBe(0)
  await api('PATCH', `/customers/${merge.into}`, { firstName: 'Wilhelmina', birthDate: '1951-12-30' })
  await expect.poll(async () => (await api<Found>('GET', '/duplicates/doubts')).items.length).toBe(1)
  await page.goto('/duplicates')
  await page.getByRole('tab', { name: t('duplicates.merges') }).click()
  const doubt = page.locator(`[data-doubt="${merge.id}"]`)
  await doubt.waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('duplicates-doubts')
  await doubt.getByRole('button', { name: t('duplicates.undoMerge') }).click()
  await doubt.waitFor({ state: 'detached' })
  expect(await persons()).toBe(3)
  await screen.close()
})

test('of merges of one person the later is undone first: a refused undo leads to it', async () => {
  const t = wordsOf('ar')
  const made = async (firstName: string) =>
    (await api<{ id: string }>('POST', '/customers', { firstName, lastName: 'Al Wahaibi' })).id
  const [first, second, last] = [await made('Jokha'), await made('Moza'), await made('Thuraya')]
  const merge = (from: string, into: string) =>
    api<{ id: string }>('POST', '/customers/merge', { from, into, reason: 'the same person' })
  const earlier = await merge(first, second)
  const later = await merge(second, last)
  const screen = await openLook({ language: 'ar', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen, `/customers/${last}?tab=duplicates`)
  const undo = (id: string) => page.locator(`[data-merge="${id}"]`).getByRole('button', { name: t('act.undo') })
  screen.expect(409)
  await undo(earlier.id).click()
  const told = page.locator(`[data-later="${later.id}"]`)
  await told.getByText('Thuraya').waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('duplicates-later')
  await told.getByRole('link', { name: t('duplicates.toLater') }).click()
  await page.locator(`[data-merge="${later.id}"][data-meant]`).waitFor()
  await undo(later.id).click()
  await told.waitFor({ state: 'detached' })
  await page.goto(`/customers/${second}?tab=duplicates`)
  await undo(earlier.id).click()
  const standing = async () => new Set(await Promise.all([first, second, last].map(idNow))).size
  await expect.poll(standing).toBe(3)
  await screen.close()
})

test('numbers that another customer has verified wait in the bell; staff say of each whether it is one person or two', async () => {
  const t = wordsOf('en')
  const kept = await handedOver('Nasra', '+96871230031')
  const merged = await handedOver('Intisar', '+96871230032')
  const screen = await openLook({ language: 'en', scheme: 'light' })
  const { page } = screen
  await enterDemo(screen, '/duplicates')
  await page.locator('[data-bell]').click()
  const toThem = page.locator('[role=dialog] a[href*="hand-overs"]')
  await toThem.waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('bell')
  await toThem.click()
  const open = page.locator('[data-hand-over]')
  await open.nth(1).waitFor()
  expect(await stumblingBlocks(screen)).toEqual([])
  await screen.picture('hand-overs')
  const of = (customerId: string) =>
    page.locator('[data-hand-over]').filter({ has: page.locator(`[href$="${customerId}"]`) })
  await of(kept.former)
    .getByRole('button', { name: t('handOver.different') })
    .click()
  await of(kept.former).waitFor({ state: 'detached' })
  expect([await idNow(kept.former), await idNow(kept.present)]).toEqual([kept.former, kept.present])
  await of(merged.former)
    .getByRole('button', { name: t('handOver.same') })
    .click()
  await page.getByText(t('handOver.none')).waitFor()
  expect(await idNow(merged.present)).toBe(merged.former)
  await page.locator('[data-bell]').click()
  await page.locator('[role=dialog]').waitFor()
  await toThem.waitFor({ state: 'detached' })
  await screen.close()
})

/** Staff entered the number for a customer with a login of their own; then another one verified it. */
async function handedOver(firstName: string, phone: string) {
  const email = `${firstName.toLowerCase()}@example.om`
  const former = await visit('/auth/register', { email, password: 'saffron kettle seventeen', firstName })
  await api('PATCH', `/customers/${former}`, { phone })
  const verificationToken = await prove(phone, 'sign_in')
  return { former, present: await visit('/auth/phone', { verificationToken, firstName: 'Wafa' }) }
}

/** As a visitor, who has a customer afterwards. */
async function visit(path: string, body: object): Promise<string> {
  const answer = await fetch(`${kith().url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith-tenant': kith().tenant.slug },
    body: JSON.stringify(body),
  })
  return ((await answer.json()) as { account: { customerId: string } }).account.customerId
}

/** That of the survivor, where it was merged. */
const idNow = async (id: string) => (await api<{ id: string }>('GET', `/customers/${id}`)).id
