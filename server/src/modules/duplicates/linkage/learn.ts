import { Worker } from 'node:worker_threads'
import { type Linked, link } from './link.ts'
import { canThread, WORKER } from './pairs/looker.ts'
import type { Columns } from './records/columns.ts'

export type Learned = Pick<Linked, 'model' | 'shares' | 'expected'>
/** What a thread says: how far it has come, and at the end what it learned. */
export interface Apart {
  readonly share?: number
  readonly learned?: Learned
}

/** Learns a model in a thread of its own, because it takes seconds in which nothing else would be answered. */
export async function learnApart(columns: Columns, at: (share: number) => void): Promise<Learned> {
  if (!canThread()) return link(columns, { at })
  const worker = new Worker(WORKER, { workerData: { columns, alone: true } })
  try {
    return await new Promise<Learned>((resolve, reject) => {
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that learns has ended')))
      worker.on('message', ({ share, learned }: Apart) => {
        if (share !== undefined) at(share)
        if (learned) resolve(learned)
      })
    })
  } finally {
    await worker.terminate()
  }
}
