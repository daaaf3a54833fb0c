import { verifyChain } from '../kit/audit-chain.ts'
import { itself } from '../kit/caller.ts'
import type { Context } from '../kit/context.ts'
import { inTenant } from '../kit/transaction.ts'
import type { Kith } from '../kith.ts'
import { compareTally, findKnown } from '../modules/customers/index.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { inTurn } from './tenants.ts'

const NAMED = 10

interface Look {
  readonly name: string
  /** The problem in this tenant; null if there is none. */
  readonly wrong: (ctx: Context) => Promise<string | null>
  readonly well: string
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
      const { entries, unsealed, broken } = await verifyChain(ctx)
      if (broken) return `broken at ${broken.seq}: ${broken.what}`
      // The creation of a tenant is its first entry.
      return entries + unsealed === 0 ? 'no entries' : null
    },
    well: 'intact in every tenant',
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
    return { name, ok: bad.length === 0, found: bad.length === 0 ? well : bad.slice(0, NAMED).join('; ') + more }
  })
}
