import { itself } from '../kit/caller.ts'
import type { Context } from '../kit/context.ts'
import type { Database } from '../kit/database.ts'
import { inTenant } from '../kit/transaction.ts'
import type { Kith } from '../kith.ts'
import { verifyAnchored } from '../modules/audit/index.ts'
import { compareDecisions } from '../modules/consent/index.ts'
import { compareTally, findKnown } from '../modules/customers/index.ts'
import { arePositionsWhole, readLags } from '../modules/events/index.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { brokenInWords } from './audit.ts'
import { inTurn } from './tenants.ts'

const NAMED = 10

interface Look {
  readonly name: string
  /** The problem in this tenant; null if there is none. */
  readonly wrong: (ctx: Context) => Promise<string | null>
  readonly well: string | ((db: Database) => Promise<string>)
}

/** Traces of an incomplete restore, per tenant. */
const LOOKS: readonly Look[] = [
  {
    name: 'search',
    wrong: async (ctx) => ((await findKnown(ctx)) === false ? 'does not find customers who are there' : null),
    well: 'finds a known customer of every tenant',
  },
  {
    name: 'counts',
    async wrong(ctx) {
      const { customers, differences } = await compareTally(ctx)
      const tallied = differences.reduce((sum, { count }) => sum - count, customers)
      return differences.length === 0 ? null : `${customers} customers, ${tallied} by the tally`
    },
    well: 'as many customers as the tally says',
  },
  {
    name: 'audit chain',
    async wrong(ctx) {
      const { entries, unsealed, broken } = await verifyAnchored(ctx)
      if (broken) return brokenInWords(broken)
      // The creation of a tenant is its first entry.
      return entries + unsealed === 0 ? 'no entries' : null
    },
    well: 'intact in every tenant',
  },
  {
    name: 'consents',
    async wrong(ctx) {
      const { changed, missing } = await compareDecisions(ctx)
      return changed + missing === 0
        ? null
        : `${changed} decisions are not as they were recorded, ${missing} are missing`
    },
    well: 'every decision is as the audit chain has it',
  },
  {
    name: 'subscribers',
    async wrong(ctx) {
      return (await arePositionsWhole(ctx)) ? null : 'the places of the events have gaps'
    },
    async well(db) {
      const lags = await readLags(db)
      return (
        lags
          .map(({ subscriber, events, parked }) => `${subscriber}: ${events} behind, ${parked} given up`)
          .join('; ') || 'none'
      )
    },
  },
]

/** One line per check. */
export async function examineWhole({ db }: Kith) {
  const tenants = await listTenants(db)
  return inTurn(LOOKS, async ({ name, wrong, well }) => {
    const found = await inTurn(tenants, async ({ id, slug }) => {
      const look = inTenant(db, itself(id, 'cli'), wrong, { readOnly: true })
      const said = await look.catch((error: Error) => error.message.split('\n')[0]!)
      return said === null ? [] : [`${slug}: ${said}`]
    })
    const bad = found.flat()
    const more = bad.length > NAMED ? ` and ${bad.length - NAMED} more` : ''
    if (bad.length > 0) return { name, ok: false, found: bad.slice(0, NAMED).join('; ') + more }
    return { name, ok: true, found: typeof well === 'string' ? well : await well(db) }
  })
}
