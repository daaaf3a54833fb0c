import pg from 'pg'

export interface FloorTable {
  /** Letters that fill a row up to the width of a customer. */
  readonly width: number
  readonly ids: readonly string[]
}

const COLUMNS = 'id uuid primary key, number bigint not null, created_at timestamptz not null, filling text not null'

/** A table of as many rows as a tenant has customers, each as wide as one of theirs, with 3 indexes. */
export async function makeFloorTable(
  server: pg.ClientConfig,
  customers: number,
  rowBytes: number,
): Promise<FloorTable> {
  await withClient({ ...server, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'floor'")
    if (!rowCount) await client.query('create database floor')
  })
  return withClient({ ...server, database: 'floor' }, async (client) => {
    await client.query(`drop table if exists rows; create table rows (${COLUMNS})`)
    await client.query("insert into rows values (uuidv7(), 0, now(), '')")
    const { rows: bare } = await client.query<{ bytes: number }>('select pg_column_size(r.*) as bytes from rows r')
    const width = rowBytes - bare[0]!.bytes
    await client.query('truncate rows; create index on rows (number); create index on rows (created_at)')
    await client.query("insert into rows select uuidv7(), n, now(), repeat('x', $2) from generate_series(1, $1) n", [
      customers,
      width,
    ])
    await client.query('vacuum (analyze) rows')
    const { rows } = await client.query<{ id: string }>('select id from rows')
    return { width, ids: rows.map(({ id }) => id) }
  })
}

export async function withClient<T>(where: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(where)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
