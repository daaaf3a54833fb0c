import type { Layout } from '../read/layout.ts'
import { isEmpty, type Row } from '../read/row.ts'
import { readTable } from '../read/table.ts'

/** The names of the columns, and the first rows. */
export interface Head {
  readonly names: readonly string[]
  readonly rows: readonly Row[]
}

const LOOKED_AT_BYTES = 256 * 1024
const HEAD_ROWS = 50

/** From the first part alone; its last row may be cut, so it counts only where it is the whole file. */
export async function headOf(first: Buffer, layout: Layout): Promise<Head> {
  async function* beginning() {
    yield first.subarray(0, LOOKED_AT_BYTES)
  }
  const { names, rows } = await readTable(beginning(), layout)
  const found: Row[] = []
  for await (const row of rows) {
    if (!isEmpty(row)) found.push(row)
    if (found.length > HEAD_ROWS) break
  }
  return { names, rows: found.length > HEAD_ROWS ? found.slice(0, HEAD_ROWS) : found }
}
