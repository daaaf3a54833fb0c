import path from 'node:path'
import type { Portion } from '../../../kit/audit-release.ts'
import { addLines } from '../../../kit/outside-file.ts'

/**
 * What is about to be released, as it is stored: links beside entries, and of a person only what their key opens, so an erasure
 * reaches it too. A portion that is repeated, because its deletion failed, is there twice.
 */
export async function archive(folder: string, tenant: string, { entries, batches }: Portion): Promise<void> {
  const lines = [...batches.map((batch) => ({ batch })), ...entries.map((entry) => ({ entry }))]
  await addLines(
    path.join(folder, `${tenant}.ndjson`),
    lines.map((line) => JSON.stringify(line, inText)),
  )
}

/** Bytes arrive here as what their own `toJSON` made of them. */
function inText(this: unknown, name: string, value: unknown): unknown {
  const bytes = typeof this === 'object' && this !== null ? Reflect.get(this, name) : undefined
  return Buffer.isBuffer(bytes) ? bytes.toString('base64') : value
}
