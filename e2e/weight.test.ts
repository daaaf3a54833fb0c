import type { CDPSession } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from './screen.ts'
import { field } from './sign-in-steps.ts'
import { openIn } from './world.ts'

const MOST_REQUESTS = 12
const MOST_BYTES = 200_000
/** Asked for when the form is there, so nothing waits for them. */
const FONTS: Record<Language, RegExp> = { en: /inter-latin-wght/, ar: /inter-latin-wght|noto-sans-arabic-arabic-wght/ }

describe.each(LANGUAGES)('in %s', (language) => {
  test('the sign-in comes in a dozen requests and 200 kB, and with no font of another script', async () => {
    const screen = await openIn(language)()
    const { page } = screen
    const answers = await countAnswers(await page.context().newCDPSession(page))
    await page.goto('/till')
    await field(page, 'email').waitFor()
    await page.evaluate('document.fonts.ready')
    await expect.poll(() => answers.every(({ bytes }) => bytes !== undefined)).toBe(true)
    const fonts = answers.filter(({ url }) => url.endsWith('.woff2'))
    const bytes = answers.filter((one) => !fonts.includes(one)).reduce((sum, one) => sum + (one.bytes ?? 0), 0)
    process.stdout.write(
      `  the sign-in in ${language}: ${answers.length} requests, ${Math.round(bytes / 1000)} kB and ${fonts.length} fonts\n`,
    )
    const urls = answers.map(({ url }) => url)
    expect(urls.length, urls.join('\n')).toBeLessThanOrEqual(MOST_REQUESTS)
    expect(bytes, urls.join('\n')).toBeLessThanOrEqual(MOST_BYTES)
    expect(fonts.map(({ url }) => url).filter((url) => !FONTS[language].test(url))).toEqual([])

    const isBehind = ({ url }: Answer) => /\/screens-[^/]+\.js$/.test(url)
    expect(answers.filter(isBehind)).toEqual([])
    await field(page, 'email').press('a')
    await expect.poll(() => answers.filter(isBehind).length).toBe(1)
    await screen.close()
  })
})

interface Answer {
  readonly url: string
  bytes?: number
}

/** As they come over the network, compressed, into an empty cache. */
async function countAnswers(devtools: CDPSession): Promise<Answer[]> {
  const answers = new Map<string, Answer>()
  const list: Answer[] = []
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('http')) return
    const answer = { url: request.url }
    answers.set(requestId, answer)
    list.push(answer)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId)
    if (answer) answer.bytes = encodedDataLength
  })
  devtools.on('Network.loadingFailed', ({ requestId }) => {
    const answer = answers.get(requestId)
    if (answer) answer.bytes = 0
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  return list
}
