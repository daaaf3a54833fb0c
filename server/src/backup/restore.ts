import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { withPlainClient } from './plain-client.ts'
import { BackupUnreadable, type Frame, readSealed } from './sealed-stream.ts'
import { KEYS, migrationsOf, tablesOf } from './tables.ts'

const About = z.object({ what: z.enum(['all', 'keys']), at: z.string(), migrations: z.array(z.string()) })
const Begins = z.object({ table: z.string(), columns: z.array(z.string()) })
const Ends = z.object({ table: z.string(), rows: z.number(), sha256: z.string() })

export interface Restored {
  readonly at: string
  readonly tables: number
  readonly rows: number
}

export interface Mark {
  set(backupAt: string): void
  clear(): void
}

interface Files {
  readonly all: AsyncIterable<Buffer>
  readonly keys: AsyncIterable<Buffer>
}

interface Wishes {
  /** No API key was revoked since the backup. Otherwise all are revoked: one that was would be good again. */
  readonly keepKeys: boolean
  /** Numbers of customers that are left out: they may have been given since the backup. */
  readonly skipNumbers: number
  readonly mark: Mark
}

/**
 * Into an empty database with the same migrations, in one transaction: all of it, or nothing. The mark that
 * it is not to be served is set before anything is written, and stays where it is unknown whether all of it was.
 */
export function restoreBackup(
  owner: pg.ClientConfig,
  secret: Buffer,
  files: Files,
  { mark, keepKeys, skipNumbers }: Wishes,
): Promise<Restored> {
  return withPlainClient(owner, async (client) => {
    await requireEmpty(client)
    await client.query('begin')
    const restored = await copyAll(client, secret, files, mark).catch((error) => {
      mark.clear()
      throw error
    })
    // What a person had open then is over; they sign in anew.
    await client.query('delete from account_sessions')
    if (!keepKeys) await client.query('update api_keys set revoked_at = now() where revoked_at is null')
    await client.query('update customer_counters set last_number = last_number + $1', [skipNumbers])
    await client.query('commit')
    return restored
  })
}

async function copyAll(client: pg.Client, secret: Buffer, files: Files, mark: Mark): Promise<Restored> {
  const migrations = await migrationsOf(client)
  const tables = (await tablesOf(client)).map(({ name }) => name)
  // Rows come table by table, before those that they refer to.
  await client.query('set local session_replication_role = replica')
  let at: string | undefined
  let rows = 0
  for (const what of ['all', 'keys'] as const) {
    const frames = readSealed(files[what], secret)
    const about = About.parse(noteIn(await next(frames)))
    if (about.what !== what)
      throw new BackupUnreadable('Give the backup, and as --keys the keys that were written with it')
    if (about.migrations.join() !== migrations.join())
      throw new BackupUnreadable('The backup is of another release: restore it with that one, then upgrade')
    if (at !== undefined && about.at !== at) throw new BackupUnreadable('The two files are of different backups')
    if (at === undefined) {
      mark.set(about.at)
      // A server that starts from now on sees the mark, and one that started before is seen here.
      await requireAlone(client)
    }
    at = about.at
    const missing = new Set(tables.filter((name) => (name === KEYS) === (what === 'keys')))
    for (let frame = await next(frames); frame; frame = await next(frames)) {
      const begins = Begins.parse(noteIn(frame))
      if (!missing.delete(begins.table))
        throw new BackupUnreadable(`There is no table ${begins.table}, or it is there twice`)
      rows += await copyIn(client, begins, frames)
    }
    if (missing.size > 0) throw new BackupUnreadable(`The backup lacks ${[...missing].join(', ')}`)
  }
  return { at: at!, tables: tables.length, rows }
}

async function requireEmpty(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query('select from tenants limit 1')
  if (rowCount) throw new BackupUnreadable('A backup is restored into an empty database, and this one has tenants')
}

async function requireAlone(client: pg.ClientBase): Promise<void> {
  for (let looks = 0; looks < 20; looks++) {
    await client.query('select pg_stat_clear_snapshot() /* tenant_id */')
    const { rowCount } = await client.query(`
      select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and backend_type = 'client backend' limit 1 /* tenant_id */`)
    if (!rowCount) return
    // Connections of this command that have just ended.
    await pause(100)
  }
  throw new BackupUnreadable('A server or a command uses this data folder: stop it first')
}

async function copyIn(client: pg.Client, { table, columns }: z.output<typeof Begins>, frames: AsyncGenerator<Frame>) {
  await client.query(`delete from ${table}`)
  const stream: Writable = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  // Where reading fails, the connection ends with it.
  stream.on('error', () => {})
  const hash = createHash('sha256')
  let rows = 0
  for (;;) {
    const frame = await next(frames)
    if (!frame) throw new BackupUnreadable('The backup is cut short')
    if (frame.kind === 'note') {
      stream.end()
      await finished(stream)
      const ends = Ends.parse(noteIn(frame))
      if (ends.table !== table || ends.rows !== rows || ends.sha256 !== hash.digest('hex'))
        throw new BackupUnreadable(`The rows of ${table} are not those that were backed up`)
      return rows
    }
    hash.update(frame.content)
    for (const byte of frame.content) if (byte === 10) rows++
    if (!stream.write(frame.content)) await once(stream, 'drain')
  }
}

const noteIn = (frame: Frame | null): unknown => {
  if (frame?.kind !== 'note') throw new BackupUnreadable('The backup is damaged')
  return JSON.parse(frame.content.toString())
}

async function next(frames: AsyncGenerator<Frame>): Promise<Frame | null> {
  const { value, done } = await frames.next()
  return done ? null : value
}
