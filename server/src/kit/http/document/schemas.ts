import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

export type Json = Record<string, unknown>
const IN_DEFINITIONS = '#/$defs/'
const IN_DOCUMENT = '#/components/schemas/'

/** Turns the shapes of contracts into JSON Schema. One that has a name (`.meta({ id })`) is written once and referred to. */
export class Schemas {
  readonly #named = new Map<string, Json>()

  input = (schema: z.ZodType): Json => this.#write(schema, 'input')
  output = (schema: z.ZodType): Json => this.#write(schema, 'output')

  parameters(place: 'path' | 'query', fields: z.ZodObject): Json[] {
    const { properties = {}, required = [] }: { properties?: Record<string, Json>; required?: readonly string[] } =
      this.input(fields)
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: place,
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema,
    }))
  }

  named = (): Json => Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)))

  #write(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema,
      $defs = {},
      '~standard': _,
      ...written
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => withoutNoise(jsonSchema),
    })
    for (const [name, { id, ...definition }] of Object.entries($defs)) {
      if (isAnonymous(name)) continue
      const settled = settle(definition)
      const before = this.#named.get(name)
      if (before && !isDeepStrictEqual(before, settled)) throw new Error(`Two shapes are called ${name}`)
      this.#named.set(name, settled)
    }
    return settle(written)
  }
}

/** Free values are the only shapes without a name that contain themselves: any JSON. */
const isAnonymous = (name: string) => name.startsWith('__')

function settle(schema: Json): Json {
  const text = JSON.stringify(schema, (_key, value) => {
    if (!value?.$ref?.startsWith(IN_DEFINITIONS)) return value
    const name = value.$ref.slice(IN_DEFINITIONS.length)
    return isAnonymous(name) ? {} : { ...value, $ref: IN_DOCUMENT + name }
  })
  return JSON.parse(text)
}

/** What every reader knows: whole numbers that fit, and of a date or time the pattern beside its format. Examples are shown in whole bodies. */
function withoutNoise(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.format !== undefined) delete schema.pattern
  delete schema['example']
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}
