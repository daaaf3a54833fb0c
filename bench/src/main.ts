import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openEmbedded } from '../../server/src/db/embedded/index.ts'
import { benchCustomers } from './customers.ts'
import { benchLoyalty } from './loyalty/main.ts'
import { type Options, readOptions } from './options.ts'
import { benchOrders } from './orders/main.ts'
import { benchScroll } from './scroll/main.ts'
import { benchSegments } from './segments/main.ts'
import { benchSignIn } from './sign-in/main.ts'

const PARTS = {
  customers: benchCustomers,
  orders: benchOrders,
  loyalty: benchLoyalty,
  segments: benchSegments,
  'sign-in': benchSignIn,
  scroll: benchScroll,
}
const options = readOptions(process.argv.slice(2))
if (options) process.exitCode = await inFolder(options)

async function inFolder(options: Options): Promise<number> {
  if (process.platform !== 'linux') throw new Error('The bench reads CPU times from /proc; it runs on Linux only')
  const data = options.data ?? mkdtempSync(path.join(os.tmpdir(), 'kith-bench-'))
  // The database outlives the servers, so that its CPU can be counted from outside; they join it.
  const database = await openEmbedded({ dataFolder: data })
  const closing: (() => Promise<unknown>)[] = []
  try {
    return await PARTS[options.part]({ options, data, database, close: (how) => void closing.unshift(how) })
  } finally {
    for (const close of closing) await close()
    await database.stop()
    if (!options.keep) rmSync(data, { recursive: true, force: true })
  }
}
