import type { Kith } from '@kith/sdk'
import { isUnreachable } from '../reach/unreachable.ts'

/** As large as the server takes at once. */
const PART_BYTES = 1024 * 1024

interface Sending {
  readonly onSent: (bytes: number) => void
  readonly signal: AbortSignal
}

/** Sends a file part by part: never more of it in memory than one. */
export async function sendFile(kith: Kith, file: File, { onSent, signal }: Sending): Promise<string> {
  const { id: importId } = await kith.imports.create({ fileName: file.name }, { signal })
  const parts = Math.max(1, Math.ceil(file.size / PART_BYTES))
  for (let part = 1; part <= parts; part++) {
    const bytes = file.slice((part - 1) * PART_BYTES, part * PART_BYTES)
    await untilSent(() => kith.imports.putPart({ importId, part, bytes }, { signal }), signal)
    onSent(Math.min(file.size, part * PART_BYTES))
  }
  await kith.imports.uploaded({ importId, parts }, { signal })
  return importId
}

/** Before each further try of a part: a short loss of the network does not begin a large file anew. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000]

/** The same part may arrive twice: the last one counts. */
async function untilSent(send: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await send()
      return
    } catch (error) {
      const wait = WAITS_MS[tries]
      if (wait === undefined || signal.aborted || !isUnreachable(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
      signal.throwIfAborted()
    }
  }
}
