import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const COMMAND = path.resolve('server/bin/kith.mjs')

/** The real server in a process of its own, with the demo's people, on a free port and in a folder that goes away. */
export async function startKith() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-e2e-'))
  const env = { ...process.env, KITH_DATA: folder, PORT: '0', KITH_GRPC_PORT: '0', LOG_LEVEL: 'warn', KITH_DEMO: 'on' }
  const child = spawn(process.execPath, [COMMAND, '--json', 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const { url, apiKey } = await new Promise<{ url: string; apiKey: string }>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(JSON.parse(line)))
    child.once('exit', () => reject(new Error(`kith ended: ${said}`)))
  })
  return {
    url,
    apiKey,
    log: () => said,
    async keyOf(role: string): Promise<string> {
      const args = ['--json', 'key', 'create', '--tenant', 'marhaba', '--name', role, '--role', role]
      const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env })
      return (JSON.parse(stdout) as { apiKey: string }).apiKey
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
