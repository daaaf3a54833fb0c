import type { Context } from '../../kit/context.ts'
import type { Subscriber } from '../../kit/module.ts'
import { hearAgain } from './subscribers.ts'

interface Wanted {
  readonly since: Date
  readonly types?: readonly string[]
}

/** Lets a subscriber hear again everything since a time, or the events of these types, unless something would come of it twice. */
export async function rewind(ctx: Context, subscriber: Subscriber, wanted: Wanted): Promise<void> {
  const { name } = subscriber
  const why = whyNotAgain(subscriber)
  if (why !== null) throw new Error(`${name} is not set back: ${why}`)
  await hearAgain(ctx, name, wanted)
  const { since, types = null } = wanted
  const after = { subscriber: name, since: since.toISOString(), types }
  ctx.audit({ action: 'subscriber.rewound', customer: null, fields: ['since'], after })
}

/** Null for one that may hear everything again. */
export const whyNotAgain = ({ again }: Subscriber): string | null =>
  again === 'nothing more' ? null : `${again.twice} a second time`
