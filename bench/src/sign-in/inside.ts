import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../../../server/src/config.ts'
import { Transactions } from '../../../server/src/db/transactions.ts'
import { installationAt } from '../../../server/src/installation.ts'
import { itself } from '../../../server/src/kit/caller.ts'
import type { Context } from '../../../server/src/kit/context.ts'
import type { Database } from '../../../server/src/kit/database.ts'
import { Keyring, MasterKey } from '../../../server/src/kit/keyring.ts'
import { openLog } from '../../../server/src/kit/log.ts'
import { openMetrics } from '../../../server/src/kit/metrics.ts'
import { inTenant } from '../../../server/src/kit/transaction.ts'
import { BCRYPT_COST } from '../../../server/src/modules/accounts/index.ts'
import { NewTenant } from '../../../server/src/modules/tenants/contract.ts'
import { createTenant } from '../../../server/src/modules/tenants/index.ts'
import { environment } from '../processes.ts'

/** A tenant whose rows the bench makes itself, past the server and its limits: people who have signed in are no work. */
export interface Inside {
  readonly db: Database
  readonly tenant: string
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

export async function openInside(data: string, { host, port }: { host: string; port: number }): Promise<Inside> {
  const master = Buffer.from(readFileSync(path.join(data, 'master.key'), 'utf8').trim(), 'hex')
  const { app } = installationAt({ host, port, user: 'postgres', database: 'kith' }, new MasterKey(master))
  const transactions = new Transactions({ ...app, max: 4 })
  const db: Database = {
    transactions,
    get pool(): never {
      throw new Error('What is made here belongs to a tenant')
    },
    keyring: new Keyring(new MasterKey(master)),
    config: readConfig(environment(data)),
    log: openLog('silent'),
    personalData: new Map(),
    bcryptCost: BCRYPT_COST,
    jobs: [],
    attributes: [],
    eventKinds: [],
    followers: [],
    metrics: openMetrics(),
    // The server finds by its clock what is left to do.
    nudge: () => {},
  }
  const shop = NewTenant.parse({ slug: `bench-${Date.now()}`, name: 'Bench', country: 'OM', locale: 'en' })
  const { tenant } = await createTenant(db, 'bench', shop)
  return {
    db,
    tenant: tenant.id,
    run: (work) => inTenant(db, itself(tenant.id, 'bench'), work),
    stop: () => transactions.end(),
  }
}
