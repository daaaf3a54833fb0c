import type { Attribute, Context } from '../../../kit/context.ts'
import { tokenOf } from '../rules/program.ts'

type Keeping = Extract<Attribute, { readonly type: 'kept_word' | 'kept_words' | 'token' }>

export const isKept = (attribute: Attribute): attribute is Keeping =>
  attribute.type === 'kept_word' || attribute.type === 'kept_words' || attribute.type === 'token'

/** What is kept of a customer instead of what is sealed. */
export interface KeptOfOne {
  readonly kept: Readonly<Record<string, string | readonly string[]>>
  readonly tokens: readonly string[]
  readonly keptUntil: Date | null
}

const NOTHING_KEPT: KeptOfOne = { kept: {}, tokens: [], keptUntil: null }

/** Derives it anew for these customers, from what each module knows. */
export async function deriveKept(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, KeptOfOne>> {
  const found = new Map<string, KeptOfOne>(ids.map((id) => [id, NOTHING_KEPT]))
  const attributes = ctx.attributes.filter(isKept)
  const derived = await Promise.all(attributes.map((attribute) => attribute.keep(ctx, ids)))
  for (const [index, attribute] of attributes.entries()) {
    for (const [id, { value, changesAt = null }] of derived[index]!) {
      const before = found.get(id)
      if (before) found.set(id, withValue(ctx, before, attribute, value, changesAt))
    }
  }
  return found
}

function withValue(
  ctx: Context,
  { kept, tokens, keptUntil }: KeptOfOne,
  attribute: Keeping,
  value: string | readonly string[] | null,
  changesAt: Date | null,
): KeptOfOne {
  const times = [keptUntil, changesAt].filter((at) => at !== null)
  const until = times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())))
  if (attribute.type !== 'token') {
    return { kept: value === null ? kept : { ...kept, [attribute.key]: value }, tokens, keptUntil: until }
  }
  const words = value === null ? [] : [value].flat()
  return {
    kept,
    tokens: [...tokens, ...words.map((word) => tokenOf(ctx.keys, attribute.key, word))],
    keptUntil: until,
  }
}
