import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { withPlainClient } from './plain-client.ts'
import { BackupUnreadable, type Frame, readSealed } from './sealed-stream.ts'
import { migrationsOf, tablesOf } from './tables.ts'

const About = z.object({ what: z.enum(['all', 'keys']), at: z.string(), migrations: z.array(z.string()) })
const Begins = z.object({ table: z.string(), columns: z.array(z.string()) })
const Ends = z.object({ table: z.string(), rows: z.number(), sha256: z.string() })

export interface Restored {
  readonly at: string
  readonly rows: number
}

/** Into an empty database with the same migrations, in one transaction: all of it, or nothing. */
export function restoreBackup(
  owner: pg.ClientConfig,
  secret: Buffer,
  files: readonly AsyncIterable<Buffer>[],
): Promise<Restored> {
  return withPlainClient(owner, async (client) => {
    await requireEmpty(client)
    const migrations = await migrationsOf(client)
    await client.query('begin')
    // Rows come table by table, before those that they refer to.
    await client.query('set local session_replication_role = replica')
    const moments = new Set<string>()
    let rows = 0
    for (const file of files) {
      const frames = readSealed(file, secret)
      const about = About.parse(noteIn(await next(frames)))
      if (about.migrations.join() !== migrations.join())
        throw new BackupUnreadable('The backup is of another release: restore it with that one, then upgrade')
      moments.add(about.at)
      if (moments.size > 1) throw new BackupUnreadable('The two files are of different backups')
      for (let frame = await next(frames); frame; frame = await next(frames))
        rows += await copyIn(client, Begins.parse(noteIn(frame)), frames)
    }
    // What a person had open then is over; they sign in anew.
    await client.query('delete from account_sessions')
    await client.query('commit')
    return { at: [...moments][0]!, rows }
  })
}

async function requireEmpty(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query('select from tenants limit 1')
  if (rowCount) throw new BackupUnreadable('A backup is restored into an empty database, and this one has tenants')
}

async function copyIn(client: pg.Client, { table, columns }: z.output<typeof Begins>, frames: AsyncGenerator<Frame>) {
  if (!(await tablesOf(client)).some(({ name }) => name === table))
    throw new BackupUnreadable(`There is no table ${table}`)
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
