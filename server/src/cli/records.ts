import type { Kith } from '../kith.ts'
import { withLogin } from '../modules/accounts/index.ts'
import { examineCustomers } from '../modules/customers/index.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { inTurn } from './tenants.ts'

const NAMED = 10

/** Reads every customer of every tenant: which records are damaged, or of a type that does not fit what is known. */
export async function examineRecords({ db }: Kith, { repair }: { readonly repair: boolean }) {
  const found = await inTurn(await listTenants(db), ({ id }) => examineCustomers(db, id, { repair, withLogin }))
  const damaged = found.flatMap((one) => one.damaged)
  const mistyped = found.flatMap((one) => one.mistyped)
  const ok = repair || damaged.length + mistyped.length === 0
  return { name: 'records', ok, found: said(damaged, mistyped, repair) }
}

function said(damaged: readonly string[], mistyped: readonly string[], repaired: boolean): string {
  if (damaged.length + mistyped.length === 0) return 'all can be read'
  const named = [...damaged, ...mistyped].slice(0, NAMED).join(', ')
  const counts = `${damaged.length} damaged, ${mistyped.length} of a wrong type`
  return repaired ? `repaired: ${counts} (${named})` : `${counts} (${named}); run \`kith doctor --repair\``
}
