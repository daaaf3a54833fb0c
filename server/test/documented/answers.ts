import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { modules } from '../../src/modules.ts'
import { type Json, resolved } from '../fuzz/values.ts'

/** What a server answered to one request. */
export interface Answered {
  readonly method: string
  /** As it was asked for, query and all. */
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: () => string
}

/** The published document, not what the code would write by now. */
export const published: Json = JSON.parse(readFileSync(path.resolve('openapi.json'), 'utf8'))
const DOCUMENT = 'kith'
const ajv = new Ajv2020({ strict: false, validateSchema: false })
formats.default(ajv)
ajv.addSchema(published, DOCUMENT)

interface Operation {
  readonly name: string
  readonly segments: readonly string[]
  readonly responses: Json
  readonly pointer: string
}

const isParameter = (segment: string) => segment.startsWith(':')
const operations = new Map<string, Operation[]>()
const keyOf = (method: string, segments: readonly string[]) => `${method.toLowerCase()} ${segments.length}`
for (const { endpoint } of modules.flatMap(({ routes }) => routes)) {
  const address = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
  const { operationId, responses } = published.paths[address]?.[endpoint.method] ?? {}
  if (operationId === undefined) continue
  const pointer = `/paths/${address.replaceAll('/', '~1')}/${endpoint.method}/responses`
  for (const { method, path: asked } of [endpoint, ...(endpoint.aliases ?? [])]) {
    const segments = asked.split('/')
    const key = keyOf(method, segments)
    const places = [...(operations.get(key) ?? []), { name: operationId, segments, responses, pointer }]
    // What is written out comes before what is any value, as the router has it.
    const rank = ({ segments: parts }: Operation) => parts.map((part) => (isParameter(part) ? '1' : '0')).join('')
    operations.set(
      key,
      places.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)),
    )
  }
}

/** The operation that is asked for; undefined for pages, health, and what is nowhere. */
export function operationAt(method: string, url: string): Operation | undefined {
  const segments = (url.split('?')[0] ?? '').split('/')
  const fits = (one: Operation) =>
    one.segments.every((part, index) => part === segments[index] || (isParameter(part) && segments[index] !== ''))
  return operations.get(keyOf(method === 'HEAD' ? 'get' : method, segments))?.find(fits)
}

const checks = new Map<string, ValidateFunction>()
function check(pointer: string): ValidateFunction {
  const known = checks.get(pointer)
  if (known) return known
  const compiled = ajv.compile({ $ref: `${DOCUMENT}#${pointer}` })
  checks.set(pointer, compiled)
  return compiled
}

/** How this answer differs from the document; null when it does not. */
export function complaintOf(answered: Answered): string | null {
  const operation = operationAt(answered.method, answered.url)
  if (!operation) return null
  const wrong = differenceOf(operation, answered)
  return wrong && `${operation.name} answered ${answered.status}: ${wrong}`
}

function differenceOf({ responses, pointer }: Operation, { method, status, headers, text }: Answered): string | null {
  const given = responses[status]
  if (given === undefined) return `the document does not know this status: ${text().slice(0, 300)}`
  const response = resolved(published, given)
  const at = given.$ref === undefined ? `${pointer}/${status}` : given.$ref.slice(1)
  for (const [name, header] of Object.entries<Json>(response.headers ?? {})) {
    const { required, schema } = resolved(published, header)
    const value = headers[name.toLowerCase()]
    if (value === undefined && required) return `without ${name}`
    if (value !== undefined && !ajv.validate(schema, String(value))) return `${name} is ${value}`
  }
  const type = String(headers['content-type'] ?? '').split(';')[0]!
  if (response.content === undefined && type === '') return null
  if (response.content?.[type] === undefined) return `it is ${type || 'of no type'}`
  if (method === 'HEAD' || !/^application\/(problem\+)?json$/.test(type)) return null
  const validate = check(`${at}/content/${type.replaceAll('/', '~1')}/schema`)
  return validate(JSON.parse(text())) ? null : `${ajv.errorsText(validate.errors)}: ${JSON.stringify(validate.errors)}`
}
