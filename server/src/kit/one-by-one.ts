/**
 * Each in turn, page after page: one that fails keeps none of the others back, and is thrown in the end, so that the failure is
 * logged and tried again.
 */
export async function oneByOne(
  pageAfter: (last: string | null) => Promise<readonly string[]>,
  work: (id: string) => Promise<void>,
): Promise<void> {
  const failed: unknown[] = []
  for (let page = await pageAfter(null); page.length > 0; page = await pageAfter(page.at(-1)!)) {
    for (const id of page) await work(id).catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw failed[0]
}
