import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { ENDS_WITH_US } from '../kith-process.ts'

const run = promisify(execFile)
const folder = mkdtempSync(path.join(tmpdir(), 'kith-installed-'))
// PostgreSQL runs as another user where the server runs as root.
chmodSync(folder, 0o755)
let server: ChildProcess | undefined
afterAll(async () => {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server!.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  rmSync(folder, { recursive: true, force: true })
})

test('the package installs in an empty folder, and starts there with screens, documentation and data of its own', {
  timeout: 600_000,
}, async () => {
  const { stdout } = await run(process.execPath, ['package.mjs', folder])
  const file = stdout.trim().split('\n').at(-1)!
  expect(path.basename(file)).toMatch(/^kith-kith-\d+\.\d+\.\d+\.tgz$/)
  const { stdout: listed } = await run('tar', ['-tzf', file])
  expect(listed).not.toMatch(/\.test\.ts|\/src\/|node_modules|\.kith\/|master\.key/)

  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', file], { cwd: folder, timeout: 500_000 })
  const own = path.join(folder, 'node_modules/@kith/kith')
  const { name, dependencies } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8'))
  expect(name).toBe('@kith/kith')
  expect(dependencies).toEqual(JSON.parse(readFileSync('server/package.json', 'utf8')).dependencies)
  expect(existsSync(path.join(folder, 'node_modules/@sentry'))).toBe(false)

  const command = path.join(folder, 'node_modules/.bin/kith')
  const env = { ...process.env, PORT: '0', KITH_GRPC_PORT: '0', LOG_LEVEL: 'warn', NODE_PATH: '' }
  delete (env as Record<string, unknown>)['KITH_DATA']
  server = spawn(process.execPath, [...ENDS_WITH_US, command, '--json', 'start'], {
    cwd: folder,
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let wrong = ''
  server.stderr!.setEncoding('utf8').on('data', (text) => {
    wrong += text
  })
  const said = await new Promise<string>((resolve, reject) => {
    server!.stdout!.setEncoding('utf8').once('data', resolve)
    server!.once('exit', () => reject(new Error(wrong)))
  })
  const { url, apiKey } = JSON.parse(said) as { url: string; apiKey: string }
  const headers = { authorization: `Bearer ${apiKey}` }
  const list = await fetch(`${url}/api/v1/customers?limit=1`, { headers })
  expect([list.status, ((await list.json()) as { items: unknown[] }).items.length]).toEqual([200, 1])
  for (const [place, text] of [
    ['/', 'Kith'],
    ['/docs', 'Getting started'],
    ['/docs/api', 'swagger'],
    ['/openapi.json', '3.1.0'],
  ] as const)
    expect(await (await fetch(url + place, { headers: { accept: 'text/html' } })).text()).toContain(text)
  // Beside what was installed: what is in the package's own folder is gone with its next version.
  expect(readdirSync(path.join(folder, '.kith'))).toContain('master.key')
  expect(existsSync(path.join(own, '.kith'))).toBe(false)
})
