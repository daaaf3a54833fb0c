import { z } from 'zod'

const FORMAT = 'password'

/** A text that opens something, in an answer. No Idempotency-Key keeps an answer that shows one. */
export const Secret = z.string().meta({ format: FORMAT })

const known = new WeakMap<z.ZodType, boolean>()

export function showsSecret(answer: z.ZodType): boolean {
  const before = known.get(answer)
  if (before !== undefined) return before
  const schema = z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' })
  const shows = JSON.stringify(schema).includes(`"format":"${FORMAT}"`)
  known.set(answer, shows)
  return shows
}
