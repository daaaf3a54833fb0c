import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../src/db/embedded/index.ts'
import { installationAt } from '../src/installation.ts'
import { MasterKey } from '../src/kit/keyring.ts'
import { jobs } from '../src/main.ts'
import { migrateDatabase } from '../src/migration.ts'
import { buildWhatIsStale } from './build.ts'
import { TEMPLATE, TEST_MASTER_KEY } from './harness.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: { host: string; port: number }
  }
}

/** One real PostgreSQL for all tests, with a migrated database that every test file copies in milliseconds. */
async function openDatabase() {
  buildWhatIsStale()
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-test-'))
  const embedded = await openEmbedded({ dataFolder: folder, durable: false, settings: { max_connections: 200 } })
  const { host, port } = embedded
  const admin = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const owner = { host, port, user: 'postgres', database: TEMPLATE }
  await migrateDatabase(installationAt(owner, new MasterKey(TEST_MASTER_KEY)), jobs)
  return {
    host,
    port,
    async stop() {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Each project of tests loads this file for itself; the first opens the database, the last stops it. */
const shared = globalThis as { kithTests?: { users: number; database: ReturnType<typeof openDatabase> } }

export default async function setup(project: TestProject) {
  shared.kithTests ??= { users: 0, database: openDatabase() }
  const held = shared.kithTests
  held.users += 1
  const { host, port, stop } = await held.database
  project.provide('server', { host, port })
  return async () => {
    held.users -= 1
    if (held.users === 0) await stop()
  }
}
