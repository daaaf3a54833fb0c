import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  type GraphQLFieldConfig,
  GraphQLFloat,
  GraphQLID,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLString,
  valueFromASTUntyped,
} from 'graphql'
import { z } from 'zod'
import { isTooDeep } from '../../kit/depth.ts'
import type { Together } from './together.ts'

/** What of a JSON schema decides the type. */
interface Json {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Json>>
  readonly id?: string
  readonly type?: string | readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly items?: Json
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
}
type Defs = Readonly<Record<string, Json>>

const jsonOf = (schema: z.core.$ZodType, io: 'input' | 'output') =>
  // zod's own type also has schemas that are true or false, which it never writes.
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
const NAME = /^(?!__|(?:true|false|null)$)[_A-Za-z]\w*$/

/** Nested no deeper than a body of REST. */
function notTooDeep(value: unknown): unknown {
  if (isTooDeep(value)) throw new GraphQLError('This value is nested too deeply')
  return value
}

/** A shape without fixed fields. */
const AnyJson = new GraphQLScalarType({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: notTooDeep,
  parseLiteral: (node, variables) => notTooDeep(valueFromASTUntyped(node, variables)),
})

/** The one type that can be found by its id. */
export const NODE = 'Customer'
export const Node = new GraphQLInterfaceType({
  name: 'Node',
  fields: { id: { type: new GraphQLNonNull(GraphQLID) } },
  resolveType: () => NODE,
})

export type Fields = Record<string, GraphQLFieldConfig<unknown, Together>>

/** GraphQL types out of the shapes of contracts. A shape with a name is one type; `more` adds fields to it. */
export class Types {
  readonly #made = new Map<string, GraphQLNullableType>()
  readonly #more: (type: string) => Fields

  constructor(more: (type: string) => Fields) {
    this.#more = more
  }

  output(schema: z.core.$ZodType, name: string): GraphQLOutputType & GraphQLNullableType {
    const shape = jsonOf(schema, 'output')
    // `output` makes no type that only goes in.
    return this.#of(shape, name, '', shape.$defs ?? {}, 'output') as GraphQLOutputType & GraphQLNullableType
  }

  /** The fields of a shape that has no type of its own. */
  fields(schema: z.ZodObject, name: string): Fields {
    const shape = jsonOf(schema, 'output')
    return this.#outputFields(shape, name, shape.$defs ?? {})
  }

  /** A type that no contract has. */
  object(name: string, fields: () => Fields): GraphQLObjectType {
    return this.#once(name, () => new GraphQLObjectType({ name, fields }))
  }

  /** The arguments of an operation: path, query and body in one. */
  inputs(schema: z.ZodObject, name: string): Record<string, GraphQLInputFieldConfig> {
    const given = jsonOf(schema, 'input')
    const defs = given.$defs ?? {}
    // A body with a name of its own is a reference to it.
    return this.#inputFields(resolved(given, defs).shape, name, defs)
  }

  #of(given: Json, name: string, field: string, defs: Defs, io: 'output' | 'input'): GraphQLNullableType {
    const { shape, id } = resolved(given, defs)
    const options = optionsOf(shape).filter(({ type }) => type !== 'null')
    if (options.length === 1) return this.#of(options[0]!, name, field, defs, io)
    if (shape.enum?.every(isName)) return this.#enum(name, shape.enum)
    switch ([shape.type].flat().find((type) => type !== 'null')) {
      case 'boolean':
        return GraphQLBoolean
      case 'integer':
        return isInt(shape) ? GraphQLInt : GraphQLFloat
      case 'number':
        return GraphQLFloat
      case 'string':
        return field === 'id' ? GraphQLID : GraphQLString
      case 'array': {
        const item = this.#of(shape.items ?? {}, name, '', defs, io)
        return new GraphQLList(new GraphQLNonNull(item))
      }
      case 'object':
        return this.#object(shape, id ?? name, defs, io)
      default:
        return AnyJson
    }
  }

  #object(shape: Json, plain: string, defs: Defs, io: 'output' | 'input') {
    const properties = Object.keys(shape.properties ?? {})
    if (properties.length === 0 || !properties.every((name) => NAME.test(name))) return AnyJson
    const name = io === 'output' ? plain : `${plain}Input`
    return this.#once(name, () =>
      io === 'output'
        ? new GraphQLObjectType({
            name,
            interfaces: name === NODE ? [Node] : [],
            fields: () => ({ ...this.#more(name), ...this.#outputFields(shape, name, defs) }),
          })
        : new GraphQLInputObjectType({ name, fields: () => this.#inputFields(shape, name, defs) }),
    )
  }

  #outputFields(shape: Json, name: string, defs: Defs): Fields {
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([field, property]) => {
        const type = this.#of(property, name + capital(field), field, defs, 'output')
        const isThere = shape.required?.includes(field) && !mayBeNull(property)
        return [
          field,
          {
            // `output` makes no type that only goes in.
            type: (isThere ? new GraphQLNonNull(type) : type) as GraphQLOutputType,
            description: property.description ?? null,
            // `items` are counted with the operation that reads them.
            extensions:
              type instanceof GraphQLList && field !== 'items'
                ? { isWhole: true, most: resolved(property, defs).shape.maxItems }
                : {},
          },
        ]
      }),
    )
  }

  #inputFields(shape: Json, name: string, defs: Defs): Record<string, GraphQLInputFieldConfig> {
    return Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([field, property]) => {
        const type = this.#of(property, name + capital(field), field, defs, 'input')
        const isNeeded = shape.required?.includes(field) && !mayBeNull(property)
        return [
          field,
          {
            // `input` makes no type that only comes out.
            type: (isNeeded ? new GraphQLNonNull(type) : type) as GraphQLInputType,
            description: property.description ?? null,
          },
        ]
      }),
    )
  }

  #enum(name: string, values: readonly string[]) {
    const called = `${name}Value`
    return this.#once(`${called} ${values.join()}`, () => {
      const others = [...this.#made.keys()].filter((key) => key.startsWith(`${called} `)).length
      return new GraphQLEnumType({
        name: others === 0 ? called : `${called}${others + 1}`,
        values: Object.fromEntries(values.map((value) => [value, {}])),
      })
    })
  }

  #once<Made extends GraphQLNullableType>(name: string, make: () => Made): Made {
    const known = this.#made.get(name) as Made | undefined // Made by the same call under this name.
    if (known) return known
    const made = make()
    this.#made.set(name, made)
    return made
  }
}

export const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)

function resolved(given: Json, defs: Defs): { shape: Json; id: string | undefined } {
  const ref = given.$ref?.split('/').at(-1)
  const shape = ref === undefined ? given : (defs[ref] ?? {})
  const id = shape.id ?? ref
  return { shape, id: id !== undefined && NAME.test(id) && !id.startsWith('__') ? id : undefined }
}

/** An `Int` has 32 bits; amounts and numbers may have more. */
const isInt = ({ minimum = -Infinity, maximum = Infinity }: Json) => minimum >= -(2 ** 31) && maximum < 2 ** 31
const optionsOf = ({ anyOf, oneOf }: Json) => anyOf ?? oneOf ?? []
const isName = (value: unknown): value is string => typeof value === 'string' && NAME.test(value)
const mayBeNull = (shape: Json) =>
  [shape.type].flat().includes('null') || optionsOf(shape).some(({ type }) => type === 'null')
