import iconv from 'iconv-lite'
import { FileUnreadable } from '../refusals.ts'
import { readCsv } from './csv.ts'
import type { Layout } from './layout.ts'
import { readLines } from './ndjson.ts'
import { MOST_COLUMNS, type Table } from './row.ts'
import { readCards } from './vcard.ts'

type Reader = (text: AsyncIterable<string>, layout: Layout) => Promise<Table>
const READERS: Readonly<Record<Layout['format'], Reader>> = {
  csv: readCsv,
  ndjson: readLines,
  vcard: readCards,
  // The upload was turned into CSV.
  xlsx: readCsv,
}

/** A file as a table, read as it is asked for. */
export async function readTable(bytes: AsyncIterable<Buffer>, layout: Layout): Promise<Table> {
  const table = await READERS[layout.format](decoded(bytes, layout.encoding), layout)
  if (table.names.length === 0 || table.names.length > MOST_COLUMNS) throw FileUnreadable()
  return table
}

/** Pieces small enough that other work comes in between. */
const PIECE = 64 * 1024

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Layout['encoding']): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += PIECE) yield decoder.write(chunk.subarray(at, at + PIECE))
  yield decoder.end() ?? ''
}
