import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { holdsData, troubleWith } from './folder-trouble.ts'
import { amRoot } from './server-user.ts'

/** The folder for the embedded database: the one asked for, or one that this process can really use. */
export function chooseDataFolder({
  wanted,
  projectRoot,
}: {
  wanted?: string | undefined
  projectRoot: string
}): string {
  if (wanted !== undefined) return insistOn(path.resolve(wanted), 'KITH_DATA cannot be')

  const project = path.resolve(projectRoot)
  const beside = path.join(project, '.kith')
  const apart = path.join(homeOfData(), 'kith', digest(project).slice(0, 8))
  // Existing data stay where they are: an empty database elsewhere would look like their loss.
  const present = [beside, apart].find(holdsData) ?? [beside].find((folder) => fs.existsSync(folder))
  if (present) return insistOn(present, 'The database cannot be used in')
  return troubleWith(beside) ? insistOn(apart, 'The database cannot be made in') : beside
}

/** For names that are short, stable and never clash. */
export const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function homeOfData(): string {
  if (amRoot()) return '/var/lib'
  const wish = process.env['XDG_DATA_HOME']
  return wish && path.isAbsolute(wish) ? wish : path.join(os.homedir(), '.local', 'share')
}

/** The folder, or an error in one line. */
export function insistOn(folder: string, claim: string): string {
  const trouble = troubleWith(folder)
  if (trouble) throw new Error(`${claim} ${folder}: ${trouble}; name another folder with KITH_DATA`)
  return folder
}
