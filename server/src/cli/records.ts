import { examineSealed } from '../kit/examine-sealed.ts'
import type { Kith } from '../kith.ts'
import { withLogin } from '../modules/accounts/index.ts'
import { examineCustomers, keysOf } from '../modules/customers/index.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { inTurn } from './tenants.ts'

const NAMED = 10
/** Read completely, with their types, by their own module. */
const OF_CUSTOMERS = ['customers']

/** Reads every customer and every other sealed value of every tenant, and reports damaged values and wrong types. */
export async function examineRecords({ db }: Kith, { repair }: { readonly repair: boolean }) {
  const tenants = await listTenants(db)
  const customers = await inTurn(tenants, ({ id }) => examineCustomers(db, id, { repair, withLogin }))
  const values = await inTurn(tenants, ({ id }) => examineSealed(db, id, { repair, except: OF_CUSTOMERS, keysOf }))
  const damaged = [...customers, ...values].flatMap((one) => one.damaged)
  const mistyped = customers.flatMap((one) => one.mistyped)
  const lost = values.flatMap((one) => one.lost)
  const ok = repair ? lost.length === 0 : damaged.length + mistyped.length === 0
  return { name: 'records', ok, found: said({ damaged, mistyped, lost }, repair) }
}

interface Found {
  readonly damaged: readonly string[]
  readonly mistyped: readonly string[]
  readonly lost: readonly string[]
}

function said({ damaged, mistyped, lost }: Found, repaired: boolean): string {
  if (damaged.length + mistyped.length === 0) return 'all can be read'
  const named = [...damaged, ...mistyped].slice(0, NAMED).join(', ')
  const counts = `${damaged.length} damaged, ${mistyped.length} of a wrong type`
  if (!repaired) return `${counts} (${named}); run \`kith doctor --repair\``
  if (lost.length === 0) return `repaired: ${counts} (${named})`
  return `repaired what could be: ${counts} (${named}); only a backup brings back ${lost.slice(0, NAMED).join(', ')}`
}
