import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { FileUnreadable, WorkbookTooLarge } from '../refusals.ts'

const MOST_BYTES = 25 * 1024 * 1024
/** Of the heap of the thread; what it inflates is beside it, so that is counted before it is read. */
const MOST_MEGABYTES = 768
const MOST_SECONDS = 60
/** What the reader takes for a cell may be a text that is written once and named by 100,000 cells. */
const LIMITS = { rows: 100_000, inflated: 200_000_000, characters: 50_000_000, ofCell: 32_767, atOnce: 2_000 }

/**
 * It holds a whole workbook in memory, so it runs in a thread of its own that ends with it. The reader gets an archive that is
 * packed anew, because it believes what an archive says of its sizes. Rows are sent when they are asked for.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads')
const { readSheet } = require(workerData.reader)
const { unzipSync, zipSync } = require(workerData.archives)
const { limits } = workerData
const say = (told) => parentPort.postMessage(told)
class TooLarge extends Error {}
const repacked = () => {
  let inflated = 0
  const files = unzipSync(workerData.bytes, {
    filter: ({ name, originalSize }) => {
      if (!name.endsWith('.xml') && !name.endsWith('.rels')) return false
      inflated += originalSize
      if (inflated > limits.inflated) throw new TooLarge()
      return true
    },
  })
  return Buffer.from(zipSync(files, { level: 0 }))
}
let characters = 0
const written = (cell) => {
  if (cell === null || cell === undefined) return ''
  const text = cell instanceof Date ? cell.toISOString().replace('T00:00:00.000Z', '') : String(cell)
  characters += text.length
  if (text.length > limits.ofCell || characters > limits.characters) throw new TooLarge()
  return text
}
const failed = (error) => say(error instanceof TooLarge ? { tooLarge: true } : { unreadable: true })
new Promise((resolve) => resolve(readSheet(repacked()))).then((rows) => {
  if (rows.length > limits.rows) throw new TooLarge()
  let at = 0
  parentPort.on('message', () => {
    try {
      const next = rows.slice(at, at + limits.atOnce).map((row) => row.map(written))
      at += limits.atOnce
      say(next.length > 0 ? { rows: next } : { end: true })
    } catch (error) {
      failed(error)
    }
  })
  say({ ready: true })
}).catch(failed)
`

const Said = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ end: z.literal(true) }),
  z.object({ tooLarge: z.literal(true) }),
  z.object({ unreadable: z.literal(true) }),
])

/** Two workbooks at once would take twice the memory. */
let free: Promise<void> = Promise.resolve()

/** The first sheet of a workbook as CSV, one workbook at a time in this process. */
export async function* csvOf(parts: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  if (size > MOST_BYTES) throw WorkbookTooLarge()
  const turn = free
  let done = () => {}
  free = new Promise((resolve) => {
    done = resolve
  })
  await turn
  try {
    yield* readAlone(parts)
  } finally {
    done()
  }
}

async function* readAlone(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes: Buffer[] = []
  for await (const part of parts) bytes.push(part)
  const { resolve } = createRequire(import.meta.url)
  const worker = new Worker(WORKER, {
    eval: true,
    workerData: {
      reader: resolve('read-excel-file/node'),
      archives: resolve('fflate'),
      bytes: Buffer.concat(bytes),
      limits: LIMITS,
    },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  const ending = setTimeout(() => void worker.terminate(), MOST_SECONDS * 1_000)
  try {
    const answer = answersOf(worker)
    for (;;) {
      const said = await answer()
      if ('unreadable' in said) throw FileUnreadable()
      if ('tooLarge' in said) throw WorkbookTooLarge()
      if ('end' in said) return
      if ('rows' in said) yield Buffer.from(stringify(said.rows))
      worker.postMessage('next')
    }
  } finally {
    clearTimeout(ending)
    await worker.terminate()
  }
}

/** The worker answers once for each question. One that has run out of memory or time has been given too large a workbook. */
function answersOf(worker: Worker): () => Promise<z.output<typeof Said>> {
  let said: z.output<typeof Said> | undefined
  let isGone = false
  let wake = () => {}
  worker.on('message', (message) => {
    said = Said.parse(message)
    wake()
  })
  for (const end of ['error', 'exit'])
    worker.on(end, () => {
      isGone = true
      wake()
    })
  return async () => {
    while (said === undefined && !isGone)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    const answer = said ?? { tooLarge: true }
    said = undefined
    return answer
  }
}
