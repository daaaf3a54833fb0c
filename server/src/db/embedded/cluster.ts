import fs from 'node:fs'
import path from 'node:path'
import { program } from './binaries.ts'
import { makeWhole, removeHalfMade } from './half-made.ts'
import type { ServerUser } from './server-user.ts'
import { runWatched } from './watched.ts'

/** initdb looks its user up by name; the server itself does not. */
export class NamelessUser extends Error {}

interface Cluster {
  readonly dataFolder: string
  readonly cluster: string
  readonly binaries: string
  readonly user: ServerUser
  readonly durable: boolean
}

/** Makes the database, unless it is there. */
export async function ensureCluster(wanted: Cluster): Promise<void> {
  removeHalfMade(wanted.dataFolder)
  if (fs.existsSync(path.join(wanted.cluster, 'PG_VERSION'))) return
  await makeWhole(wanted.cluster, (half) => initialise(half, wanted))
}

async function initialise(folder: string, { dataFolder, binaries, user, durable }: Cluster): Promise<void> {
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und']
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', ...locale, ...(durable ? [] : ['-N'])]
  const said: string[] = []
  const initdb = runWatched({ file: program(binaries, 'initdb'), args, user, cwd: dataFolder }, (line) =>
    said.push(line),
  )
  const code = await initdb.ended
  if (code === 0) return
  const reason = said.findLast((line) => /error:|FATAL:|could not/.test(line)) ?? said.at(-1) ?? `code ${code}`
  if (reason.includes('could not look up effective user ID')) {
    throw new NamelessUser(
      `PostgreSQL needs a name for user ${user.uid ?? process.getuid?.()}: add one to /etc/passwd, run Kith as another user, or set DATABASE_URL`,
    )
  }
  if (code === 126 || code === 127) {
    throw new Error(`The PostgreSQL that came with npm does not run on this system (${reason}); set DATABASE_URL`)
  }
  throw new Error(`The database cannot be made in ${dataFolder}: ${reason.replace(/^initdb: (error: )?/, '')}`)
}
