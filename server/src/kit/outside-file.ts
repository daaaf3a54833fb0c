import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Adds lines to a file outside of the database, on the disk when this resolves. */
export async function addLines(file: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    // A crash or a full disk may have torn the last line: what is added must not become a part of it.
    const start = size === 0 || (await endsALine(handle, size)) ? '' : '\n'
    await handle.appendFile(start + inLines(lines))
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function endsALine(handle: FileHandle, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString() === '\n'
}

/** A whole file or none, on the disk when this resolves; of several that write the same, the last one stays. */
export async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  const written = `${file}.${randomUUID()}`
  try {
    const handle = await open(written, 'wx', 0o600)
    try {
      await handle.writeFile(inLines(lines))
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await rename(written, file)
  } catch (error) {
    await rm(written, { force: true })
    throw error
  }
  await syncFolder(file)
}

const inLines = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

/** Without it a new name may be gone after a power cut. */
async function syncFolder(file: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
