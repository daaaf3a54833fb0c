import type { z } from 'zod'
import type { Caller } from './caller.ts'
import { type Context, type Database, inTenant } from './context.ts'
import type { Endpoint } from './endpoint.ts'
import { check } from './invalid.ts'
import { Invalid, type Refusal } from './refusal.ts'
import type { Said } from './sentences.ts'

/** All that came with a call, unchecked: a rule may look at what stands beside its field. */
type Given = Readonly<Record<string, unknown>>

/** A rule of every field of a shape that needs more than the shape knows, such as the country of a phone. */
export interface FieldRule<S extends z.ZodType = z.ZodType> {
  readonly shape: S
  readonly wrong: (ctx: Context, value: z.output<S>, given: Given) => Promise<Said | null>
}
export const fieldRule = <S extends z.ZodType>(shape: S, wrong: FieldRule<S>['wrong']) =>
  ({ shape, wrong }) as unknown as FieldRule

/**
 * A refused body names all its wrong fields: operations stop at the first, and after what the contract refuses they do not
 * run at all. Costs something only when there is something to refuse.
 */
export async function withAllWrong(
  refused: Refusal,
  { db, caller, rules }: { db: Database; caller: Caller; rules: readonly FieldRule[] },
  { body: { shape } }: Endpoint,
  given: Given,
): Promise<Refusal> {
  const named = (refused.facts['errors'] as readonly { path: string }[] | undefined) ?? []
  const asked = Object.entries(shape).flatMap(([path, field]) => {
    const rule = rules.find((one) => one.shape === innermost(field))
    const read = rule && !named.some((one) => one.path === path) ? check(field, given[path]) : undefined
    return rule && read?.success && read.data != null ? [{ path, wrong: rule.wrong, value: read.data }] : []
  })
  if (asked.length === 0) return refused
  const found = await inTenant(
    db,
    caller,
    async (ctx) => {
      const codes: { path: string; code: Said }[] = []
      for (const { path, wrong, value } of asked) {
        const code = await wrong(ctx, value, given)
        if (code !== null) codes.push({ path, code })
      }
      return codes
    },
    { readOnly: true },
  )
  return Invalid({ errors: [...named, ...found] })
}

/** Below what makes a field optional or lets it be empty. */
function innermost(field: z.core.$ZodType): z.core.$ZodType {
  const { innerType } = field._zod.def as { innerType?: z.core.$ZodType }
  return innerType ? innermost(innerType) : field
}
