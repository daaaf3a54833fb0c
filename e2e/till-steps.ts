import type { Screen } from './screen.ts'

/** Finds a customer and opens them, by keyboard. */
export async function serve({ page }: Screen, phone: string): Promise<void> {
  await page.locator('[role=combobox]').focus()
  await page.keyboard.type(phone)
  await page
    .locator('[role=option] bdi')
    .filter({ hasText: phone.slice(-4) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.locator('aside dl').waitFor()
}
