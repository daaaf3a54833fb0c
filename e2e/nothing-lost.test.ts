import { expect, test } from 'vitest'
import { api } from './api.ts'
import { enterDemo, enterWith, stumblingBlocks } from './screen.ts'
import { serve } from './till-steps.ts'
import { wordsOf } from './words.ts'
import { kith, openIn } from './world.ts'

const newStub = async (firstName: string, phone: string) =>
  api<{ id: string; number: string }>('POST', '/customers', { type: 'stub', firstName, phone })

test('Enter never serves a customer whose name only sounds similar; it adds the new customer', async () => {
  await newStub('Saif', '+96899177101')
  const screen = await openIn('en')()
  const { page, context } = screen
  await enterDemo(screen)
  const opened = context.waitForEvent('page')
  await page.locator('section h1 + div button').first().click()
  const second = await opened
  await page.bringToFront()
  await page.locator('[role=combobox]').fill('Saif')
  await page.locator('[role=option] mark').filter({ hasText: 'Saif' }).first().waitFor()
  await page.locator('[role=combobox]').fill('Sofia')
  await page.locator('[role=option][data-new]').filter({ hasText: 'Sofia' }).waitFor()
  expect(await page.getByRole('option').filter({ hasText: 'Saif' }).count()).toBe(0)
  await page.locator('[role=combobox]').fill('Sayf')
  const group = page.getByRole('group', { name: wordsOf('en')('found.soundsLike') })
  await group.getByText('Saif').first().waitFor()
  expect(await page.locator('[aria-selected=true]').getAttribute('data-new')).not.toBeNull()
  await group.locator('[role=option]').first().hover()
  expect(await page.locator('[data-sounds-like][aria-selected=true]').count()).toBe(0)
  await page.locator('[role=combobox]').press('Enter')
  await page.locator('input[name=phone]:focus').waitFor()
  expect(await page.locator('input[name=firstName]').inputValue()).toBe('Sayf')
  await second.locator('h1').first().waitFor()
  expect(await second.locator('h1').textContent()).not.toContain('Saif')

  await page.keyboard.press('Control+k')
  const palette = page.locator('[role=dialog]')
  await palette.locator('input').fill('Sayf')
  await palette.locator('[data-search-list][data-selected]').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/customers$/)
  await page.getByRole('rowheader', { name: 'Sounds like' }).waitFor()
  await page.getByRole('row').filter({ hasText: 'Saif' }).first().waitFor()

  await page.keyboard.press('Control+k')
  await palette.locator('input').fill('invite staff')
  await palette
    .locator('[data-action][data-selected]')
    .filter({ hasText: wordsOf('en')('settings.staff') })
    .waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/settings\/staff$/)
  await page.keyboard.press('Control+k')
  await palette.locator('input').fill('add a customer')
  await page.keyboard.press('Enter')
  await page.locator('[role=dialog] form').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[role=dialog]').waitFor({ state: 'detached' })

  const firm = { companyName: 'Zanjabil Trading', phone: '+96899177103' }
  await api('POST', '/customers', { type: 'stub', firstName: 'Huda', ...firm })
  await page.getByPlaceholder(wordsOf('en')('customers.search')).fill('Zanjabil')
  await page.locator('[role=row] mark').filter({ hasText: firm.companyName }).waitFor()
  await screen.close()
})

test('every dialog begins at its first field, so that Enter never closes it', async () => {
  const { id } = await newStub('زينب', '+96899177102')
  const screen = await openIn('ar')()
  const { page } = screen
  const t = wordsOf('ar')
  await enterDemo(screen, '/customers')
  const dialogs: readonly (readonly [place: string, opens: string])[] = [
    ['/customers', t('customers.new')],
    [`/customers/${id}?tab=addresses`, t('address.add')],
    [`/customers/${id}?tab=consents`, t('consent.grant')],
    [`/customers/${id}?tab=privacy`, t('privacy.record')],
    [`/customers/${id}?tab=privacy`, t('privacyHold.place')],
    [`/customers/${id}`, t('act.edit')],
    ['/privacy', t('privacy.record')],
    ['/privacy?tab=breaches', t('breach.record')],
    ['/settings/staff', t('staff.invite')],
    ['/settings/keys', t('keys.create')],
    ['/settings/tills', t('tills.register')],
    ['/settings/consents', t('consents.publish')],
    ['/settings/consents', t('consents.newVersion')],
  ]
  const beginsAtAField = async () => {
    await page.locator('[role=dialog]').waitFor()
    await expect.poll(() => page.evaluate(FOCUSED)).toBe('in a field')
    await page.locator('[role=dialog] .mantine-Modal-close').click()
    await page.locator('[role=dialog]').waitFor({ state: 'detached' })
  }
  let at = '/customers'
  for (const [place, opens] of dialogs) {
    if (place !== at) await page.goto(place)
    at = place
    await page.getByRole('button', { name: opens }).first().click()
    await beginsAtAField()
  }
  await page.goto(`/customers/${id}`)
  for (const act of [t('bulk.export'), t('act.suspend'), t('act.deactivate')]) {
    await page.locator('[data-more-acts]').click()
    await page.getByRole('menuitem', { name: act }).click()
    await beginsAtAField()
  }
  await screen.close()
})

const FOCUSED = `document.activeElement?.matches('[role=dialog] .mantine-Modal-body :is(input, select, textarea)')
  ? 'in a field' : document.activeElement?.outerHTML.slice(0, 120)`

test('unsaved input is asked about before it is left, and the till goes on with the customer it served', async () => {
  const phone = '+96899177103'
  const { id } = await newStub('Thuraya', phone)
  const screen = await openIn('en')()
  const { page } = screen
  const stay = page.locator('[data-unsaved] [data-autofocus]')
  const discard = page.locator('[data-unsaved] [data-discard]')
  await enterDemo(screen)
  await serve(screen, phone)
  await page.keyboard.press('F4')
  await page.locator('aside form input').first().fill('Thurayya')
  await page.keyboard.press('Escape')
  expect(await stumblingBlocks(screen)).toEqual([])
  await stay.click()
  expect(await page.locator('aside form input').first().inputValue()).toBe('Thurayya')
  await page.locator('nav a[href="/customers"]').click()
  await stay.click()
  expect(new URL(page.url()).pathname).toBe('/till')
  await page.locator('aside form button[type=submit]').click()
  await page.locator('aside h2').filter({ hasText: 'Thurayya' }).waitFor()

  await page.locator('aside a').click()
  await page.waitForURL(new RegExp(id))
  await page.goBack()
  await page.locator('aside h2').filter({ hasText: 'Thurayya' }).waitFor()

  await page.goto('/customers')
  await page.getByRole('button', { name: wordsOf('en')('customers.new') }).click()
  await page.keyboard.type('Halima')
  await page.keyboard.press('Escape')
  await stay.click()
  expect(await page.locator('[role=dialog] input').first().inputValue()).toBe('Halima')
  await page.keyboard.press('Escape')
  await discard.click()
  await page.locator('[role=dialog]').waitFor({ state: 'detached' })
  await screen.close()
})

test('answering a restriction says that it restricts; the person says so everywhere until it is lifted', async () => {
  const phone = '+96899177104'
  const { id } = await newStub('Wadha', phone)
  const screen = await openIn('en')()
  const { page } = screen
  const t = wordsOf('en')
  await enterWith(screen, await kith().keyOf('privacy-officer'), `/customers/${id}`)
  await page.getByRole('button', { name: t('reveal.act') }).click()
  await page.locator('[role=dialog] textarea').fill('Asked to call back')
  await page.locator('[role=dialog] button[type=submit]').click()
  await page.locator('dl').getByText('9917 7104').waitFor()

  const asked = { customerId: id, kind: 'restriction', text: 'Please stop' }
  const request = await api<{ id: string }>('POST', '/privacy-requests', asked)
  await api('PUT', `/privacy-requests/${request.id}/identity`, { proof: 'document' })
  await page.goto(`/privacy/requests/${request.id}`)
  await page.getByRole('button', { name: t('privacyAct.complete') }).click()
  await page.locator('[role=dialog] [data-restricts]').waitFor()
  await page.locator('[role=dialog] textarea').fill('Done as asked')
  await page.locator('[role=dialog] button[type=submit]').click()
  await page.locator('[role=dialog]').waitFor({ state: 'detached' })

  await page.goto('/till')
  // A role with masked contacts can search a phone by its last four digits.
  await serve(screen, phone.slice(-4))
  await page.locator('aside [data-restricted]').waitFor()
  expect(await page.getByRole('button', { name: t('act.edit') }).count()).toBe(0)
  await page.goto('/customers')
  await page.locator('main input').first().fill('Wadha')
  await page.locator('[role=row]').filter({ hasText: 'Wadha' }).getByText(t('restriction.badge')).waitFor()
  await page.goto(`/customers/${id}`)
  await page.locator('[data-restricted] button').click()
  await page.locator('[role=dialog] textarea').fill('Ended, told by phone')
  await page.locator('[role=dialog] button[type=submit]').click()
  await page.locator('[data-restricted]').waitFor({ state: 'detached' })

  await api('POST', `/customers/${id}/erasure`, { reason: 'requested' })
  screen.expect(404)
  await page.goto(`/customers/${id}`)
  await page.locator('[data-tombstone]').waitFor()
  await screen.close()
})
