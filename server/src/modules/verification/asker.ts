import type { Context } from '../../kit/context.ts'
import { networkOf } from '../../kit/network.ts'
import { isAskedByVisitors, type Purpose } from './purposes.ts'

/** A server of the business calls for many people from one address: it has to watch their attempts itself. */
export const isServer = ({ caller }: Context) => caller.actor.startsWith('key:')

/** These need no handle: a server of the business, and the sign-in itself, which already requires another factor. */
export function knownAskerOf(ctx: Context, purpose: Purpose): Buffer | null {
  if (!isAskedByVisitors(purpose)) return digest(ctx, 'sign-in')
  return isServer(ctx) ? digest(ctx, 'server') : null
}

/** Each asker has its own limits: one of these two, or a network. */
export const askerOf = (ctx: Context, purpose: Purpose) =>
  knownAskerOf(ctx, purpose) ?? digest(ctx, `network ${networkOf(ctx.caller.origin.ip ?? '')}`)

const digest = (ctx: Context, asker: string) => ctx.keys.blindIndex('verification asker', asker)
