import { z } from 'zod'
import type { Endpoint } from '../../endpoint.ts'
import type { Json } from './schemas.ts'

/** What is understood without an example of its own. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47',
  date: '2025-01-15',
  'date-time': '2025-01-15T09:30:00Z',
  uri: 'https://shop.example/',
}

/** A body that the operation takes: its own example, or one put together from those of its fields. */
export function exampleOf({ body, example, method, path }: Endpoint): unknown {
  if (example !== undefined) return example
  const { $defs = {}, ...schema } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })
  return new Composer(Object.entries($defs), `${method} ${path}`).of(schema, '')
}

class Composer {
  readonly #named: ReadonlyMap<string, Json>
  readonly #operation: string

  constructor(named: readonly [string, Json][], operation: string) {
    this.#named = new Map(named)
    this.#operation = operation
  }

  of(given: Json, field: string): unknown {
    const schema = this.#resolved(given)
    const first = schema['example'] ?? [schema['enum']].flat()[0]
    if (first !== undefined) return first
    if (schema['const'] !== undefined) return schema['const']
    const [choice] = choices(schema)
    if (choice) return this.of(choice, field)
    switch ([schema['type']].flat()[0]) {
      case 'object':
        return this.#object(schema)
      case 'array':
        return isJson(schema['items']) ? [this.of(schema['items'], field)] : []
      case 'integer':
      case 'number':
        return schema['minimum'] ?? 1
      case 'boolean':
        return true
      default:
        return this.#text(schema, field)
    }
  }

  /** What is needed, and what says itself how it looks. */
  #object({ properties = {}, required = [] }: { properties?: Record<string, Json>; required?: string[] }) {
    const shown = Object.entries(properties).filter(([name, schema]) => required.includes(name) || this.#says(schema))
    return Object.fromEntries(shown.map(([name, schema]) => [name, this.of(schema, name)]))
  }

  #text({ format }: { format?: string }, field: string): string {
    const known = BY_FORMAT[format ?? '']
    if (known === undefined) throw new Error(`${this.#operation}: there is no example of ${field}`)
    return known
  }

  #says(given: Json): boolean {
    const schema = this.#resolved(given)
    if (schema['example'] !== undefined) return !isSecret(schema)
    const inner = [schema['items'], ...choices(schema), ...Object.values(schema['properties'] ?? {})]
    return inner.some((one) => isJson(one) && this.#says(one))
  }

  #resolved(schema: Json): Json {
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1)! : undefined
    return name === undefined ? schema : this.#named.get(name)!
  }
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
/** One of several ways to prove something, or not needed at all: said only where it is needed. */
const isSecret = ({ format }: Json) => format === 'password'
const choices = ({ anyOf, oneOf }: { anyOf?: Json[]; oneOf?: Json[] }) => anyOf ?? oneOf ?? []
