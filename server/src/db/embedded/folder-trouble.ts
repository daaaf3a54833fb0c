import fs from 'node:fs'
import path from 'node:path'
import { amRoot, nearestExisting, serverUser, whatBlocks } from './server-user.ts'

/** Folders that may be in a data folder before the database is; `lost+found` comes with a volume of its own. */
const HARMLESS = /^(pgdata\.|postgresql-|lost\+found$)/

export const holdsData = (folder: string) => fs.existsSync(path.join(folder, 'pgdata'))

/** Why the database cannot live in this folder, in words; null when it can. */
export function troubleWith(given: string): string | null {
  const folder = withoutLinks(given)
  const nearest = nearestExisting(folder)
  if (!fs.statSync(nearest).isDirectory()) return `${nearest} is not a folder`
  return troubleWithUser(folder) ?? (isWritable(nearest) ? null : `${nearest} is not writable`) ?? otherUse(folder)
}

/** Every process must name the folder alike; the folder itself may not exist yet. */
export function withoutLinks(folder: string): string {
  const nearest = nearestExisting(path.resolve(folder))
  return path.join(fs.realpathSync(nearest), path.relative(nearest, path.resolve(folder)))
}

function troubleWithUser(folder: string): string | null {
  if (amRoot()) {
    const user = serverUser(folder)
    // The folder itself is not asked about: it becomes that user's.
    const closed = whatBlocks(user, path.dirname(folder))
    return closed && `PostgreSQL, which root must run as user ${user.uid}, may not enter ${closed}`
  }
  const me = process.getuid?.()
  const owner = me !== undefined && fs.existsSync(folder) ? fs.statSync(folder).uid : me
  return owner === me ? null : `it belongs to another user (uid ${owner})`
}

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The folder becomes private and, as root, changes its owner: this must never happen to /tmp or /home. */
function otherUse(folder: string): string | null {
  if (!fs.existsSync(folder) || holdsData(folder)) return null
  const entries = fs.readdirSync(folder, { withFileTypes: true })
  const foreign = entries.find((entry) => entry.isDirectory() && !HARMLESS.test(entry.name))
  return foreign ? `it holds other things (${foreign.name})` : null
}
