import type { Scope } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Output } from '../../../kit/endpoint.ts'
import { countOpenHandOvers, countSilentTills } from '../../accounts/index.ts'
import { openDuplicates } from '../../duplicates/index.ts'
import { countParked } from '../../incoming/index.ts'
import { countFailedJobs } from '../../jobs/index.ts'
import { countDeadlines } from '../../privacy/index.ts'
import { countTroubledWebhooks } from '../../webhooks/index.ts'
import type * as api from '../contract.ts'

type Task = Output<typeof api.todo>['items'][number]

/** In the order in which it should be done, each with the permission of those who do it. */
const WORK: readonly (readonly [needs: Scope, count: (ctx: Context) => Promise<readonly Task[]>])[] = [
  ['privacy:read', countDeadlines],
  ['duplicates:read', async (ctx) => [{ what: 'duplicates', count: await openDuplicates(ctx) }]],
  ['customers:merge', async (ctx) => [{ what: 'handOvers', count: await countOpenHandOvers(ctx) }]],
  ['events:manage', async (ctx) => [{ what: 'parked', count: await countParked(ctx) }]],
  ['jobs:run', async (ctx) => [{ what: 'jobs', count: await countFailedJobs(ctx) }]],
  ['webhooks:read', async (ctx) => [{ what: 'webhooks', count: await countTroubledWebhooks(ctx) }]],
  ['tills:manage', async (ctx) => [{ what: 'tills', count: await countSilentTills(ctx) }]],
]

/** What needs doing, as far as the caller may do something about it. */
export async function readTodo(ctx: Context): Promise<Output<typeof api.todo>> {
  const items: Task[] = []
  for (const [needs, count] of WORK) {
    if (ctx.caller.may.has(needs)) items.push(...(await count(ctx)))
  }
  return { items: items.filter(({ count }) => count > 0) }
}
