import type { Context } from '../../../kit/context.ts'
import type { Draft } from '../columns/draft.ts'
import { MATCHES, type MatchBy } from '../columns/targets.ts'

/** A value by which a row names a person. */
export interface Key {
  readonly by: MatchBy
  readonly value: string
  readonly digest: Buffer
}

export const digestOf = (ctx: Context, by: MatchBy, value: string): Buffer => ctx.keys.blindIndex(`import ${by}`, value)

/** An id means something only with the system that it is from. */
export const externalValue = (system: string, id: string) => `${system} ${id}`

export function keysOf(ctx: Context, { fields, number, externalId }: Draft, system: string): Key[] {
  const values: Record<MatchBy, string | null> = {
    externalId: externalId === null ? null : externalValue(system, externalId),
    number: number === null ? null : String(number),
    phone: fields.phone ?? null,
    email: fields.email ?? null,
  }
  return MATCHES.flatMap((by) => {
    const value = values[by]
    return value === null ? [] : [{ by, value, digest: digestOf(ctx, by, value) }]
  })
}
