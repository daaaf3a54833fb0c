import fc from 'fast-check'
import { type Json, nastyText, resolved, valueFor } from './values.ts'

export interface Operation {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Json[]
  readonly body: Json | null
  readonly form: boolean
  readonly responses: Json
}

export interface Wish {
  readonly operation: Operation
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Values of the URL and of no other place. */
  readonly address: readonly string[]
}

export const operationsOf = (document: Json): Operation[] =>
  Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const content = resolved(document, requestBody)?.content ?? {}
      const type = Object.keys(content)[0]
      const form = type === 'application/x-www-form-urlencoded'
      const body = type === undefined ? null : content[type].schema
      const taken = parameters.map((one: Json) => resolved(document, one))
      return { method: method.toUpperCase(), path, parameters: taken, body, form, responses }
    }),
  )

/** Unescaped, so that the URL arrives as it was meant. */
const BROKEN_PARTS = [
  '%00',
  '%FF',
  'Salim%FF',
  '%zz',
  'Salim%',
  '..%2f..%2fetc',
  '%ED%A0%80',
  '%C0%80',
  `Salim${'x'.repeat(700)}`,
  '%2e%2e',
  ';a=b',
  '',
]
const BROKEN_BODIES = [
  '{"type":',
  '[]',
  'null',
  '"text"',
  '1e999',
  '{"__proto__":{"x":1}}',
  '{"a":1,"a":2}',
  '\u0000',
  '{"a":"\\ud800"}',
  '[[[[[[[[[[[[]]]]]]]]]]]]',
]
const ODD_HEADERS: readonly Record<string, string>[] = [
  { 'idempotency-key': 'k-1' },
  { 'idempotency-key': 'x'.repeat(300) },
  { 'if-match': '"1"' },
  { 'if-match': 'rubbish' },
  { 'accept-language': 'ar' },
  { 'accept-language': `${'x,'.repeat(500)};q=9` },
  { cookie: 'kith_access=%00; kith_refresh=%FF' },
  { origin: 'https://elsewhere.invalid' },
  { origin: 'null' },
  { 'x-kith-tenant': '\u00ff' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'x-request-id': 'salim@kith.invalid' },
  { accept: 'text/html' },
]

const now = <T>(weight: number, often: fc.Arbitrary<T>, rarely: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: often }, { weight: 1, arbitrary: rarely })

/** One request to this operation: as its contract has it, or almost. */
export function wishOf(document: Json, operation: Operation, known: readonly string[]): fc.Arbitrary<Wish> {
  const { path, parameters, form } = operation
  // Words of the document itself are not the caller's.
  const said = JSON.stringify(operation)
  const of = (where: string) => parameters.filter((one) => one.in === where)
  const asText = (schema: Json) => now(12, valueFor(document, schema, known).map(written), nastyText)
  const places = fc.record(
    Object.fromEntries(
      of('path').map(({ name, schema }) => [
        name,
        now(8, asText(schema).map(encoded), fc.constantFrom(...BROKEN_PARTS)),
      ]),
    ),
  )
  const query = fc.record(Object.fromEntries(of('query').map(({ name, schema }) => [name, asText(schema)])), {
    requiredKeys: of('query')
      .filter(({ required }) => required)
      .map(({ name }) => name) as never[],
  })
  const body =
    operation.body === null
      ? fc.constant(undefined)
      : now(
          10,
          valueFor(document, operation.body, known).map((value) => (form ? asForm(value) : JSON.stringify(value))),
          fc.constantFrom(...BROKEN_BODIES),
        )
  const odd = now(6, fc.constant({}), fc.constantFrom(...ODD_HEADERS))
  return fc.tuple(places, query, body, odd).map(([inPath, inQuery, sent, more]) => {
    const pairs = Object.entries(inQuery as Record<string, string>).map(([name, value]) => `${name}=${encoded(value)}`)
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => (inPath as Record<string, string>)[name]!)
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
    return {
      operation,
      path: pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled,
      headers: {
        ...(sent !== undefined && { 'content-type': type, 'content-length': String(Buffer.byteLength(sent)) }),
        ...more,
      },
      body: sent,
      address: [...Object.values(inPath as object), ...Object.values(inQuery)].filter(
        (value) => value.length >= 8 && !said.includes(value),
      ),
    }
  })
}

const written = (value: Json) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const encoded = (value: string) => (value.isWellFormed() ? encodeURIComponent(value) : '%ED%A0%80')
const asForm = (value: Json) =>
  Object.entries(Object(value))
    .map(([name, inner]) => `${encoded(name)}=${encoded(written(inner))}`)
    .join('&')
