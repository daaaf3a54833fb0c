import type { Kith } from '@kith/sdk'

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
    await kith.imports.putPart({ importId, part, bytes }, { signal })
    onSent(Math.min(file.size, part * PART_BYTES))
  }
  await kith.imports.uploaded({ importId, parts }, { signal })
  return importId
}
