import { parentPort, workerData } from 'node:worker_threads'
import type { Apart } from './learn.ts'
import { link } from './link.ts'
import { type Look, looking } from './pairs/look.ts'
import type { Columns } from './records/columns.ts'

/** A thread looks through passes as it is told, or learns everything by itself. */
const port = parentPort!
const { columns, alone }: { readonly columns: Columns; readonly alone?: true } = workerData

if (alone) {
  const at = (share: number) => port.postMessage({ share } satisfies Apart)
  const { model, shares, expected } = await link(columns, { at })
  port.postMessage({ learned: { model, shares, expected } } satisfies Apart)
} else {
  const look = looking(columns)
  port.on('message', async ({ turn, ...what }: Look & { readonly turn: Int32Array }) => {
    const looked = await look(what, () => Atomics.add(turn, 0, 1))
    const { ones, others, levels, bits } = looked.pairs
    port.postMessage(
      looked,
      // Made here, none of them shared.
      [ones, others, levels, bits].map(({ buffer }) => buffer as ArrayBuffer),
    )
  })
}
