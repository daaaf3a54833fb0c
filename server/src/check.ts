import pg from 'pg'
import { checkMasterKey } from './db/master-key.ts'
import { checkSchema, isMigrated } from './db/migrate.ts'
import { SchemaProblem } from './db/problem.ts'
import { codeOf } from './error.ts'
import { type Installation, withClient } from './installation.ts'

/** Whether requests with this login find the schema that this program needs. */
export async function checkAs(app: pg.ClientConfig, installation: Installation): Promise<void> {
  await withClient(app, async (client) => {
    await checkSchema(client)
    await checkMasterKey(client, installation.master.ids)
  }).catch((error) => explain(error, installation))
}

/** Before the first migration there is no login for requests, nor with another master key. */
async function explain(error: unknown, installation: Installation): Promise<never> {
  if (!NO_LOGIN.has(codeOf(error))) throw error
  await withClient(installation.owner, async (client) => {
    if (!(await isMigrated(client))) throw new SchemaProblem('The database is empty; run `kith migrate`')
    // An owner without the right to check has not migrated since that right exists.
    await checkMasterKey(client, installation.master.ids).catch((refused) => {
      if (!NO_LOGIN.has(refused.code ?? '')) throw refused
    })
  })
  throw new SchemaProblem(
    `The role ${new pg.Client(installation.app).user} cannot sign in to the database, or not read it; run \`kith migrate\` with this KITH_MASTER_KEY`,
  )
}
/** No such role, a wrong password, no right to connect; the role for a look at the keys is missing. */
const NO_LOGIN = new Set(['28000', '28P01', '42501', '22023'])
