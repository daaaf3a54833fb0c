import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { PATIENCE, type Patience } from './insist.ts'
import { type ServerUser, spawnAs } from './server-user.ts'

/**
 * The inner shell reads our pipe, which ends however this process dies; then it signals the program to stop, again and
 * again because a program that just starts may miss the first signal, and harder each time. The outer one outlives signals that are meant for
 * us all, and ends with the program.
 */
const WATCHDOG = `
trap : HUP INT TERM
hard=$1 hardest=$2
shift 2
"$@" </dev/null 3<&- & program=$!
(
  trap '' HUP INT TERM
  read -r _
  asked=0 signal=INT
  while kill -$signal $program; do
    sleep 1 </dev/null
    asked=$((asked + 1))
    [ $asked -lt $hard ] || signal=QUIT
    [ $asked -lt $hardest ] || signal=KILL
  done
) <&3 3<&- >/dev/null 2>&1 & watchdog=$!
exec 3<&-
while wait $program; code=$?; kill -0 $program 2>/dev/null; do :; done
kill -9 $watchdog
exit $code`

const PIPE = 3
/** Child processes of a killed program may hold its output open forever. */
const LAST_WORD_WITHIN_MS = 1_000

export interface Watched {
  /** The exit code, once the program has ended and its output is read. */
  readonly ended: Promise<number>
  /** Lets go of the pipe: the program stops as if we had died. */
  release(): void
  /** Whether the program alone keeps this process from ending. */
  hold(on: boolean): void
}

export interface Program {
  readonly file: string
  readonly args: readonly string[]
  readonly user: ServerUser
  readonly cwd: string
  readonly patience?: Patience | undefined
}

/** Runs a program that ends when this process does, kill -9 included (not on Windows). */
export function runWatched(program: Program, onLine: (line: string) => void): Watched {
  const { file, args, user, cwd, patience = PATIENCE } = program
  const windows = process.platform === 'win32'
  const seconds = [patience.hardAfter, patience.hardestAfter].map(String)
  const [command, words] = windows ? [file, args] : ['/bin/sh', ['-c', WATCHDOG, 'sh', ...seconds, file, ...args]]
  const child = spawn(command, words, {
    ...spawnAs(user),
    cwd,
    env: plainEnvironment(),
    detached: !windows,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  // Node makes sockets of pipes; the types say streams.
  const [errors, pipe] = [child.stderr, child.stdio[PIPE]] as [Socket, Socket]
  pipe.on('error', () => {})
  createInterface({ input: errors }).on('line', onLine)
  return {
    ended: endOf(child),
    release: () => pipe.end(),
    hold(on) {
      for (const handle of [child, errors, pipe]) on ? handle.ref() : handle.unref()
    },
  }
}

/** Our own environment holds secrets, and the other user's processes could read theirs. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const needed = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']
  const kept = needed.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]])
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => setTimeout(() => resolve(code ?? -1), LAST_WORD_WITHIN_MS).unref())
    child.once('close', (code) => resolve(code ?? -1))
  })
}
