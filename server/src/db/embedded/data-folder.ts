import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const NOBODY = 65534
const amRoot = () => process.getuid?.() === 0

/** The folder for the embedded database: the one asked for, or one that this process can really use. */
export function chooseDataFolder({ wanted, projectRoot }: { wanted?: string | undefined; projectRoot: string }): string {
  if (wanted !== undefined) {
    const folder = path.resolve(wanted)
    const trouble = troubleWith(folder)
    if (trouble) throw new Error(`KITH_DATA cannot be ${folder}: ${trouble}`)
    return folder
  }
  const beside = path.join(projectRoot, '.kith')
  if (!troubleWith(beside)) return beside
  const base = amRoot() ? '/var/lib' : (process.env['XDG_DATA_HOME'] ?? path.join(os.homedir(), '.local', 'share'))
  const own = path.join(base, 'kith', createHash('sha256').update(projectRoot).digest('hex').slice(0, 8))
  const trouble = troubleWith(own)
  if (trouble) throw new Error(`No folder for the data: ${own}: ${trouble}. Name one with KITH_DATA`)
  return own
}

/**
 * PostgreSQL refuses to run as root, so as root it runs as the owner of the data folder or as nobody; that user must
 * be able to walk down to the folder.
 */
function troubleWith(folder: string): string | null {
  if (amRoot()) {
    const closed = ancestorsThatExist(folder).find((one) => (fs.statSync(one).mode & 0o001) === 0)
    return closed ? `as root the database runs as another user, who cannot enter ${closed}` : null
  }
  if (fs.existsSync(folder)) {
    if (!fs.statSync(folder).isDirectory()) return 'it is not a folder'
    return fs.statSync(folder).uid === process.getuid?.() || process.platform === 'win32'
      ? null
      : 'it belongs to another user'
  }
  const parent = ancestorsThatExist(folder)[0]!
  try {
    fs.accessSync(parent, fs.constants.W_OK | fs.constants.X_OK)
    return null
  } catch {
    return `${parent} is not writable`
  }
}

/** From the nearest to the root; the folder itself is not among them. */
function ancestorsThatExist(folder: string): string[] {
  const parent = path.dirname(folder)
  const above = parent === folder ? [] : ancestorsThatExist(parent)
  return parent !== folder && fs.existsSync(parent) ? [parent, ...above] : above
}

/** Whom PostgreSQL runs as. Empty for an ordinary user: as oneself. */
export function serverUser(folder: string): { uid?: number; gid?: number } {
  if (!amRoot()) return {}
  const { uid, gid } = fs.statSync(folder)
  return uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid }
}

/** Whether every user may walk down to this path. */
export function isOpenToAll(target: string): boolean {
  return [target, ...ancestorsThatExist(target)].every((one) => (fs.statSync(one).mode & 0o001) !== 0)
}
