import { open } from 'node:fs/promises'

/** Adds lines to a file outside of the database, on the disk when this resolves. */
export async function addLines(path: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(lines.map((line) => `${line}\n`).join(''))
    await file.datasync()
  } finally {
    await file.close()
  }
}
