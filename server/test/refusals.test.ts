import { expect, test } from 'vitest'
import * as kit from '../src/kit/refusal.ts'
import { modules } from '../src/modules.ts'

const isKind = (one: unknown): one is kit.RefusalKind => typeof (one as kit.RefusalKind).code === 'string'
const everyKind = new Map(
  [
    ...Object.values<unknown>(kit).filter(isKind),
    ...modules.flatMap(({ routes }) => routes.flatMap(({ endpoint }) => endpoint.refuses)),
  ].map((kind) => [kind.code, kind]),
)

/** For programs, which read codes, facts and headers; a person cannot look there. */
const FOR_PROGRAMS = /Retry-After|Location|If-Match|\/api\/|see “|انظر «/

test('every refusal is a sentence in both languages', () => {
  expect(everyKind.size).toBeGreaterThan(100)
  for (const { code, text } of everyKind.values()) {
    expect(text.en, code).toMatch(/^[^\u0600-\u06ff]+[.?]$/)
    expect(text.ar, code).toMatch(/[\u0600-\u06ff].*[.؟]$/)
  }
})

test('no refusal sends a person to where only a program can look', () => {
  const unfit = [...everyKind.values()].filter(({ text }) => FOR_PROGRAMS.test(`${text.en} ${text.ar}`))
  expect(unfit.map(({ code, text }) => `${code}: ${text.en}`)).toEqual([])
})
