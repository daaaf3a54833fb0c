import { readFileSync } from 'node:fs'
import type { Browser, CDPSession, Page } from 'playwright-core'

const PACES = [
  { name: 'brisk, 300 rows/s', rowsPerSecond: 300, seconds: 10 },
  { name: 'fast, 2,500 rows/s, to the end', rowsPerSecond: 2_500, seconds: 600 },
]
const ROW = 44
// From bench/dist.
const IN_PAGE = readFileSync(new URL('../src/scroll/in-page.js', import.meta.url), 'utf8')

type Figure = readonly [what: string, value: string]

interface Seen {
  readonly rows: number
  readonly missing: number
  readonly mostRows: number
  readonly mostElements: number
  readonly frames: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
  readonly longTasks: number
  readonly longest: number
}

/** Scrolls as a hand or a thumb would, and counts what the person would see. */
export async function scrollThrough(browser: Browser, url: string): Promise<Figure[]> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1366, height: 768 }, locale: 'en-GB' })
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  await page.goto('/customers')
  await page.locator('[data-enter-demo]').click()
  await page.locator('[role=rowgroup] a').first().waitFor()
  await page.evaluate(IN_PAGE)
  const session = await context.newCDPSession(page)
  const figures: Figure[] = [['heap, the first page shown', await heap(session)]]
  for (const { name, rowsPerSecond, seconds } of PACES) {
    const seen = await page.evaluate<Seen>(`scrolling.scroll(${rowsPerSecond * ROW}, ${seconds})`)
    figures.push(
      [`${name}: ms between frames`, `p50 ${seen.p50}, p95 ${seen.p95}, p99 ${seen.p99}, most ${seen.most}`],
      [`${name}: tasks over 50 ms`, `${seen.longTasks} in ${seen.frames} frames, the longest ${seen.longest} ms`],
      [`${name}: rows seen before they were there`, `${seen.missing} of ${seen.rows}`],
      [`${name}: in the document, at most`, `${seen.mostRows} rows, ${seen.mostElements} elements`],
      [`${name}: heap afterwards`, await heap(session)],
    )
  }
  figures.push(['back to the start, key Home', await jump(page, () => page.keyboard.press('Home'))])
  figures.push(['to the end, key End', await jump(page, () => page.keyboard.press('End'))])
  await page.reload()
  await page.locator('[role=rowgroup] a').first().waitFor()
  await page.evaluate(IN_PAGE)
  figures.push(['opened anew, to the end, key End', await jump(page, () => page.keyboard.press('End'))])
  figures.push(['to the middle, as by dragging the bar', await jump(page, () => page.evaluate('scrolling.toMiddle()'))])
  figures.push(['heap at last', await heap(session)])
  await context.close()
  return figures
}

/** How long until all in view are there. */
async function jump(page: Page, go: () => Promise<unknown>): Promise<string> {
  await page.locator('[role=table]').locator('..').focus()
  const begun = performance.now()
  await go()
  await page.evaluate('scrolling.untilThere()')
  return `${Math.round(performance.now() - begun)} ms`
}

async function heap(session: CDPSession): Promise<string> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return `${(usedSize / 1e6).toFixed(1)} MB`
}
