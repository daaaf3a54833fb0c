import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { expect } from 'vitest'
import { PATIENCE_MS } from '../server/test/patience.ts'
import { printedBy } from './kith.ts'
import { kith } from './tenant.ts'

export const LANGUAGES = ['en', 'ar'] as const
export const SCHEMES = ['light', 'dark'] as const
export type Language = (typeof LANGUAGES)[number]
export type Scheme = (typeof SCHEMES)[number]

const PICTURES = path.resolve('e2e/screenshots')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
/** For a check of the other colour scheme only. */
const COLOURS = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] }
const LOCALES = { en: 'en-GB', ar: 'ar-OM' }

export interface Look {
  readonly language: Language
  readonly scheme: Scheme
  /** With the worker that caches every file of the app: each new window loads them all. */
  readonly offline?: true
}

/** Pages of journeys that failed; the others close theirs. */
const left = new Map<Page, readonly string[]>()

/** A downloaded file; the browser may run elsewhere, where its files cannot be opened by path. */
export const contentOf = async (file: Download): Promise<Buffer> => buffer(await file.createReadStream())

/** The text on the screen when a journey failed, for a reader of the log alone. */
export async function printLeft(): Promise<void> {
  for (const [page, wrong] of left) {
    const texts = await page.locator('main, [role=dialog]').allTextContents()
    process.stdout.write(`a journey ended here: ${[page.url(), ...wrong, ...texts].join(' | ').slice(0, 2_000)}\n`)
  }
}

/** A browser window that records every error in it. */
export async function openScreen(browser: Browser, url: string, look: Look, tenant: string | null = null) {
  const { language, scheme } = look
  const kind = JSON.stringify([url, tenant, look])
  const context = emptied.get(kind)?.pop() ?? (await openContext(browser, url, look, tenant))
  const page = await openPage(context, url)
  const wrong: string[] = []
  left.set(page, wrong)
  const expected = new Set<number>()
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
  page.on('console', (said) => {
    const isAnswer = [...expected].some((status) => said.text().includes(`status of ${status} `))
    if (said.type() === 'error' && !isAnswer) wrong.push(`console: ${said.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400 && !expected.has(answer.status())) wrong.push(`${answer.status()} ${answer.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) wrong.push(`left: ${request.url()}`)
  })
  return {
    look,
    page,
    context,
    /** An expected error of the journey. */
    expect: (status: number) => expected.add(status),
    wrong: () => wrong,
    forgive: () => wrong.splice(0),
    picture: (name: string, of = page, by: Scheme = scheme) => picture(of, `${language}-${by}-${name}`),
    async close() {
      if (look.offline) await context.close()
      else emptied.set(kind, [...(emptied.get(kind) ?? []), await forget(context)])
      left.delete(page)
      expect(wrong).toEqual([])
    },
  }
}
export type Screen = Awaited<ReturnType<typeof openScreen>>

/** By tenant and look. The next journey finds the files of the app in the cache, and nothing else. */
const emptied = new Map<string, BrowserContext[]>()

async function openContext(browser: Browser, url: string, { language, scheme, offline }: Look, tenant: string | null) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1366, height: 768 },
    locale: LOCALES[language],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    serviceWorkers: offline ? 'allow' : 'block',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (tenant !== null) await nameBusiness(context, url, tenant)
  return context
}

async function forget(context: BrowserContext): Promise<BrowserContext> {
  await Promise.all([
    context.setOffline(false),
    context.unrouteAll({ behavior: 'ignoreErrors' }),
    context.clearPermissions(),
  ])
  await Promise.all(context.pages().map((page) => page.close()))
  await context.clearCookies()
  return context
}

/** In a new page, because the storage of an open one is written again when it closes. */
async function openPage(context: BrowserContext, url: string): Promise<Page> {
  await context.request.get(printedBy(url))
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', {
    origin: url,
    storageTypes: 'local_storage,indexeddb,cache_storage',
  })
  await devtools.detach()
  return page
}

/** The state after a sign-in; set once, so that signing out works. */
const keepOnce = (url: string, storage: 'localStorage' | 'sessionStorage', name: string, value: string) =>
  `if (location.origin === ${JSON.stringify(url)} && !${storage}.getItem('e2e.${name}')) {
    ${storage}.setItem('e2e.${name}', 'kept')
    ${storage}.setItem('${name}', ${JSON.stringify(value)})
  }`

/** With several businesses at one URL, the browser's choice. */
export const nameBusiness = (context: BrowserContext, url = kith().url, slug = kith().tenant.slug): Promise<unknown> =>
  context.addInitScript(keepOnce(url, 'localStorage', 'kith.tenant', slug))

/** With this key or token in the tab, as if signed in before. */
export async function enterWith({ page }: Pick<Screen, 'page'>, token: string, place = '/till'): Promise<void> {
  await page.addInitScript(keepOnce(kith().url, 'sessionStorage', 'kith.key', token))
  await page.goto(place)
  await page.locator('nav').first().waitFor()
}

/** As the owner of this file's business. */
export const enterDemo = (screen: Pick<Screen, 'page'>, place?: string) => enterWith(screen, kith().apiKey, place)

/** With every permission: the first key of a business may not import. */
export const enterOwner = async (screen: Pick<Screen, 'page'>, place?: string) =>
  enterWith(screen, await kith().keyOf('owner'), place)

/** By pasting a key, as a developer does. */
export async function enterByKey({ page }: Pick<Screen, 'page'>, key: string, place?: string): Promise<void> {
  if (place) await page.goto(place)
  await page.locator('summary').click()
  await page.locator('input[name=key]').fill(key)
  await page.keyboard.press('Enter')
  await page.locator('nav').waitFor()
}

/** Only when asked for: KITH_E2E_PICTURES=1. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['KITH_E2E_PICTURES']) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** The same page in both colour schemes, changed while the page is open. */
export async function stumblingBlocksInBoth(screen: Screen, name: string): Promise<string[]> {
  const blocks: string[] = []
  for (const scheme of SCHEMES) {
    await inScheme(screen.page, scheme)
    blocks.push(...(await stumblingBlocks(screen, scheme)).map((block) => `${name} (${scheme}): ${block}`))
    await screen.picture(name, screen.page, scheme)
  }
  await inScheme(screen.page, screen.look.scheme)
  return blocks
}

export async function inScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
}

/** Accessibility violations of the page (axe). */
export async function stumblingBlocks({ page, look }: Screen, scheme = look.scheme): Promise<string[]> {
  // Rows of the search before are shown, paler, until the new one has its answer.
  await page.locator('[data-busy]').first().waitFor({ state: 'detached' })
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(AXE)
  return page.evaluate(
    async (rules) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run({ runOnly: rules, resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
      )
    },
    scheme === 'light' ? WCAG : COLOURS,
  )
}
