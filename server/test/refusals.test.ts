import { expect, test } from 'vitest'
import type { Language } from '../src/kit/refusal.ts'
import * as refusals from '../src/kit/refusal.ts'
import { waitOf } from '../src/kit/spans.ts'
import { modules } from '../src/modules.ts'

test.each([
  [0.2, 'in 1 second', 'بعد ثانية واحدة'],
  [2, 'in 2 seconds', 'بعد ثانيتين'],
  [7, 'in 7 seconds', 'بعد 7 ثوانٍ'],
  [45, 'in 45 seconds', 'بعد 45 ثانية'],
  [60, 'in 1 minute', 'بعد دقيقة واحدة'],
  [61, 'in 2 minutes', 'بعد دقيقتين'],
  [300, 'in 5 minutes', 'بعد 5 دقائق'],
  [841, 'in 15 minutes', 'بعد 15 دقيقة'],
  [5_401, 'in 2 hours', 'بعد ساعتين'],
  [86_400, 'in 24 hours', 'بعد 24 ساعة'],
])('%d seconds are “%s” and «%s», never too early', (seconds, en, ar) => {
  expect([waitOf(seconds, 'en'), waitOf(seconds, 'ar')]).toEqual([en, ar])
})

test('a refusal without a time says: later', () => {
  const { title } = refusals.problem(refusals.TooManyRequests(), 'ar', 'urn:x')
  expect(title).toBe('محاولات كثيرة؛ أعد المحاولة لاحقًا.')
})

const SIGNING_IN = ['accounts', 'verification', 'messages', 'merging']
/** For developers who call the API, and never shown on a screen. */
const FOR_PROGRAMS = [
  'unauthenticated',
  'tenant_needed',
  'wrong_content_type',
  'malformed_json',
  'invalid',
  'customer.merged',
]
const declared = new Map(
  modules.flatMap(({ name, routes }) =>
    (SIGNING_IN.includes(name) ? routes : []).flatMap(({ endpoint }) =>
      endpoint.refuses.map((kind) => [kind.code, kind] as const),
    ),
  ),
)
const kinds = [
  ...declared.values(),
  ...Object.values(refusals).flatMap((one) => (typeof one === 'function' && 'code' in one ? [one] : [])),
].filter(({ code }) => !FOR_PROGRAMS.includes(code))

test.each(['en', 'ar'] as Language[])(
  'no refusal on the way in speaks of headers, paths or fields to a person (%s)',
  (language) => {
    expect(kinds.length).toBeGreaterThan(60)
    const technical = kinds.filter(({ text }) =>
      /Retry-After|\/api\/|Location|[“«]\w+[”»]|[a-z]+_[a-z]+/.test(text[language]),
    )
    expect(technical.map(({ code, text }) => `${code}: ${text[language]}`)).toEqual([])
  },
)

const isKind = (one: unknown): one is refusals.RefusalKind => typeof (one as refusals.RefusalKind).code === 'string'
const everyKind = new Map(
  [
    ...Object.values<unknown>(refusals).filter(isKind),
    ...modules.flatMap(({ routes }) => routes.flatMap(({ endpoint }) => endpoint.refuses)),
  ].map((kind) => [kind.code, kind]),
)

/** For programs, which read codes, facts and headers; a person cannot look there. */
const ONLY_PROGRAMS_LOOK = /Retry-After|Location|If-Match|\/api\/|see “|انظر «/

test('every refusal is a sentence in both languages', () => {
  expect(everyKind.size).toBeGreaterThan(100)
  for (const { code, text } of everyKind.values()) {
    expect(text.en, code).toMatch(/^[^\u0600-\u06ff]+[.?]$/)
    expect(text.ar, code).toMatch(/[\u0600-\u06ff].*[.؟]$/)
  }
})

test('no refusal sends a person to where only a program can look', () => {
  const unfit = [...everyKind.values()].filter(({ text }) => ONLY_PROGRAMS_LOOK.test(`${text.en} ${text.ar}`))
  expect(unfit.map(({ code, text }) => `${code}: ${text.en}`)).toEqual([])
})
