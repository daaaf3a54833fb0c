import { spawnSync } from 'node:child_process'
import { program } from './binaries.ts'
import { askToStop, type Patience } from './insist.ts'
import { readLock } from './lock-file.ts'
import type { ServerUser } from './server-user.ts'
import { runWatched } from './watched.ts'

/** Another server uses the folder, or has not ended yet. */
export class LockedOut extends Error {}

const LOCKED = /lock file ".*" (already exists|is empty)|bogus data in lock file|pre-existing shared memory block/
const LINES_KEPT = 50

export interface Postgres {
  readonly pid: number
  /** In words, why it ended. */
  readonly ended: Promise<string>
  /** Shuts down fast and clean: open transactions roll back, what is committed is on the disk. The watchdog insists. */
  stop(): Promise<void>
}

interface Start {
  readonly binaries: string
  readonly args: readonly string[]
  readonly user: ServerUser
  readonly dataFolder: string
  readonly cluster: string
  readonly patience: Patience | undefined
  readonly onLog: (line: string) => void
}

/** Resolves once the server takes connections. */
export async function startPostgres({
  binaries,
  args,
  user,
  dataFolder,
  cluster,
  patience,
  onLog,
}: Start): Promise<Postgres> {
  const said: string[] = []
  let whenReady = () => {}
  const ready = new Promise<void>((resolve) => {
    whenReady = resolve
  })
  const server = runWatched({ file: program(binaries, 'postgres'), args, user, cwd: dataFolder, patience }, (line) => {
    said.push(line)
    if (said.length > LINES_KEPT) said.shift()
    if (line.includes('ready to accept connections')) whenReady()
    onLog(line)
  })
  const ended = server.ended.then((code) => lastWords(said, code))
  const failure = await Promise.race([ready, ended])
  if (failure !== undefined) {
    throw LOCKED.test(failure) ? new LockedOut(failure) : new Error(`PostgreSQL does not start: ${failure}`)
  }
  const pid = readLock(cluster)!.pid
  // This process may end when it has nothing else to do; the server ends with it.
  server.hold(false)
  return {
    pid,
    ended,
    async stop() {
      server.hold(true)
      server.release()
      if (process.platform === 'win32') spawnSync(program(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast'])
      else askToStop(pid)
      await ended
    },
  }
}

function lastWords(said: readonly string[], code: number): string {
  const fatal = said.findLast((line) => /\b(FATAL|PANIC): /.test(line))
  return fatal?.replace(/^.*?(FATAL|PANIC): +/, '') ?? said.at(-1) ?? `code ${code}`
}
