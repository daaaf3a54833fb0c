import fc from 'fast-check'

// biome-ignore lint/suspicious/noExplicitAny: the document is JSON of any shape
export type Json = any

/** What has broken something somewhere: each is sent for anything. */
const NASTY_TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u001b[2J',
    '\ud800',
    '\u202egnp.exe',
    '\ufeff',
    'e\u0301'.repeat(50),
    '٠١٢٣٤٥',
    '👩‍👩‍👧‍👦',
  ],
  ...[
    '0000-01-01',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31',
    '9999-12-31T23:59:59-14:00',
    '2026-02-30',
    '-1',
    '1e309',
    'NaN',
  ],
  ...[
    "'; drop table customers; --",
    '{{7*7}}',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '%00',
    '=cmd|x',
    'x'.repeat(5_000),
  ],
]
const NASTY_NUMBERS = [0, -1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 1e308, Number.MIN_VALUE]
const NESTED = Array.from({ length: 15 }).reduce<Json>((inner) => ({ a: inner }), 1)
const nasty = fc.oneof(
  fc.constantFrom<Json>(...NASTY_TEXTS),
  fc.constantFrom<Json>(...NASTY_NUMBERS),
  fc.constantFrom<Json>(null, true, [], {}, [[]], [null], NESTED, { $ne: 1 }),
)
export const nastyText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.constantFrom(...NASTY_NUMBERS.map(String)),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  date: fc.constantFrom('2026-03-02', '2026-11-21', '1999-12-31', '2024-02-29'),
  'date-time': fc.constantFrom('2026-03-02T08:00:00Z', '2025-11-21T23:59:59+04:00'),
  uri: fc.constantFrom('https://kith.invalid/a', 'https://kith.invalid/?a=b#c'),
  email: fc.constantFrom('salim@kith.invalid'),
}
/** For texts without a pattern: what people and programs write. */
const WORDS = [
  'Salim',
  'سعيد',
  '9012 3456',
  '+96890123456',
  'salim@kith.invalid',
  'OM',
  'stub',
  '123456',
  'a longer text',
  'https://kith.invalid/',
]

/** Finds what a `$ref` of the document means. */
export const resolved = (document: Json, part: Json): Json =>
  typeof part?.$ref === 'string'
    ? resolved(
        document,
        part.$ref
          .slice(2)
          .split('/')
          .reduce((inner: Json, key: string) => inner[key], document),
      )
    : part

/** Mostly what the schema allows; now and then anything else. `known` are values that the server gave out. */
export function valueFor(document: Json, given: Json, known: readonly string[], depth = 0): fc.Arbitrary<Json> {
  return fc.oneof({ weight: 14, arbitrary: fitting(document, given, known, depth) }, { weight: 1, arbitrary: nasty })
}

function fitting(document: Json, given: Json, known: readonly string[], depth: number): fc.Arbitrary<Json> {
  const schema = resolved(document, given) ?? {}
  const inner = (one: Json) => valueFor(document, one, known, depth + 1)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one: Json) => fitting(document, one, known, depth)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (depth > 5) return fc.constant(null)
  switch (schema.type) {
    case 'string':
      return text(schema, known)
    case 'integer':
      return fc.integer({
        min: bound(schema.minimum ?? schema.exclusiveMinimum, -100),
        max: bound(schema.maximum, 10_000),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(inner(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(4, schema.maxItems ?? 4),
      })
    case 'object':
      return object(schema, inner)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const bound = (number: number | undefined, otherwise: number) =>
  number !== undefined && Math.abs(number) <= 2 ** 31 ? Math.ceil(number) : otherwise

function text(
  { pattern, format, maxLength = 40, minLength = 0 }: Json,
  known: readonly string[],
): fc.Arbitrary<string> {
  const fits = (value: string) => pattern === undefined || new RegExp(pattern, 'u').test(value)
  const ours = known.filter(
    (value) => fits(value) && value.length <= maxLength && (format !== 'uuid' || UUID.test(value)),
  )
  const made =
    FORMATS[format] ??
    (pattern === undefined ? words(minLength, maxLength) : fc.stringMatching(new RegExp(pattern, 'u')))
  return ours.length === 0
    ? made
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ours) }, { weight: 1, arbitrary: made })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const words = (least: number, most: number) =>
  fc.constantFrom(...WORDS).map((word) => word.padEnd(least, 'x').slice(0, Math.max(most, 1)))

function object(schema: Json, inner: (one: Json) => fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const properties = Object.entries<Json>(schema.properties ?? {})
  const named = fc.record(Object.fromEntries(properties.map(([name, one]) => [name, inner(one)])), {
    requiredKeys: (schema.required ?? []) as never[],
  })
  const free = typeof schema.additionalProperties === 'object' ? inner(schema.additionalProperties) : null
  const more = free
    ? fc.dictionary(fc.constantFrom('a', 'topic', 'sms', 'a\u0000'), free, { maxKeys: 3 })
    : fc.constant({})
  const unknown = fc.oneof(
    { weight: 20, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ notKnown: 1 }) },
  )
  return fc.tuple(named, more, unknown).map((parts) => Object.assign({}, ...parts))
}
