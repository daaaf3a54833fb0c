import { expect, test } from 'vitest'
import { makeStub, onDisk, readyForOffline } from './offline-steps.ts'
import type { Language, Screen } from './screen.ts'
import { arrived, axeInBoth, call, field, leave, PASSWORD, submit } from './sign-in-steps.ts'
import { open as openLook } from './world.ts'

/** A user signs out while their entries wait for the network. */
async function workWithoutNetwork(screen: Screen, customer: string, phone: string): Promise<void> {
  const { page, context } = screen
  await readyForOffline(page)
  await context.setOffline(true)
  await makeStub(page, phone, customer, 'Offline')
  await page.locator('aside').getByText(/OFF-/).first().waitFor()
  await leave(screen)
}

test.each<Language>(['ar'])(
  'in %s a device becomes a till, on which a PIN is enough, and which locks itself',
  async (language) => {
    const open = () => openLook({ language, scheme: 'light', offline: true })
    const email = `cashier-${language}@marhaba.example`
    const name = language === 'ar' ? 'نورة البلوشية' : 'Noora Al Balushi'
    const initials = language === 'ar' ? 'ن. ب.' : 'N. B.'
    await call('POST', '/staff/invitations', { email, role: 'cashier', name, locale: language })
    const { pairingCode } = (await call('POST', '/tills', {
      name: language === 'ar' ? 'الصندوق ١' : 'Counter 1',
    })) as { pairingCode: string }
    const screen = await open()
    const { page, context } = screen
    await page.goto('/inbox')
    await (await arrived(screen, 'staff_invitation', email)).locator('a').click()
    await field(page, 'password').fill(PASSWORD)
    await submit(page)
    await page.locator('[role=combobox]').waitFor()
    await workWithoutNetwork(screen, 'Huda', `+968991177${language === 'ar' ? '01' : '02'}`)
    await page.locator('[data-waited]').waitFor()
    await context.setOffline(false)
    await page.reload()
    await page.locator('a[href="/pair"]').waitFor()
    await page.locator('[data-waited] li').filter({ hasText: initials }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('Huda')
    await axeInBoth(screen, 'sign-in-waited')

    await page.locator('a[href="/pair"]').click()
    screen.expect(422)
    await field(page, 'pairingCode').fill('AAAA-BBBB')
    await submit(page)
    await page.locator('main [role=alert]').waitFor()
    await field(page, 'pairingCode').fill(pairingCode!)
    await axeInBoth(screen, 'till-pair')
    await submit(page)
    await page.locator('main ul').last().waitFor({ state: 'attached' })
    await page.locator('main button[type=button]').last().click()
    await field(page, 'email').fill(email)
    await field(page, 'password').fill(PASSWORD)
    await submit(page)
    await field(page, 'pin').fill('1111')
    await submit(page)
    await page.locator('main .mantine-InputWrapper-error').waitFor()
    await axeInBoth(screen, 'till-choose-pin')
    await field(page, 'pin').fill('٤٨٢٦')
    await submit(page)
    await page.locator('nav').waitFor()
    await expect.poll(async () => (await onDisk(page)).rows).toBe(0)

    await page.locator('[role=combobox]').waitFor()
    await workWithoutNetwork(screen, 'Zainab', `+968991177${language === 'ar' ? '11' : '12'}`)
    await page.locator('[data-waited]').waitFor()
    await context.setOffline(false)
    await page.reload()
    await page.locator('[data-operator]').waitFor()
    await page.locator('[data-waited] li').filter({ hasText: initials }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('Zainab')
    await axeInBoth(screen, 'till-operators')
    await page.locator('[data-operator]').click()
    screen.expect(401)
    await field(page, 'pin').fill('4827')
    await submit(page)
    await page.locator('main [role=alert]').waitFor()
    const pad = page.locator('main form div > button[type=button]:not([aria-label])')
    for (const digit of [4, 8, 2, 6]) await pad.nth(digit - 1).click()
    await axeInBoth(screen, 'till-pin')
    await page.locator('main button[type=submit]').click()
    await page.locator('nav').waitFor()
    await expect.poll(async () => (await onDisk(page)).rows).toBe(0)

    await page.clock.install()
    const idle = page.waitForResponse((answer) => answer.url().endsWith('/tills/operators'))
    await page.reload()
    await page.locator('nav').waitFor()
    await (await idle).finished()
    await page.locator('[role=combobox]').click()
    await page.clock.fastForward('06:00')
    await page.locator('[data-operator]').waitFor()
    expect(screen.wrong().filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([])
    screen.forgive()
    await screen.close()
  },
)
