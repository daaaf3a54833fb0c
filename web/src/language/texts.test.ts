import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import arFirst from './ar.json' with { type: 'json' }
import arMore from './ar.more.json' with { type: 'json' }
import enFirst from './en.json' with { type: 'json' }
import enMore from './en.more.json' with { type: 'json' }

/** `below_zero` is a value of the API. */
const PLURAL = /(?<!below)_(zero|one|two|few|many|other)$/

type Texts = { readonly [key: string]: string | Texts }
const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text]] : flat(text, `${before}${key}.`),
  )
const en = { ...enFirst, ...enMore }
const texts = { en: flat(en), ar: flat({ ...arFirst, ...arMore }) }
const keys = (language: 'en' | 'ar') => [...new Set(texts[language].map(([key]) => key.replace(PLURAL, '')))].sort()

/** Names of operations look like keys of texts. */
const OPERATION = /\b(Input|Output|Code)<'[\w.]+'>/g
const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, source: readFileSync(path.join('web/src', file), 'utf8').replaceAll(OPERATION, '') }))
const sources = files.map(({ source }) => source).join('\n')
/** Their screens load more texts; see withMoreTexts(). */
const SAYS_MORE =
  /^((settings|privacy|dashboard|duplicates|mine|audit|imports|customers\/marketing)\/|shell\/use-commands|account\/own-|loyalty\/owed|person\/purpose-word)/

describe('the texts', () => {
  test('have the same keys in both languages', () => {
    expect(keys('ar')).toEqual(keys('en'))
  })

  test.each(['en', 'ar'] as const)('of %s have every form of the plural that the language has', (language) => {
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
    const plurals = texts[language].map(([key]) => key).filter((key) => PLURAL.test(key))
    for (const key of new Set(plurals.map((key) => key.replace(PLURAL, '')))) {
      const given = plurals.filter((one) => one.replace(PLURAL, '') === key).map((one) => PLURAL.exec(one)![1])
      expect(given.sort(), key).toEqual(forms)
    }
  })

  test('say the same facts in both languages', () => {
    const facts = (text: string) => (text.match(/{{\w+}}/g) ?? []).filter((fact) => fact !== '{{count}}').sort()
    const arabic = new Map(texts.ar)
    for (const [key, text] of texts.en.filter(([key]) => !PLURAL.test(key))) {
      expect(facts(arabic.get(key)!), key).toEqual(facts(text))
    }
  })

  test('in Arabic are in Arabic', () => {
    for (const [key, text] of texts.ar) expect(text, key).toMatch(/[\u0600-\u06ff]/)
  })

  test('are all used, and all that is used is there', () => {
    const families = [...sources.matchAll(/[`'](\w+)\.\$\{/g)].map(([, family]) => family)
    const used = new Set([...sources.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)].map(([, key]) => key))
    // Values of customers (`type.stub`) are looked up by the name of their field.
    const byField = new Set(['type', 'status', 'tier', 'locale', ...families])
    const unused = keys('en').filter((key) => !used.has(key) && !byField.has(key.split('.')[0]!))
    expect(unused).toEqual([])
    const groups = new Set(Object.keys(en))
    const missing = [...used].filter((key) => groups.has(key!.split('.')[0]!) && !keys('en').includes(key!))
    expect(missing).toEqual([])
  })

  test('are all there on the first screens, which come without those of the others', () => {
    expect(Object.keys(enFirst).filter((group) => group in enMore)).toEqual([])
    const later = new RegExp(`['\`](${Object.keys(enMore).join('|')})\\.[\\w$]`)
    const early = files.filter(({ file, source }) => !SAYS_MORE.test(file) && later.test(source))
    expect(early.map(({ file, source }) => `${file}: ${later.exec(source)![0]}`)).toEqual([])
  })

  test('are not baked into the screens', () => {
    const baked = [...sources.matchAll(/>\s*([A-Za-z\u0600-\u06ff][\w\u0600-\u06ff ,.!?’']*)\s*<\//g)].map(
      ([, text]) => text,
    )
    expect(baked.filter((text) => !/^(Ctrl K|F2|F4|Enter|Esc|[A-Z])$/.test(text!.trim()))).toEqual([])
  })
})
