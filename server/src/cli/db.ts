import { type Command, InvalidArgumentError } from 'commander'
import type pg from 'pg'
import { readConfig } from '../config.ts'
import {
  type Distribution,
  distribute,
  type Isolation,
  isolate,
  planDistribution,
  planIsolation,
} from '../db/citus/index.ts'
import { underMigrationLock } from '../db/migrate.ts'
import { findDatabase, say as tell, withClient } from '../installation.ts'
import { say } from './say.ts'

const USUAL_SHARDS = 32

export function addDatabaseCommands(program: Command): void {
  const db = program.command('db').description('The database on several machines, with Citus')
  db.command('distribute')
    .description('Distribute every table by tenant over the nodes of Citus; repeated, it does what is left')
    .option('--plan', 'print the statements, and do nothing; needs no Citus')
    .option('--shards <n>', 'into how many parts; more than there will ever be nodes', shards, USUAL_SHARDS)
    .action(({ plan = false, shards }: { plan?: boolean; shards: number }) =>
      asOwner(async (owner) => {
        if (plan) {
          const planned = await planDistribution(owner, { shards })
          return say(program, planned, planInWords(planned))
        }
        const done = await distribute(owner, { shards })
        const { length } = done.tables.filter(({ place }) => place === 'distributed')
        const what = done.statements.length === 0 ? 'Nothing was to be done' : `${done.statements.length} statements`
        say(program, done, `${what}: ${length} tables are distributed by tenant. Start the servers again.`)
      }),
    )
  db.command('isolate <tenant>')
    .description('Move a big tenant to a shard of its own, which can then be moved to a node of its own')
    .option('--plan', 'print the statement, and do nothing; needs no Citus')
    .action((slug: string, { plan = false }: { plan?: boolean }) =>
      asOwner(async (owner) => {
        const isolation = await (plan ? planIsolation : isolate)(owner, slug)
        say(program, isolation, plan ? runnable(isolation.statements) : isolationInWords(slug, isolation))
      }),
    )
}

/** Beside no migration, and no other of these. */
async function asOwner(work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const place = await findDatabase(readConfig())
  try {
    await withClient(place.owner, (owner) =>
      underMigrationLock(
        owner,
        () => tell('another `kith migrate` or `kith db` is under way; waiting for it'),
        () => work(owner),
      ),
    )
  } finally {
    await place.embedded?.stop()
  }
}

const runnable = (statements: readonly string[]) =>
  statements.length === 0 ? '-- Nothing is to be done.' : statements.map((statement) => `${statement};`).join('\n')

function planInWords({ citus, tables, statements }: Distribution): string {
  const apart = tables.filter(({ place }) => place !== 'distributed')
  return [
    `-- Citus: ${citus ?? 'not in this database'}. By the owner of the tables, while no server runs.`,
    `-- ${tables.length - apart.length} tables distributed by tenant_id, together.`,
    ...apart.map(({ table, place, because }) => `-- ${table}: ${place}, because ${because}.`),
    '-- The schema pgboss: local; the queue of the jobs is on the coordinator.',
    runnable(statements),
  ].join('\n')
}

function isolationInWords(slug: string, { statements, shard }: Isolation): string {
  const did = statements.length === 0 ? 'has a shard of its own already' : 'has a shard of its own now'
  return `${slug} ${did}: ${shard!.id} on ${shard!.node}.`
}

function shards(written: string): number {
  const n = Number(written)
  if (!/^\d{1,4}$/.test(written) || n < 1 || n > 1024)
    throw new InvalidArgumentError('It takes a number from 1 to 1024.')
  return n
}
