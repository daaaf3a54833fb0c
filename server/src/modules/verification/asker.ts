import type { Context } from '../../kit/context.ts'
import { networkOf } from '../../kit/network.ts'
import { isAskedByVisitors, type Purpose } from './purposes.ts'

/** The business's own server, which speaks for many people from one address: their tries are its to watch. */
export const isServer = ({ caller }: Context) => caller.actor.startsWith('key:')

/** Of these the code needs no handle: a server of the business, and the sign-in itself, where another proof stands before it. */
export function knownAskerOf(ctx: Context, purpose: Purpose): Buffer | null {
  if (!isAskedByVisitors(purpose)) return digest(ctx, 'sign-in')
  return isServer(ctx) ? digest(ctx, 'server') : null
}

/** What one asker asks for and uses up is no other's: these two, or a network. */
export const askerOf = (ctx: Context, purpose: Purpose) =>
  knownAskerOf(ctx, purpose) ?? digest(ctx, `network ${networkOf(ctx.caller.origin.ip ?? '')}`)

const digest = (ctx: Context, asker: string) => ctx.keys.blindIndex('verification asker', asker)
