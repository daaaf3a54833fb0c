import { parentPort, workerData } from 'node:worker_threads'
import type { Columns } from '../records/columns.ts'
import { type Look, looking } from './look.ts'

const look = looking(workerData as Columns)

parentPort!.on('message', async ({ turn, ...what }: Look & { readonly turn: Int32Array }) => {
  const looked = await look(what, () => Atomics.add(turn, 0, 1))
  const { ones, others, levels, bits } = looked.pairs
  parentPort!.postMessage(
    looked,
    [ones, others, levels, bits].map(({ buffer }) => buffer as ArrayBuffer),
  )
})
