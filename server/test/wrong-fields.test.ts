import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { check, fieldErrors } from '../src/kit/invalid.ts'
import type { Language } from '../src/kit/refusal.ts'
import { modules } from '../src/modules.ts'

const endpoints = modules.flatMap(({ routes }) => routes.map(({ endpoint }) => endpoint))

/** What programs send by mistake, and people by accident. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  'x'.repeat(200_000),
  '\u0000',
  '12',
  '2026-13-45',
  -1,
  1.5,
  9e15,
  true,
  [],
  [1],
  ['x', 'x'],
  Array.from({ length: 30_000 }, () => 'x'),
  {},
  { x: 1 },
  { '': null },
]
const DEEPEST = 4

/** Everything wrong for a schema: junk, and valid shapes with junk inside. */
function wrongFor(schema: z.core.$ZodType, depth = 0): unknown[] {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>> & { readonly type: string }
  if (depth > DEEPEST) return []
  const inner = (one: unknown) => wrongFor(one as z.core.$ZodType, depth + 1)
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def['shape'] as Record<string, unknown>).map(
        ([key, one]) => [key, inner(one)] as const,
      )
      const most = Math.max(WRONG.length, ...shape.map(([, wrong]) => wrong.length))
      const bodies = Array.from({ length: most }, (_, n) =>
        Object.fromEntries(shape.map(([key, wrong]) => [key, wrong[n % wrong.length]])),
      )
      return [...WRONG, ...bodies, { ...bodies[0], unknownKey: 1 }]
    }
    case 'array':
      return [...WRONG, ...inner(def['element']).map((one) => [one])]
    case 'record':
      return [...WRONG, ...inner(def['valueType']).map((one) => ({ key: one }))]
    case 'union':
      return [...WRONG, ...(def['options'] as unknown[]).flatMap(inner)]
    case 'pipe':
      return inner(def['in'])
    default:
      return def['innerType'] === undefined ? [...WRONG] : inner(def['innerType'])
  }
}

const JARGON =
  /expected|receiv|undefined|invalid|\bnull\b|NaN|string|integer|boolean|\barray|\bobject\b|record|union|regex|pattern|zod|\/\^|\\d|[<>]=|\]\{|غير مقبول: |متوقع/i
/** What may be given, in the words of the API. */
const VALUES = /(?<=^(?:Choose from|اختر من): ).+$/

describe.each(['en', 'ar'] as Language[])('in %s', (language) =>
  test('no wrong field of any operation is told of in the words of programmers', () => {
    const said = new Map<string, string>()
    for (const endpoint of endpoints) {
      for (const part of [endpoint.params, endpoint.query, endpoint.body]) {
        for (const wrong of wrongFor(part)) {
          const parsed = check(part, wrong)
          if (parsed.success) continue
          for (const { path, code, message } of fieldErrors(parsed.error, language))
            said.set(message ?? `no sentence for ${code}`, `${endpoint.method} ${endpoint.path}: ${path} (${code})`)
        }
      }
    }
    expect(said.size).toBeGreaterThan(40)
    const unfit = [...said].filter(
      ([message]) =>
        JARGON.test(message.replace(VALUES, '')) ||
        message.length > 240 ||
        /[\u0600-\u06ff]/.test(message) !== (language === 'ar') ||
        (message.startsWith('no sentence') as boolean),
    )
    expect(unfit).toEqual([])
  }),
)
