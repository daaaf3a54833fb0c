import { itself } from '../kit/caller.ts'
import type { Context } from '../kit/context.ts'
import type { Database } from '../kit/database.ts'
import { inTenant } from '../kit/transaction.ts'
import { CustomerId, NewCustomer } from '../modules/customers/contract.ts'
import { createCustomers } from '../modules/customers/index.ts'
import { applyFlairs } from '../modules/membership/index.ts'
import { recordPastOrders } from '../modules/orders/index.ts'
import { createTenant, listTenants } from '../modules/tenants/index.ts'
import { furnish } from '../starters/starters.ts'
import { decideDemoConsents } from './consents.ts'
import { diceOf } from './dice.ts'
import { demoOrders } from './orders.ts'
import { DEMO_PEOPLE, demoPerson } from './people.ts'
import { offerPlans, takePlans } from './plans.ts'
import { addOwnFields, decideDemoSegments, ownFieldsOf } from './segments.ts'
import { reviewDemoTiers } from './tiers.ts'
import { giveWishes } from './wishes.ts'

export const DEMO_SLUG = 'marhaba'
const DEMO_PEOPLE_AT_FIRST = 1_000
const BATCH = 250
const AT_ONCE = 4

/** The demo tenant with its first people. */
export async function ensureDemo(db: Database): Promise<{ apiKey: string; tenant: string } | null> {
  return (await listTenants(db)).length > 0 ? null : makeDemo(db, DEMO_SLUG, DEMO_PEOPLE_AT_FIRST)
}

/** A laundry with people, what they ordered and the points that it earned, made once and in one transaction: all of it or nothing. */
export async function makeDemo(db: Database, slug: string, people: number) {
  const { tenant, apiKey } = await createTenant(
    db,
    'demo',
    { slug, name: 'Marhaba Laundry', name2: 'مغسلة مرحبا', country: 'OM', locale: 'en' },
    async (ctx) => {
      await furnish(ctx, 'laundry')
      await offerPlans(ctx)
      await addOwnFields(ctx)
      const full: string[] = []
      for (let n = 0; n < people; n += BATCH) {
        const made = await addPeople(ctx, n, Math.min(BATCH, people - n))
        await takePlans(ctx, made)
        await giveWishes(ctx, n, made)
        const orders = made.map(({ id }, index) =>
          demoOrders(n + index, demoPerson(n + index), CustomerId.parse(id), ctx.now),
        )
        await recordPastOrders(ctx, orders.flat())
        full.push(...made.filter(({ type }) => type === 'full').map(({ id }) => CustomerId.parse(id)))
      }
      await applyFlairs(ctx)
      await decideDemoConsents(ctx, full)
      await decideDemoSegments(ctx, full)
    },
  )
  // Points follow their orders before the commit, so tiers come after it.
  await inTenant(db, itself(tenant.id, 'demo'), reviewDemoTiers)
  return { tenant: tenant.id, apiKey }
}

/** Fills the tenant up to so many demo people, some batches at a time. */
export async function fillDemo(db: Database, tenant: string, wanted: number, onProgress: (made: number) => void) {
  const caller = itself(tenant, 'demo')
  let next = DEMO_PEOPLE_AT_FIRST
  let made = Math.min(DEMO_PEOPLE_AT_FIRST, wanted)
  onProgress(made)
  async function lane() {
    while (next < wanted) {
      const from = next
      const count = Math.min(BATCH, wanted - from)
      next += count
      await inTenant(db, caller, (ctx) => addPeople(ctx, from, count))
      made += count
      onProgress(made)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return made
}

/** Through the same operation as any caller: with its rules, events and audit trail. */
async function addPeople(ctx: Context, from: number, count: number) {
  const people = Array.from({ length: count }, (_, index) => newCustomer(ctx, from + index))
  const sources = people.map((_, index) => cameBy(from + index))
  return createCustomers(ctx, people, undefined, { sources })
}

/** Most came to the counter. */
function cameBy(n: number) {
  const throwOf = diceOf(n + 4 * DEMO_PEOPLE)()
  return throwOf < 0.55 ? 'staff' : throwOf < 0.85 ? 'web' : throwOf < 0.95 ? 'import' : 'api'
}

function newCustomer(ctx: Context, n: number): NewCustomer {
  const { createdDaysAgo, ...person } = demoPerson(n)
  const given = Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null))
  return NewCustomer.parse({
    ...given,
    ownFields: ownFieldsOf(n, { createdDaysAgo, ...person }),
    phoneVerified: person.type === 'full',
    emailVerified: person.type === 'full',
    createdAt: new Date(ctx.now.getTime() - createdDaysAgo * 86_400_000).toISOString(),
  })
}
