import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { withPlainClient } from './plain-client.ts'
import { SealedWriter } from './sealed-stream.ts'
import { KEYS, migrationsOf, type Stored, tablesOf } from './tables.ts'

export interface Written {
  readonly at: Date
  readonly tables: number
  readonly rows: number
}

/** Everything as it was at one moment, while the server runs: one snapshot for both files. */
export function writeBackup(owner: pg.ClientConfig, secret: Buffer, main: Writable, keys: Writable): Promise<Written> {
  return withPlainClient(owner, async (client) => {
    const migrations = await migrationsOf(client)
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query('set local role kith_backup')
    const tables = await tablesOf(client)
    const { rows } = await client.query<{ at: Date }>('select now() as at /* tenant_id */')
    const { at } = rows[0]!
    const [everything, ofPeople] = [new SealedWriter(main, secret), new SealedWriter(keys, secret)]
    let count = 0
    for (const writer of [everything, ofPeople]) {
      await writer.note({ what: writer === everything ? 'all' : 'keys', at, migrations })
    }
    for (const table of tables) count += await copyOut(client, table, table.name === KEYS ? ofPeople : everything)
    await client.query('commit')
    for (const writer of [everything, ofPeople]) await writer.end()
    return { at, tables: tables.length, rows: count }
  })
}

async function copyOut(client: pg.Client, { name, columns }: Stored, to: SealedWriter): Promise<number> {
  await to.note({ table: name, columns })
  const hash = createHash('sha256')
  let rows = 0
  const stream = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
  // COPY sends bytes.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    // In the text form a line is a row, and a line break in a value is written as \\n.
    for (const byte of chunk) if (byte === 10) rows++
    await to.write('rows', chunk)
  }
  await to.note({ table: name, rows, sha256: hash.digest('hex') })
  return rows
}
