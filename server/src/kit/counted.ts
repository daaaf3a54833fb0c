import type { Caller } from './caller.ts'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import type { Entrance } from './endpoint.ts'
import { until } from './growth.ts'
import { Refusal } from './refusal.ts'
import { tables } from './tables.ts'
import { inOneWrite } from './transaction.ts'

/** Kinds of attempts; `lock_out` is a limit that was reached. */
export const WAYS = [
  'registration',
  'password',
  'phone',
  'email',
  'oidc',
  'passkey',
  'pin',
  'second_factor',
  'step_up',
  'code',
  'lock_out',
] as const
export type Way = (typeof WAYS)[number]

const KEPT_DAYS = 90
const QUARTER_MS = 15 * 60_000

export const sql = tables({
  refused_tries: { tenant_id: 'id', at: 'fact', way: 'fact', reason: 'fact', tries: 'fact' },
}).grows({
  refused_tries: { since: 'at', bound: until('tidy-sign-ins', '90 days') },
})

/** Counts the result of an attempt: as a metric, and failures also for the business. Without personal data. */
export async function tried<Out>(
  way: Way,
  { db, caller }: Pick<Entrance, 'db' | 'caller'>,
  work: () => Promise<Out>,
): Promise<Out> {
  try {
    const done = await work()
    db.metrics.tried(way, 'done')
    return done
  } catch (error) {
    if (error instanceof Refusal) await countRefusal(db, caller, way, error.kind.code)
    throw error
  }
}

/** The same for an operation of a route. */
export const counted =
  <In, Out>(way: Way, work: (entrance: Entrance, input: In) => Promise<Out>) =>
  (entrance: Entrance, input: In): Promise<Out> =>
    tried(way, entrance, () => work(entrance, input))

/** In a transaction of its own: that of the work was rolled back, or never began. */
export async function countRefusal(db: Database, caller: Caller, way: Way, reason: string): Promise<void> {
  db.metrics.tried(way, reason)
  await inOneWrite(db, caller, async (ctx) => {
    const at = new Date(Math.floor(ctx.now.getTime() / QUARTER_MS) * QUARTER_MS)
    await sql(ctx)
      .insertInto('refused_tries')
      .values({ tenant_id: ctx.tenant, at, way, reason, tries: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'at', 'way', 'reason'])
          .doUpdateSet((q) => ({ tries: q('refused_tries.tries', '+', 1) })),
      )
      .execute()
  })
}

export async function forgetOldCounts(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('refused_tries')
    .where('tenant_id', '=', ctx.tenant)
    .where('at', '<', new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000))
    .execute()
}
