import type { Context } from '../../../kit/context.ts'
import { claimSource as claim, ofLogins } from '../../tenants/index.ts'
import { SourceForKeys, SourceTaken } from '../refusals.ts'

/** Where the orders of those come from who name no system. */
const OWN_SOURCES = { login: 'web', visitor: 'web', recorder: 'till' } as const
const RESERVED: readonly string[] = Object.values(OWN_SOURCES)

const isKey = (actor: string) => actor.startsWith('key:')

/** The system that an order comes from, which belongs to the first API key that named it. */
export async function sourceOf(ctx: Context, by: keyof typeof OWN_SOURCES, named: string | undefined): Promise<string> {
  const { actor } = ctx.caller
  if (named === undefined) return isKey(actor) && by === 'recorder' ? actor : OWN_SOURCES[by]
  if (by !== 'recorder' || !isKey(actor)) throw SourceForKeys()
  return claimSource(ctx, named)
}

/** The sources that this transaction has found to be the caller’s. */
const ownedBy = new WeakMap<Context, Set<string>>()

/** Other API keys cannot use up its ids. */
export async function claimSource(ctx: Context, source: string): Promise<string> {
  const owned = ownedBy.get(ctx) ?? new Set()
  ownedBy.set(ctx, owned)
  if (owned.has(source)) return source
  const isReserved = RESERVED.includes(source) || source.startsWith(ofLogins(''))
  if (isReserved || (isKey(source) && source !== ctx.caller.actor) || !(await claim(ctx, source))) throw SourceTaken()
  owned.add(source)
  return source
}
