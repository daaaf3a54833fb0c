import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The fourth column of docs/glossary.md; words in parentheses are advice, because they are right elsewhere. */
const avoided = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| English'))
  .flatMap((line) =>
    line
      .split(' | ')
      .at(-1)!
      .replace(/ \|$/, '')
      .replace(/\(.*?\)/g, '')
      .split(/[,،]/),
  )
  .map((word) => word.trim())
  .filter(Boolean)

/** Words of translated English: each hides who or what is meant. */
const TRANSLATED = [
  'whoever',
  'whomever',
  'whom',
  'somebody',
  'nobody',
  'anybody',
  'everybody',
  'whatever',
  'answers of no',
  'answer of no',
  'good once',
  'good twice',
  'by the clock',
  'oneself',
]
/** Where these words are names: a user of the system, and a file. */
const NAMES = /`nobody`|to nobody(?=,| ?$|'$)/gm

const files = (folder: string, ends: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => ends.test(name) && !name.includes('node_modules') && !/\/(dist|build)\//.test(name))

/** The words as they are, not as parts of others. */
const finds = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])(${words.join('|')})(?![\\p{L}\\p{N}_-])`, 'iu')

/** Also verbs: something leads somewhere. */
const VERBS = ['lead']
const ARABIC = /[\u0600-\u06ff]/
/** Of Arabic what is written together with a word: and, with, like, for, the; its feminine and its plural. */
const inArabic = (word: string) => `[وف]?(?:[بك]?ال|لل|[بكل])?${word.replace(/^ال/, '')}(?:ات|ين|ون|ان|ة|ه|ها|هم|ي)?`
const inEnglish = (word: string) => (VERBS.includes(word) ? word : `${word}(?:s|es|’s)?`)

const SAID = finds(avoided.map((word) => (ARABIC.test(word) ? inArabic(word) : inEnglish(word))))

test.each([
  ['two incidents', true],
  ['للنشاط التجاري', true],
  ['والقناة', true],
  ['وسائل مُثبتة', true],
  ['it leads there', false],
  ['an accident', false],
])('%s is found as a word that is not used: %s', (text, isFound) => {
  expect(SAID.test(text)).toBe(isFound)
})

const prose = (text: string) => text.replace(/`[^`]*`|\{\{?\w+\}?\}|\/[\w/-]+/g, '')

test.each(['en', 'en.more', 'ar', 'ar.more'])('the screens keep to the glossary (%s)', (name) => {
  const texts = JSON.parse(readFileSync(`web/src/language/${name}.json`, 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const found = Object.entries(texts).flatMap(([section, of]) =>
    Object.entries(of).flatMap(([key, text]) => (SAID.test(prose(text)) ? [`${section}.${key}: ${text}`] : [])),
  )
  expect(found).toEqual([])
})

test('errors and texts of the server keep to the glossary', () => {
  const found = files('server/src', /(?<!\.test)\.ts$/).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:en|ar): (['`])(.*?)(?<!\\)\1/g)].flatMap(([, , text]) =>
      SAID.test(prose(text!)) ? [`${file}: ${text}`] : [],
    ),
  )
  expect(found).toEqual([])
})

test('the API reference keeps to the glossary', () => {
  const found = new Set<string>()
  JSON.parse(readFileSync('openapi.json', 'utf8'), (key, value: unknown) => {
    if (['summary', 'description'].includes(key) && typeof value === 'string') {
      if (SAID.test(prose(value))) found.add(value)
    }
    return value
  })
  expect([...found]).toEqual([])
})

const comments = (text: string) =>
  text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*|(?<=\b(?:test|describe)(?:\.\w+)*\()(['`]).*?\1/gm) ?? []

test.each([
  ['docs', /\.md$/],
  ['deploy', /\.(md|yml|yaml)$/],
  ['server', /\.(md|ts)$/],
  ['web', /\.(md|tsx?|css)$/],
  ['sdk', /\.(md|ts)$/],
  ['e2e', /\.(md|ts)$/],
  ['bench', /\.(md|ts)$/],
])('comments, tests and docs name who is meant (%s)', (folder, ends) => {
  const found = files(folder, ends)
    .filter((file) => file !== 'docs/glossary.md')
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return (file.endsWith('.md') ? text.split('\n') : comments(text))
        .map((one) => one.replace(NAMES, ''))
        .filter((one) => finds(TRANSLATED).test(one))
        .map((one) => `${file}: ${one}`)
    })
  expect(found).toEqual([])
})
