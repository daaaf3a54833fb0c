import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ENDS_WITH_US } from '../server/test/kith-process.ts'

const COMMAND = path.resolve('server/bin/kith.mjs')

/** The URL printed by each server at start: a browser that opened it belongs to the person at this machine. */
const printed = new Map<string, string>()
export const rememberPrinted = (url: string, startUrl: string) => void printed.set(url, startUrl)
export const printedBy = (url: string) => printed.get(url) ?? url

/**
 * The real server in a process of its own, on a free port and in a temporary folder; with the demo's people. By host
 * name, because passkeys need one; the links in its messages lead to it.
 */
export async function startKith({ demo = 'on' }: { readonly demo?: 'on' | 'off' } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-e2e-'))
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    KITH_DATA: folder,
    PORT: port,
    KITH_PUBLIC_URL: url,
    KITH_GRPC_PORT: '0',
    LOG_LEVEL: 'warn',
    KITH_INSIDE_NETWORKS: 'loopback',
    // A busy machine is no overload and no slow database.
    KITH_MAX_DELAY_MS: '0',
    KITH_SLOW_STATEMENT_MS: '0',
    KITH_DEMO: demo,
  }
  const child = spawn(process.execPath, [...ENDS_WITH_US, COMMAND, '--json', 'start'], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // An aborted run leaves no server behind.
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const { startUrl } = await new Promise<{ startUrl: string }>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(JSON.parse(line)))
    child.once('exit', () => reject(new Error(`kith ended: ${said}`)))
  })
  const opened = url + new URL(startUrl).search
  rememberPrinted(url, opened)
  /** A command typed at this machine. */
  async function command<Said>(...args: string[]): Promise<Said> {
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, '--json', ...args], { env })
    return JSON.parse(stdout) as Said
  }
  return {
    url,
    startUrl: opened,
    folder,
    log: () => said,
    command,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      process.off('exit', end)
      end()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
