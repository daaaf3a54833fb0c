import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Columns } from '../records/columns.ts'
import { joinedPairs } from './found.ts'
import { type Look, type Looked, looking } from './look.ts'

/** Looks for pairs, here or in other threads. */
export interface Looker {
  look(what: Look): Promise<Looked>
  end(): Promise<void>
}

/** For few records: between two passes others have their turn. */
export function lookingHere(columns: Columns): Looker {
  const look = looking(columns)
  return {
    look: (what) => {
      let pass = -1
      return look(what, () => setImmediate(++pass))
    },
    end: async () => {},
  }
}

/** Beside the bundle of the server; in tests, which run from the sources, there is none. */
export const WORKER = fileURLToPath(new URL('./linkage-worker.mjs', import.meta.url))
export const canThread = () => existsSync(WORKER)

/** Each thread takes the next pass that no other has. */
export function lookingInThreads(columns: Columns, threads: number): Looker {
  const workers = Array.from({ length: threads }, () => new Worker(WORKER, { workerData: { columns } }))
  return {
    async look(what) {
      const turn = new Int32Array(new SharedArrayBuffer(4))
      const looked = await Promise.all(workers.map((worker) => asked(worker, { ...what, turn })))
      return {
        pairs: joinedPairs(looked.map(({ pairs }) => pairs)),
        compared: looked.reduce((sum, { compared }) => sum + compared, 0),
      }
    },
    end: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}

function asked(worker: Worker, message: Look & { readonly turn: Int32Array }): Promise<Looked> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (looked: Looked) => {
      worker.off('error', reject)
      resolve(looked)
    })
    worker.postMessage(message)
  })
}
