import { z } from 'zod'
import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import type { Endpoint } from './endpoint.ts'
import type { FieldProblem } from './field-problem.ts'
import { check, type UnfitField } from './invalid.ts'
import { Invalid, type Refusal } from './refusal.ts'
import { inTenant } from './transaction.ts'

/** Path, query and body of a call, unchecked, because a rule may need other fields. */
type Given = Readonly<Record<string, unknown>>
interface Place {
  readonly path: string
  readonly schema: z.core.$ZodType
  readonly sent: unknown
}

/** A rule for the values of a shape that needs more than the shape knows, such as the country of a phone. */
export interface FieldRule {
  readonly shape: z.ZodType
  readonly wrong: (ctx: Context, place: Place, given: Given) => Promise<readonly UnfitField[]>
}

export const fieldRule = <S extends z.ZodType>(
  shape: S,
  wrong: (ctx: Context, value: z.output<S>, given: Given) => Promise<FieldProblem | null>,
): FieldRule => ({
  shape,
  async wrong(ctx, { path, sent }, given) {
    const { success, data } = check(shape, sent)
    const code = success ? await wrong(ctx, data, given) : null
    return code === null ? [] : [{ path, code }]
  },
})

/** The valid fields of an object, and the names of the invalid ones. */
export interface Fields<S extends z.ZodObject> {
  readonly fit: Partial<z.output<S>>
  readonly unfit: readonly string[]
}

/** The same for the fields of an object together, such as those of an address. */
export const objectRule = <S extends z.ZodObject>(
  shape: S,
  wrong: (ctx: Context, fields: Fields<S>, given: Given) => Promise<readonly UnfitField[]>,
): FieldRule => ({
  shape,
  async wrong(ctx, { path, sent }, given) {
    const found = await wrong(ctx, fieldsOf(shape, sent), given)
    return found.map((one) => ({ ...one, path: below(path, one.path) }))
  },
})

/**
 * Reports all invalid fields of a body: operations stop at the first, and after an error of the contract they do not
 * run at all. Costs something only on errors.
 */
export async function withAllWrong(
  refused: Refusal,
  { db, caller, rules }: { db: Database; caller: Caller; rules: readonly FieldRule[] },
  { body }: Endpoint,
  given: Given,
): Promise<Refusal> {
  const named = Named.parse(refused.facts['errors'])
  const asked = [...placesIn(body, given)].flatMap((place) => {
    const rule = rules.find((one) => one.shape === place.schema)
    return rule ? [{ rule, place }] : []
  })
  if (asked.length === 0) return refused
  const ask = (ctx: Context) => Promise.all(asked.map(({ rule, place }) => rule.wrong(ctx, place, given)))
  const found = (await inTenant(db, caller, ask, { readOnly: true })).flat()
  return Invalid({ errors: [...named, ...found.filter(({ path }) => !named.some((one) => one.path === path))] })
}

/** Each sent value with its expected shape: the body, its fields, and the elements of its lists. */
function* placesIn(given: z.core.$ZodType, sent: unknown, path = ''): Generator<Place> {
  if (sent === undefined || sent === null) return
  const schema = innermost(given)
  yield { path, schema, sent }
  if (schema instanceof z.ZodObject) {
    for (const [field, inner] of Object.entries(schema.shape))
      yield* placesIn(inner, at(sent, field), below(path, field))
  }
  if (schema instanceof z.ZodArray && Array.isArray(sent)) {
    for (const [n, one] of sent.slice(0, MOST_ELEMENTS).entries())
      yield* placesIn(schema.element, one, below(path, `${n}`))
  }
}
const MOST_ELEMENTS = 50
const Named = z.array(z.looseObject({ path: z.string() })).default([])

function fieldsOf<S extends z.ZodObject>({ shape }: S, sent: unknown): Fields<S> {
  const read = Object.entries(shape).map(([field, schema]) => ({
    field,
    ...z.safeParse(schema, at(sent, field)),
  }))
  const fits = read.flatMap(({ field, data }) => (data === undefined ? [] : [[field, data]]))
  const fit: Partial<z.output<S>> = Object.fromEntries(fits)
  return {
    fit,
    unfit: read.flatMap(({ field, success }) => (success ? [] : [field])),
  }
}

const at = (sent: unknown, field: string): unknown => Object(sent)[field]
const below = (path: string, field: string) => [path, field].filter(Boolean).join('.')

/** The shape inside optional and nullable. */
function innermost(field: z.core.$ZodType): z.core.$ZodType {
  const inner = 'innerType' in field._zod.def ? field._zod.def.innerType : null
  return inner instanceof z.core.$ZodType ? innermost(inner) : field
}
