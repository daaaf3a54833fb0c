import { describe, expect, test } from 'vitest'
import { enterDemo, enterWith, type Language, stumblingBlocks } from './screen.ts'
import { wordsOf } from './words.ts'
import { kith, open as openLook } from './world.ts'

const PASSWORD = 'saffron kettle seventeen'
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const api = async (token: string, method: string, where: string, body?: unknown) => {
  const answer = await fetch(`${kith().url}/api/v1${where}`, {
    method,
    headers: {
      'x-kith-tenant': kith().tenant.slug,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  // A response without a body has only a status.
  // biome-ignore lint/suspicious/noExplicitAny: a journey may look at any part of any answer
  return { status: answer.status, body: (await answer.json().catch(() => null)) as any }
}
const asOwner = (method: string, where: string, body?: unknown) => api(kith().apiKey, method, where, body)

/** A staff member, who joins by the link in the development inbox. */
async function join(email: string): Promise<string> {
  const { body } = await asOwner('GET', `/dev/messages?to=${encodeURIComponent(email)}`)
  const token = /token=([\w-]+)/.exec(body.items[0].text)![1]
  const joined = await api('', 'POST', '/staff/invitations/accept', { token, password: PASSWORD, session: 'token' })
  expect(joined.status).toBe(200)
  return joined.body.accessToken
}

describe.each<Language>(['en'])('the settings in %s', (language) => {
  const t = wordsOf(language)
  const open = () => openLook({ language, scheme: 'light' })
  const other = language === 'en' ? 'ar' : 'en'
  async function at(place: string) {
    const screen = await open()
    await enterDemo(screen, place)
    const { page } = screen
    const button = (name: string, exact = true) => page.getByRole('button', { name, exact })
    const field = (name: string) => page.getByRole('textbox', { name, exact: true })
    const dialog = page.getByRole('dialog')
    return { screen, page, button, field, dialog }
  }

  test('the overview shows how the business is doing, as pictures and as tables, for the days one chooses', async () => {
    const { screen, page } = await at('/')
    await page.locator('.recharts-surface').first().waitFor()
    await screen.picture('dashboard')
    await page.getByText(t('lastDays.90'), { exact: true }).click()
    await page.waitForURL(/from=/)
    for (const card of await page.getByText(t('dashboard.table'), { exact: true }).all()) await card.click()
    await page.locator('table').nth(2).waitFor()
    // The days of before are shown until those that were asked for are here.
    await expect.poll(() => page.locator('table').first().locator('tbody tr').count()).toBe(90)
    await screen.picture('dashboard-tables')
    await page.locator('[name=from]').click()
    await page.locator('[data-day]:focus').press('ArrowRight')
    await page.locator('[data-day]:focus:not([aria-pressed=true])').press('Enter')
    await expect.poll(() => page.locator('table').first().locator('tbody tr').count()).toBe(89)
    await page.reload()
    await page.locator('.recharts-surface').first().waitFor()
    await screen.close()
  })

  test('the business is renamed, and every screen shows it', async () => {
    const name = language === 'en' ? 'Marhaba Laundry & Care' : 'Marhaba Laundry'
    const name2 = language === 'en' ? 'مغسلة مرحبا' : 'مغسلة مرحبا للعناية'
    const { screen, page, button, field } = await at('/settings')
    await page.waitForURL(/business/)
    await field(t('settings.name')).fill(name)
    await field(t('settings.name2')).fill(name2)
    await screen.picture('settings-business')
    await button(t('act.save')).click()
    await page
      .locator('header bdi')
      .filter({ hasText: language === 'en' ? name : name2 })
      .first()
      .waitFor()
    expect((await asOwner('GET', '/tenant')).body).toMatchObject({ name, name2 })
    await screen.close()
  })

  test('logo, colour and hours of the business are on the screens of its customers', async () => {
    const { screen, page, button } = await at('/settings/business')
    const face = page.locator('[data-face]')
    await face.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: LOGO })
    await face.locator('img').waitFor()
    await face.locator('input[name=colour]').fill('#aa3300')
    await face.locator('textarea[name=hours]').fill('Sat–Thu 8–22')
    await face.locator('textarea[name=hours2]').fill('من السبت إلى الخميس')
    await face.locator('input[name=schedule]').check({ force: true })
    await face.locator('[data-weekday=mon] input[type=checkbox]').check({ force: true })
    await face.locator('[name="schedule.mon.0.closes"]').fill(language === 'ar' ? '٩:٣٠ م' : '9:30 pm')
    await button(t('schedule.copy')).click()
    await face.locator('[data-weekday=fri] input[type=checkbox]').uncheck({ force: true })
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('settings-face')
    await button(t('settings.faceSave')).click()
    await expect
      .poll(async () => (await asOwner('GET', '/business/face')).body)
      .toMatchObject({
        colour: '#aa3300',
        hours: 'Sat–Thu 8–22',
        schedule: { sun: [{ opens: '08:00', closes: '21:30' }], fri: [], closedOn: [] },
        logo: expect.stringMatching(/^data:image\/webp;base64,/),
      })
    await page.goto('/account/sign-in')
    await page.locator('main img').waitFor()
    await page
      .locator('[data-hours]')
      .filter({ hasText: language === 'en' ? 'Sat' : 'السبت' })
      .filter({ hasText: language === 'en' ? '9:30' : '٩:٣٠' })
      .waitFor()
    await page.locator('[data-hours] [data-open]').waitFor()
    expect(await stumblingBlocks(screen)).toEqual([])
    await screen.picture('face-sign-in')
    await screen.close()
  })

  test('an owner invites a cashier who may not export', async () => {
    const email = `cashier.${language}@example.com`
    const { screen, page, button, field, dialog } = await at('/settings/staff')
    await page.locator('tbody tr').first().waitFor()
    await button(t('staff.invite')).click()
    await field(t('column.email')).fill(email)
    await field(t('column.name')).fill('Huda Al Harthi')
    await screen.picture('settings-invite')
    await button(t('staff.send')).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('tbody tr').filter({ hasText: email }).waitFor()
    await screen.picture('settings-staff')
    await page.getByRole('tab', { name: t('staff.roles') }).click()
    await page
      .locator('thead th')
      .filter({ hasText: t('role.cashier') })
      .waitFor()
    await screen.picture('settings-roles')

    const token = await join(email)
    const cashier = await open()
    await enterWith(cashier, token, '/customers')
    await cashier.page.locator('[role=row] a').first().waitFor()
    expect(await cashier.page.getByRole('button', { name: t('customers.export') }).count()).toBe(0)
    await cashier.picture('cashier-customers')
    expect(await api(token, 'GET', '/customers/export')).toMatchObject({
      status: 403,
      body: { code: 'forbidden', needs: 'customers:export' },
    })
    await cashier.page.goto('/')
    await cashier.page.waitForURL(/till/)
    await cashier.page.goto('/settings/staff')
    await cashier.page
      .locator('main h2')
      .filter({ hasText: t('state.noPermission') })
      .waitFor()
    await cashier.close()

    await page.reload()
    const row = page.locator('tbody tr').filter({ hasText: email })
    await row.getByRole('button', { name: t('staff.disable') }).click()
    await dialog.getByRole('button', { name: t('staff.disable') }).click()
    await dialog.waitFor({ state: 'detached' })
    await row.getByText(t('staff.disabledState')).waitFor()
    expect((await api(token, 'GET', '/customers')).status).toBe(401)
    await screen.close()
  })

  test('what is worth it asks again who is there, and then goes on', async () => {
    const email = `manager.${language}@example.com`
    await asOwner('POST', '/staff/invitations', { email, role: 'admin', name: 'Noor' })
    await join(email)
    const screen = await open()
    const { page } = screen
    await page.goto('/settings/tills')
    await page.locator('input[name=email]').fill(email)
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.locator('nav').first().waitFor()
    await page.getByRole('button', { name: t('tills.register') }).click()
    await page.getByRole('textbox', { name: t('tills.name') }).fill(`Counter ${language}`)
    // Ten minutes later the server would answer so; here the journey answers once. Everything after that is real.
    const json = { code: 'proof_needed', status: 403, title: 'proof' }
    let isSaid = false
    await page.route('**/api/v1/tills', (call) => {
      if (isSaid || call.request().method() !== 'POST') return call.fallback()
      isSaid = true
      return call.fulfill({ status: 403, json })
    })
    screen.expect(403)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('tills.register') })
      .click()
    const proof = page.locator('[role=dialog] input[name=password]')
    await proof.fill('not my password')
    screen.expect(422)
    screen.expect(401)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await screen.picture('step-up')
    await proof.fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.locator('[data-secret]').waitFor()
    await screen.picture('settings-till-code')
    await screen.close()
  })

  test('a till is registered, shows its code, and is revoked', async () => {
    const name = `Ruwi ${language}`
    const { screen, page, button, field, dialog } = await at('/settings/tills')
    await button(t('tills.register')).click()
    await field(t('tills.name')).fill(name)
    await dialog.getByRole('button', { name: t('tills.register') }).click()
    const code = await page.locator('[data-secret]').textContent()
    expect((await api('', 'POST', '/tills/pair', { pairingCode: code })).status).toBe(200)
    await dialog
      .getByRole('button', { name: t('act.close') })
      .last()
      .click()
    const row = page.locator('tbody tr').filter({ hasText: name })
    await row.getByRole('button').click()
    await dialog.getByRole('button', { name: t('tills.revoke') }).click()
    await row.getByText(t('tillState.revoked')).waitFor()
    await screen.picture('settings-tills')
    await screen.close()
  })

  test('a webhook is registered with a secret that is shown once, and is disabled and removed', async () => {
    const name = `Shop ${language}`
    const { screen, page, button, field, dialog } = await at('/settings/webhooks')
    await button(t('webhooks.add')).click()
    await field(t('webhooks.url')).fill('https://hooks.example/kith')
    await field(t('webhooks.description')).fill(name)
    await dialog.getByRole('button', { name: t('webhooks.add') }).click()
    expect(await page.locator('[data-secret] bdi').textContent()).toMatch(/^whsec_/)
    await button(t('keys.kept')).click()
    await page.getByRole('link', { name }).click()
    await button(t('webhooks.disable')).click()
    await dialog.getByRole('button', { name: t('webhooks.disable') }).click()
    await button(t('webhooks.enable')).click()
    await button(t('webhooks.disable')).waitFor()
    await button(t('webhooks.remove')).click()
    await dialog.getByRole('button', { name: t('webhooks.remove') }).click()
    await page.waitForURL(/webhooks$/)
    expect((await asOwner('GET', '/webhooks')).body.items).toEqual([])
    await screen.close()
  })

  test('an API key is shown once, may what its role may, and is revoked', async () => {
    const name = `Website ${language}`
    const { screen, page, button, field, dialog } = await at('/settings/keys')
    await button(t('keys.create')).click()
    await field(t('column.name')).fill(name)
    await screen.picture('settings-key-new')
    await dialog.getByRole('button', { name: t('keys.create') }).click()
    const key = await page.locator('[data-secret] bdi').textContent()
    await screen.picture('settings-key-shown')
    expect((await api(key!, 'GET', '/tenant')).body.may).toContain('customers:write')
    expect((await api(key!, 'GET', '/customers/export')).status).toBe(403)
    await button(t('keys.kept')).click()
    const row = page.locator('tbody tr').filter({ hasText: name })
    await row.getByRole('button').click()
    await dialog.getByRole('button', { name: t('keys.revoke') }).click()
    await row.getByText(t('keys.revoked')).waitFor()
    expect((await api(key!, 'GET', '/tenant')).status).toBe(401)
    await screen.picture('settings-keys')
    await screen.close()
  })

  test('a source is released by its key, so that the next key owns it', async () => {
    const source = `laundry-app-${language}`
    const { body: customer } = await asOwner('POST', '/customers', { firstName: 'Salim' })
    const next = await kith().keyOf('owner')
    const place = (key: string, externalId: string) =>
      api(key, 'POST', '/orders', { customerId: customer.id, total: 1_000, source, externalId })
    expect((await place(kith().apiKey, 'a-1')).status).toBe(201)
    expect(await place(next, 'a-2')).toMatchObject({ status: 403, body: { code: 'order.source_taken' } })
    const { screen, page, button, dialog } = await at('/settings/keys')
    const row = page.locator(`[data-source="${source}"]`)
    await row.waitFor()
    await screen.picture('settings-sources')
    await button(t('sources.releaseOf').replace('{{source}}', source)).click()
    await dialog.getByText(source).waitFor()
    await dialog.getByRole('button', { name: t('sources.release') }).click()
    await row.waitFor({ state: 'detached' })
    expect((await place(next, 'a-2')).status).toBe(201)
    await screen.close()
  })

  test('an event that was parked is corrected and carried out', async () => {
    const phone = '+96899115651'
    const event = {
      ...{ specversion: '1.0', source: `/journey/${language}`, id: `wrong-${language}`, type: 'OrderPlaced' },
      data: { orderId: `J-${language}`, customer: { phone: '123' }, total: -1 },
    }
    const sent = await fetch(`${kith().url}/api/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${kith().apiKey}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(event),
    })
    expect(await sent.json()).toMatchObject({ results: [{ result: 'parked' }] })
    const { screen, page, button, dialog } = await at('/settings/events')
    const row = page.locator('tr[data-event=parked]').filter({ hasText: event.id })
    await row.getByRole('button', { name: t('parked.correct') }).click()
    const data = dialog.locator('textarea[name=data]')
    await expect.poll(() => data.inputValue()).toContain(event.data.orderId)
    await dialog.locator('li').filter({ hasText: 'total' }).waitFor()
    await screen.picture('settings-event-parked')
    await data.fill('{')
    await dialog.getByText(t('parked.noJson')).waitFor()
    expect(await button(t('parked.save')).isDisabled()).toBe(true)
    const corrected = (more: object) => JSON.stringify({ orderId: event.data.orderId, customer: { phone }, ...more })
    await data.fill(corrected({ total: 0.5 }))
    screen.expect(422)
    await button(t('parked.save')).click()
    await dialog.getByRole('alert').waitFor()
    await data.fill(corrected({ total: 2_750 }))
    await button(t('parked.save')).click()
    await row.waitFor({ state: 'detached' })
    const { body: customer } = await asOwner('POST', '/customers/lookup', { phone })
    const { body: orders } = await asOwner('GET', `/customers/${customer.id}/orders`)
    expect(orders.items).toMatchObject([{ externalId: event.data.orderId, total: '2.750' }])
    await screen.close()
  })

  test('a document is published in both languages, gets a new version, and is retired', async () => {
    const title = { en: `Photos of garments ${language}`, ar: `صور القطع ${language}` }
    const { screen, page, button, field, dialog } = await at('/settings/consents')
    await page.locator('tbody tr').first().waitFor()
    await button(t('consents.publish')).click()
    await field(t('consents.ownPurposeName')).fill(`photos-${language}`)
    for (const shown of [language, other] as const) {
      await page.getByRole('tab', { name: t(`locale.${shown}`) }).click()
      await field(t('consents.title')).fill(title[shown])
      await field(t('consents.text')).fill(
        shown === 'en' ? 'You may photograph what I bring.' : 'يمكنكم تصوير ما أُحضره.',
      )
    }
    await screen.picture('settings-consent-new')
    await dialog.getByRole('button', { name: t('consents.publish') }).click()
    await dialog.waitFor({ state: 'detached' })
    const row = page.locator('tbody tr').filter({ hasText: title[language] })
    await row.getByRole('button', { name: t('consents.newVersion') }).click()
    await field(t('consents.text')).fill(language === 'en' ? 'Only to find stains.' : 'للعثور على البقع فقط.')
    await dialog.getByRole('switch').check()
    await dialog.getByRole('button', { name: t('consents.publishVersion') }).click()
    await dialog.waitFor({ state: 'detached' })
    const found = async () =>
      (await asOwner('GET', '/consents?status=all')).body.items.find(
        ({ purpose }: { purpose: string }) => purpose === `custom.photos-${language}`,
      )
    expect((await found()).latest).toMatchObject({
      version: 2,
      asksAgain: true,
      texts: { [other]: { title: title[other] } },
    })
    await row.getByRole('button', { name: t('consents.versions'), exact: true }).click()
    await dialog.locator('[data-versions] section').nth(1).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await row.getByRole('button', { name: t('consents.retire') }).click()
    await dialog.getByRole('button', { name: t('consents.retire') }).click()
    await row.getByText(t('consentState.retired')).waitFor()
    expect((await found()).status).toBe('retired')
    await screen.picture('settings-consents')
    await screen.close()
  })

  test('a message is worded while one sees what comes out of it, and how many texts it makes', async () => {
    const { screen, page } = await at('/settings/messages')
    const arabic = page.locator('[data-language=ar]')
    await arabic.locator('[data-segments]').waitFor()
    const body = arabic.getByRole('textbox', { name: t('messages.body') })
    await body.fill(`رمزك لدى {business}: {code}\n${'شكرًا لاختياركم خدماتنا '.repeat(4)}`)
    await arabic.locator('[data-segments="2"]').waitFor()
    await arabic.getByText('482913').waitFor()
    await screen.picture('settings-messages')
    await body.fill('بلا رمز')
    await arabic.getByText('{code}').last().waitFor()
    await screen.picture('settings-message-problem')
    await body.fill('رمزك: {code}')
    await arabic.getByText('رمزك: 482913').waitFor()
    await arabic.getByRole('button', { name: t('act.save') }).click()
    await arabic.getByRole('button', { name: t('messages.original') }).click()
    await arabic.getByRole('button', { name: t('messages.original') }).waitFor({ state: 'detached' })
    await screen.close()
  })

  test('customers are asked something new', async () => {
    const { screen, page, button } = await at('/settings/preferences')
    await page.locator('fieldset').first().waitFor()
    await screen.picture('settings-preferences')
    const before = (await asOwner('GET', '/preference-schema')).body
    await button(t('preferences.addItem')).click()
    const added = page
      .getByRole('region', { name: t('preferences.items') })
      .locator('fieldset')
      .last()
    await added.getByRole('textbox', { name: t('preferences.key') }).fill('Bad key')
    await added.getByRole('textbox', { name: t('preferences.inArabic') }).fill('تعطير')
    await added.getByRole('textbox', { name: t('preferences.inEnglish') }).fill('Perfumed')
    screen.expect(422)
    await button(t('act.save')).click()
    await page.locator('main form [role=alert]').waitFor()
    await screen.picture('settings-preferences-refused')
    await added.getByRole('textbox', { name: t('preferences.key') }).fill(`perfumed${language.toUpperCase()}`)
    await button(t('act.save')).click()
    await page.locator('main form [role=alert]').waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await asOwner('GET', '/preference-schema')).body.items.at(-1).label)
      .toEqual({ en: 'Perfumed', ar: 'تعطير' })
    await asOwner('PUT', '/preference-schema', before)
    await screen.close()
  })

  test('the rules of sign-in are changed, and what does not fit is said at its field', async () => {
    const { screen, page } = await at('/settings/sign-in')
    const card = page.getByRole('region', { name: t('rules.signIn'), exact: true })
    await card.waitFor()
    await screen.picture('settings-rules')
    const idle = card.getByRole('textbox', { name: t('rules.idle') })
    await idle.fill('9999')
    screen.expect(422)
    await card.getByRole('button', { name: t('act.save') }).click()
    await card.locator('.mantine-InputWrapper-error').waitFor()
    await idle.fill('7')
    await card.getByRole('button', { name: t('act.save') }).click()
    await expect.poll(async () => (await asOwner('GET', '/settings/sign-in')).body.tillIdleMinutes).toBe(7)
    await asOwner('PUT', '/settings/sign-in', { tillIdleMinutes: 5 })
    await screen.close()
  })

  test('the years of the audit trail are changed, and the page says when they take effect', async () => {
    const { screen, page } = await at('/settings/retention')
    const card = page.getByRole('region', { name: t('retention.audit'), exact: true })
    const years = card.getByRole('textbox', { name: t('retention.keepYears') })
    await years.fill('0')
    screen.expect(422)
    await card.getByRole('button', { name: t('act.save') }).click()
    await card.locator('.mantine-InputWrapper-error').waitFor()
    await years.fill('10')
    await card.getByRole('button', { name: t('act.save') }).click()
    await card.getByRole('status').waitFor()
    await screen.picture('settings-retention')
    expect((await asOwner('GET', '/settings/audit')).body).toMatchObject({ keepYears: 10, released: null })
    await asOwner('PUT', '/settings/audit', { keepYears: null })
    await screen.close()
  })

  test('the days of messages are changed, and the page says until when the former ones count', async () => {
    const { screen, page } = await at('/settings/retention')
    const card = page.getByRole('region', { name: t('retention.messages'), exact: true })
    const days = card.getByRole('textbox', { name: t('retention.keepDays') })
    await days.fill('29')
    screen.expect(422)
    await card.getByRole('button', { name: t('act.save') }).click()
    await card.locator('.mantine-InputWrapper-error').waitFor()
    await days.fill('90')
    await card.getByRole('button', { name: t('act.save') }).click()
    await card.getByRole('status').waitFor()
    expect((await asOwner('GET', '/settings/messages')).body).toMatchObject({ keepDays: 90, daysNow: 400 })
    await asOwner('PUT', '/settings/messages', { keepDays: null })
    await screen.close()
  })

  test('a job is run now, and one sees it done', async () => {
    const { screen, page } = await at('/settings/jobs')
    const name = language === 'en' ? 'forget-message-texts' : 'tidy-sign-ins'
    const row = page.locator(`[data-job="${name}"]`)
    await row.getByRole('button', { name: t('jobs.run') }).click()
    await page.locator('[role=dialog] button[type=submit]').click()
    // The clock may have run it too.
    const asked = async () => {
      const { items } = (await asOwner('GET', '/jobs')).body
      const { runs } = items.find((one: { name: string }) => one.name === name)
      return runs.filter(({ askedBy }: { askedBy: string | null }) => askedBy?.startsWith('key:'))
    }
    await expect.poll(asked).toMatchObject([{ state: 'done' }])
    await row.getByText(t('jobState.done')).waitFor()
    await screen.picture('settings-jobs')
    await screen.close()
  })
})
