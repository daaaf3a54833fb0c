import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { errno } from './errno.ts'
import { isAlive } from './process.ts'

const NAME = /\.half-(\d+)-[0-9a-f]+$/

/**
 * Makes a folder under another name and renames it, so that it never exists half-made. When another process was faster,
 * its folder stays.
 */
export async function makeWhole(target: string, make: (half: string) => void | Promise<void>): Promise<void> {
  const half = `${target}.half-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await make(half)
    fs.renameSync(half, target)
    syncFolder(path.dirname(target))
  } catch (error) {
    remove(half)
    const theirs = ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errno(error))
    if (!theirs || !fs.existsSync(target)) throw error
  }
}

/** Removes what killed processes left behind. */
export function removeHalfMade(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const maker = NAME.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) remove(path.join(folder, name))
  }
}

// A killed maker's programs may still be writing for a moment.
const remove = (folder: string) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 })

/** A rename outlives a power failure only once its folder is on the disk. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; a folder that may be written, but not read, cannot be opened either.
  if (process.platform === 'win32' || !isReadable(folder)) return
  const handle = fs.openSync(folder, 'r')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}

function isReadable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.R_OK)
    return true
  } catch {
    return false
  }
}
