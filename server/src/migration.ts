import { checkAs } from './check.ts'
import type { Config } from './config.ts'
import { planSteps, type Step } from './db/locks.ts'
import { checkMasterKey } from './db/master-key.ts'
import { lostRights, migrate, missingMigrations, repairRights, underMigrationLock } from './db/migrate.ts'
import { isKithAppOpen, letIn, makeRoles, missingRoles } from './db/roles.ts'
import { directly, findDatabase, type Installation, say, withClient } from './installation.ts'
import type { Job } from './kit/context.ts'
import { installJobs } from './kit/jobs.ts'

export interface Migrated {
  readonly applied: readonly string[]
  /** Policies, privileges and owners that a restore had left out, as the statements that restored them. */
  readonly repaired: readonly string[]
  /** The remaining steps for the operator. */
  readonly notes: readonly string[]
}

/** `kith migrate`. */
export async function migrateOnly(config: Config, jobs: readonly Job[]): Promise<Migrated> {
  const installation = await findDatabase(config)
  try {
    const migrated = await migrateDatabase(installation, jobs, () =>
      say('another `kith migrate` is under way; waiting for it'),
    )
    // Reported as done only if a start would succeed.
    await checkAs(directly(installation), installation)
    return migrated
  } finally {
    await installation.embedded?.stop()
  }
}

/** Roles, schema and queues, under one lock. A wrong master key stops it before any change. */
export function migrateDatabase(
  installation: Installation,
  jobs: readonly Job[],
  onWait = () => {},
): Promise<Migrated> {
  const { logins, master } = installation
  return withClient(installation.owner, (owner) =>
    underMigrationLock(owner, onWait, async () => {
      await makeRoles(owner, [])
      const repaired = await repairRights(owner)
      await checkMasterKey(owner, master.ids)
      await makeRoles(owner, logins)
      const applied = await migrate(owner)
      await checkMasterKey(owner, master.ids)
      await letIn(owner, logins)
      await installJobs(owner, jobs)
      return { applied, repaired, notes: (await isKithAppOpen(owner)) && !installation.embedded ? [KITH_APP_OPEN] : [] }
    }),
  )
}
const KITH_APP_OPEN =
  'The role kith_app can still sign in, for servers of an earlier version. Once none of this cluster runs any more: alter role kith_app nologin; and run `kith migrate` again, which then lets no login of another database in'

export interface Plan {
  readonly statements: readonly string[]
  readonly repairs: readonly string[]
  readonly migrations: readonly string[]
  /** What they do to tables that are there. */
  readonly steps: readonly Step[]
}

/** `kith migrate --plan`: prints the statements without running them. */
export async function planMigration(config: Config): Promise<Plan> {
  const installation = await findDatabase(config)
  try {
    return await withClient(installation.owner, async (owner) => {
      const missing = await missingMigrations(owner)
      return {
        statements: await missingRoles(owner, installation.logins),
        repairs: await lostRights(owner),
        migrations: missing.map(({ name }) => name),
        steps: await planSteps(owner, missing),
      }
    })
  } finally {
    await installation.embedded?.stop()
  }
}
