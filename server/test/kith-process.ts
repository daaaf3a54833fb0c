import { execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

export const COMMAND = path.resolve('server/bin/kith.mjs')
/** Its standard input is our pipe: however this process ends, it is stopped. */
export const ENDS_WITH_US = [
  '--import',
  `data:text/javascript,process.stdin.on('close',()=>process.kill(process.pid,'SIGTERM')).resume().unref()`,
]

export interface KithProcess {
  readonly url: string
  readonly pid: number
  readonly log: () => string
  readonly isAlive: () => boolean
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** The real server in a process of its own, once it prints where it listens. */
export async function startProcess(settings: Record<string, string>, command = COMMAND): Promise<KithProcess> {
  const child = spawn(process.execPath, [...ENDS_WITH_US, command, '--json', 'start'], {
    env: { ...process.env, PORT: '0', KITH_GRPC_PORT: '0', LOG_LEVEL: 'warn', KITH_DEMO: 'off', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const { url } = await new Promise<{ url: string }>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(JSON.parse(line)))
    child.once('exit', () => reject(new Error(`kith ended: ${said}`)))
  })
  const isAlive = () => child.exitCode === null && child.signalCode === null
  return {
    url,
    pid: child.pid!,
    isAlive,
    log: () => said,
    async stop(signal = 'SIGTERM') {
      if (!isAlive()) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
    },
  }
}

/** A command: its exit code and output. */
export async function runCommand(args: readonly string[], settings: Record<string, string>, command = COMMAND) {
  const run = promisify(execFile)(process.execPath, [command, ...args], { env: { ...process.env, ...settings } })
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
  )
}
