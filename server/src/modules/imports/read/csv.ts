import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { FileUnreadable } from '../refusals.ts'
import type { Layout } from './layout.ts'
import { LONGEST_ROW, type Row, type Table } from './row.ts'

export async function readCsv(text: AsyncIterable<string>, { separator }: Pick<Layout, 'separator'>): Promise<Table> {
  const records = recordsIn(text, separator)
  const first = await records.next()
  const names = first.done ? [] : first.value.map((name) => name.trim())
  // A column without a name and without rows is the end of each line.
  return { names: names.at(-1) === '' ? names.slice(0, -1) : names, rows: numbered(records) }
}

async function* recordsIn(text: AsyncIterable<string>, separator: string): AsyncGenerator<string[], void, void> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  })
  const source = Readable.from(text)
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of source.pipe(parser)) yield record
  } catch (error) {
    throw error instanceof CsvError ? FileUnreadable() : error
  } finally {
    source.destroy()
  }
}

async function* numbered(records: AsyncGenerator<string[], void, void>): AsyncGenerator<Row> {
  let row = 1
  for await (const cells of records) {
    row += 1
    yield { row, cells }
  }
}
