import type { Attribute, Context } from '../../../kit/context.ts'
import { attributeNamed } from '../rules/members.ts'
import { tokenOf } from '../rules/program.ts'

type Keeping = Extract<Attribute, { readonly keep: unknown } | { readonly members: unknown }>

export const isKept = (attribute: Attribute): attribute is Keeping => 'keep' in attribute || 'members' in attribute

/** What is kept of a customer instead of what is sealed. */
export interface KeptOfOne {
  readonly kept: Readonly<Record<string, string | number | readonly string[]>>
  readonly tokens: readonly string[]
  readonly keptUntil: Date | null
}

const NOTHING_KEPT: KeptOfOne = { kept: {}, tokens: [], keptUntil: null }

/** Derives it anew for these customers, from what each module knows. */
export async function deriveKept(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, KeptOfOne>> {
  const found = new Map<string, KeptOfOne>(ids.map((id) => [id, NOTHING_KEPT]))
  const note = (id: string, attribute: Attribute, value: Value, changesAt: Date | null) => {
    const before = found.get(id)
    if (before) found.set(id, withValue(ctx, before, attribute, value, changesAt))
  }
  const derived = ctx.attributes.filter(isKept).map(async (attribute) => {
    if ('keep' in attribute) {
      const kept = await attribute.keep(ctx, ids)
      return () => {
        for (const [id, { value, changesAt = null }] of kept) note(id, attribute, value, changesAt)
      }
    }
    const each = [...((await attribute.keepEach?.(ctx, ids)) ?? [])]
    const values = each.flatMap(([id, members]) => Object.entries(members).map((one) => [id, ...one] as const))
    return () => {
      for (const [id, name, value] of values) {
        const member = attributeNamed(ctx.attributes, name)
        if (member) note(id, member, value, null)
      }
    }
  })
  // In the order of the attributes, so that the same values are kept in the same way.
  for (const write of await Promise.all(derived)) write()
  return found
}

type Value = string | number | readonly string[] | null

function withValue(
  ctx: Context,
  { kept, tokens, keptUntil }: KeptOfOne,
  attribute: Attribute,
  value: Value,
  changesAt: Date | null,
): KeptOfOne {
  const times = [keptUntil, changesAt].filter((at) => at !== null)
  const until = times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())))
  if (attribute.type !== 'token' && attribute.type !== 'word_token') {
    return { kept: value === null ? kept : { ...kept, [attribute.key]: value }, tokens, keptUntil: until }
  }
  const words = value === null ? [] : [value].flat().map(String)
  return {
    kept,
    tokens: [...tokens, ...words.map((word) => tokenOf(ctx.keys, attribute.key, word))],
    keptUntil: until,
  }
}
