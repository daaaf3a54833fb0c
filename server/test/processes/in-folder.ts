import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { COMMAND, ENDS_WITH_US, runCommand } from '../kith-process.ts'

let made: string
let folder: string
let started: ChildProcess[]

/** For a file of tests: each gets a folder of its own, and what was started in it ends with the test. */
export function inFolder(): void {
  beforeEach(() => {
    folder = aFolder()
    started = []
  })
  afterEach(async () => {
    await Promise.all(
      started
        .filter((child) => child.exitCode === null && child.signalCode === null)
        .map((child) => ended(child, 'SIGTERM')),
    )
    rmSync(folder, { recursive: true, force: true })
  })
}

/** The same with a database that was made and migrated once for all tests of the file. */
export function inMigratedFolder(): void {
  beforeAll(async () => {
    made = aFolder()
    await kith(['migrate'], { KITH_DATA: made })
  })
  inFolder()
  beforeEach(() => copy(made, folder))
  afterAll(() => rmSync(made, { recursive: true, force: true }))
}

export const aFolder = () => mkdtempSync(path.join(tmpdir(), 'kith-process-'))
export const ownFolder = () => folder

/** With owners and rights, which a server started by root depends on. */
export const copy = (from: string, to: string) => promisify(execFile)('cp', ['-a', `${from}/.`, to])

const env = (more: Record<string, string> = {}) => ({
  KITH_DATA: folder,
  PORT: '0',
  KITH_GRPC_PORT: '0',
  LOG_LEVEL: 'warn',
  KITH_DEMO: 'off',
  ...more,
})

export const kith = (args: string[], more?: Record<string, string>) => runCommand(args, env(more))

/** The real server in a process of its own, once it prints where it listens. */
export async function startServer(more?: Record<string, string>) {
  const child = begin(['--json', 'start'], more)
  let said = ''
  child.stderr!.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const banner = await new Promise<{ url: string; apiKey: string | null; owner: { email: string; password: string } }>(
    (resolve, reject) => {
      child.stdout!.setEncoding('utf8').once('data', (line: string) => resolve(JSON.parse(line)))
      child.once('exit', () => reject(new Error(`kith ended: ${said}`)))
    },
  )
  return { child, ...banner, log: () => said }
}

export function begin(args: string[], more?: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [...ENDS_WITH_US, COMMAND, ...args], {
    env: { ...process.env, ...env(more) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  started.push(child)
  return child
}

export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}
