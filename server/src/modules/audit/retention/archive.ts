import path from 'node:path'
import type { Portion } from '../../../kit/audit-release.ts'
import { writeLines } from '../../../kit/outside-file.ts'

const DIGITS = 12

/**
 * What is about to be released, as it is stored: links beside entries, and of a person only what their key opens, so an erasure
 * reaches it too. A file for each portion, named by its places: several processes may write the same one, and one that could not
 * be deleted is written again.
 */
export async function archive(folder: string, tenant: string, { from, to, entries, batches }: Portion): Promise<void> {
  const lines = [...batches.map((batch) => ({ batch })), ...entries.map((entry) => ({ entry }))]
  const places = [from.position + 1, to.position].map((place) => String(place).padStart(DIGITS, '0'))
  await writeLines(
    path.join(folder, `${tenant}-${places.join('-')}.ndjson`),
    lines.map((line) => JSON.stringify(line, inText)),
  )
}

/** Bytes arrive here as what their own `toJSON` made of them. */
function inText(this: unknown, name: string, value: unknown): unknown {
  const bytes = typeof this === 'object' && this !== null ? Reflect.get(this, name) : undefined
  return Buffer.isBuffer(bytes) ? bytes.toString('base64') : value
}
