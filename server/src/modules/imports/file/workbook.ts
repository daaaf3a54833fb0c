import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { FileUnreadable, WorkbookTooLarge } from '../refusals.ts'

const MOST_BYTES = 25 * 1024 * 1024
const MOST_ROWS = 100_000
/** What a workbook of so many rows takes; a bomb of a few kilobytes would take more. */
const MOST_MEGABYTES = 768
const ROWS_AT_ONCE = 2_000

/** It holds a whole workbook in memory, so it runs in a thread of its own that ends with it. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads')
const { readSheet } = require(workerData.reader)
const written = (cell) =>
  cell === null || cell === undefined ? ''
    : cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '')
    : String(cell)
readSheet(Buffer.from(workerData.bytes)).then((rows) => {
  parentPort.postMessage({ count: rows.length })
  for (let at = 0; at < rows.length && rows.length <= workerData.most; at += workerData.atOnce)
    parentPort.postMessage({ rows: rows.slice(at, at + workerData.atOnce).map((row) => row.map(written)) })
  parentPort.postMessage({ end: true })
}, () => parentPort.postMessage({ unreadable: true }))
`

const Said = z.union([
  z.object({ count: z.int() }),
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ end: z.literal(true) }),
  z.object({ unreadable: z.literal(true) }),
])

/** The first sheet of a workbook as CSV. */
export async function* csvOf(parts: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  if (size > MOST_BYTES) throw WorkbookTooLarge()
  const bytes: Buffer[] = []
  for await (const part of parts) bytes.push(part)
  const reader = createRequire(import.meta.url).resolve('read-excel-file/node')
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: { reader, bytes: Buffer.concat(bytes), most: MOST_ROWS, atOnce: ROWS_AT_ONCE },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  try {
    for await (const said of messagesOf(worker)) {
      if ('unreadable' in said) throw FileUnreadable()
      if ('count' in said && said.count > MOST_ROWS) throw WorkbookTooLarge()
      if ('rows' in said) yield Buffer.from(stringify(said.rows))
    }
  } finally {
    await worker.terminate()
  }
}

async function* messagesOf(worker: Worker): AsyncGenerator<z.output<typeof Said>> {
  const waiting: z.output<typeof Said>[] = []
  let failed: unknown
  let wake = () => {}
  worker.on('message', (message) => {
    waiting.push(Said.parse(message))
    wake()
  })
  // It ran out of its memory.
  worker.on('error', (error) => {
    failed = error
    wake()
  })
  for (;;) {
    const next = waiting.shift()
    if (next && 'end' in next) return
    if (next) yield next
    else if (failed !== undefined) throw WorkbookTooLarge()
    else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}
