import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure } from '../drills/figures.ts'
import { type Body, eventually } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import { aSilentServer, faultLibrary, openFilesAllowed } from './chaos.harness.ts'
import { isDrill, query, ROUNDS, readyAt } from './database-faults.harness.ts'
import { mostMemoryOf } from './memory.ts'

const PATIENT = { timeout: 3_600_000 }
const MOST_GROWTH_MB = 300
const home = mkdtempSync(path.join(tmpdir(), 'kith-chaos-'))
// As root the database runs as another user.
chmodSync(home, 0o755)
afterAll(() => rmSync(home, { recursive: true, force: true }))
const faults = isDrill ? faultLibrary(home) : null

interface Asking {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}
async function ask({ url, headers }: Asking, method: string, where: string, body?: object) {
  const answer = await fetch(`${url}/api/v1/${where}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json().catch(() => null)) as Body }
}

async function aBusiness(settings: Record<string, string>) {
  const made = await runCommand(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'], settings)
  expect(made).toMatchObject({ code: 0 })
  const scopes = await runCommand(
    ['--json', 'key', 'create', '--name', 'drill', '--role', 'owner', '--per-minute', '0'],
    settings,
  )
  const { tenant } = JSON.parse(made.stdout)
  const { apiKey } = JSON.parse(scopes.stdout)
  return { id: tenant.id as string, headers: { authorization: `Bearer ${apiKey}` } } // Of a tenant.
}

/** Writes one after the other, each of which must be done. */
async function writesGoOn(asking: Asking, count: number): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    expect((await ask(asking, 'POST', 'customers', {})).status).toBe(201)
    took.push(performance.now() - began)
  }
  return took.toSorted((a, b) => a - b)
}
const p95 = (sorted: readonly number[]) => Math.round(sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0)

/** Of a migrated folder of its own. */
async function aFolder(name: string) {
  const settings: Record<string, string> = { KITH_DATA: path.join(home, name), KITH_DEMO: 'off' }
  expect(await runCommand(['migrate'], settings)).toMatchObject({ code: 0 })
  const owner = { host: settings['KITH_DATA']!, port: 5432, user: 'postgres', database: 'kith' }
  return { settings, owner, business: await aBusiness(settings) }
}

describe.skipIf(!isDrill)(
  'mail server, sign-in provider, broker and webhooks that take every connection and never answer',
  PATIENT,
  () => {
    let silent: Awaited<ReturnType<typeof aSilentServer>>
    let server: KithProcess
    let asking: Asking
    let before: number
    beforeAll(async () => {
      silent = await aSilentServer()
      const { settings, business } = await aFolder('silent')
      const at = `127.0.0.1:${silent.port}`
      server = await startProcess({
        ...settings,
        SMTP_URL: `smtp://${at}`,
        MAIL_FROM: 'hello@kith.example',
        NATS_URL: `nats://${at}`,
        KITH_INSIDE_NETWORKS: 'loopback',
        ...(faults && { LD_PRELOAD: faults, KITH_BROKEN_DNS: '1' }),
      })
      asking = { url: server.url, headers: { ...business.headers, 'x-kith-tenant': business.id } }
      for (const url of [`http://${at}/hook`, `https://hooks.example/hook`])
        expect((await ask(asking, 'POST', 'webhooks', { url })).status).toBe(201)
      const provider = {
        name: 'silent',
        label: 'Silent',
        issuer: `http://${at}`,
        clientId: 'kith',
        clientSecret: 'secret',
        trustsEmail: false,
      }
      expect((await ask(asking, 'PUT', 'settings/oidc', { providers: [provider] })).status).toBe(200)
      before = mostMemoryOf(server.pid)
    }, PATIENT.timeout)
    afterAll(async () => {
      await server?.stop()
      await silent?.close()
    }, PATIENT.timeout)

    const visiting = (): Asking => ({ url: asking.url, headers: { 'x-kith-tenant': asking.headers['x-kith-tenant']! } })

    test('every write goes on, and so does registering by password', PATIENT, async () => {
      const password = 'saffron kettle seventeen'
      for (let n = 0; n < 10; n++) {
        const registered = await ask(visiting(), 'POST', 'auth/register', {
          ...{ email: `person${n}@example.com`, password, firstName: 'Aisha' },
        })
        expect(registered.status).toBe(201)
      }
      const took = await writesGoOn(asking, 50 * ROUNDS)
      figure('writes while all of them hang', `${took.length}, p95 ${p95(took)} ms`, 'all acknowledged')
      expect(silent.connections()).toBeGreaterThan(0)
    })

    test('a sign-in at the provider is refused in words, and no other request waits for it', PATIENT, async () => {
      const started = ask(visiting(), 'POST', 'auth/oidc/silent/start', {})
      await writesGoOn(asking, 10)
      expect((await started).body.code).toBe('auth.provider_down')
    })

    test('/health/ready says what hangs, and stays 200', PATIENT, async () => {
      const wanted = [/^The mail server has not answered/, /^NATS has not answered/, /^Of the webhooks of businesses/]
      const ready = await eventually(async () => {
        await ask(visiting(), 'POST', 'auth/oidc/silent/start', {})
        const { status, trouble = [] } = await readyAt(server)
        const hangs = [...wanted, /^Of the sign-in providers of businesses/]
        return hangs.every((one) => trouble.some((said) => one.test(said))) && { status, trouble }
      })
      expect(ready.status).toBe(200)
      figure('what ready says', ready.trouble.join('; '))
    })

    test('memory stays bounded, and the server stops when it is told', PATIENT, async () => {
      const grown = mostMemoryOf(server.pid) - before
      figure('memory while all of them hang', `${grown} MB more`, `at most ${MOST_GROWTH_MB} MB more`)
      expect(grown).toBeLessThanOrEqual(MOST_GROWTH_MB)
      await server.stop()
      expect(server.isAlive()).toBe(false)
    })
  },
)

describe.skipIf(!isDrill)('connections that say nothing, and a client that disappears', PATIENT, () => {
  const MEGABYTE = 1024 * 1024
  const WANTED = 10_000
  const count = Math.min(WANTED, openFilesAllowed() - 2_000)
  let server: KithProcess
  let asking: Asking
  let owner: Parameters<typeof query>[0]
  let settings: Record<string, string>
  beforeAll(async () => {
    const folder = await aFolder('idle')
    owner = folder.owner
    settings = folder.settings
    server = await startProcess({ ...settings, KITH_CONNECTIONS: '20000' })
    asking = { url: server.url, headers: folder.business.headers }
  }, PATIENT.timeout)
  afterAll(() => server?.stop(), PATIENT.timeout)

  test(`${count} idle connections leave room for every write, and are closed by themselves`, PATIENT, async () => {
    const before = mostMemoryOf(server.pid)
    const port = Number(new URL(server.url).port)
    let open = 0
    const sockets: Socket[] = []
    for (let n = 0; n < count; n++) {
      const localAddress = `127.0.${1 + (n >> 12)}.1`
      await new Promise<void>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port, localAddress }, () => {
          open += 1
          resolve()
        })
        // Its end is heard only by one who reads.
        socket
          .resume()
          .on('error', () => resolve())
          .on('close', () => (open -= 1))
        sockets.push(socket)
      })
    }
    const most = open
    const took = await writesGoOn(asking, 50)
    const grown = mostMemoryOf(server.pid) - before
    figure(
      'idle connections',
      `${most} at once; writes beside them p95 ${p95(took)} ms, ${grown} MB more`,
      `${WANTED}, where so many files may be open (${openFilesAllowed()} here)`,
    )
    await eventually(async () => open === 0)
    expect(sockets.length).toBe(count)
    expect(grown).toBeLessThanOrEqual(MOST_GROWTH_MB)
    await writesGoOn(asking, 10)
  })

  test('of an upload of 200 MB whose client disappears nothing is left behind after a day', PATIENT, async () => {
    const before = mostMemoryOf(server.pid)
    const files = () =>
      readdirSync(settings['KITH_DATA']!, { recursive: true, encoding: 'utf8' }).filter(
        (file) => !file.startsWith('pgdata/'),
      )
    const filesBefore = files()
    const scopes = 'customers:read,customers:import'
    const made = await runCommand(
      ['--json', 'key', 'create', '--name', 'import', '--scopes', scopes, '--per-minute', '0'],
      settings,
    )
    const importing: Asking = { ...asking, headers: { authorization: `Bearer ${JSON.parse(made.stdout).apiKey}` } }
    const { id } = (await ask(importing, 'POST', 'imports', { fileName: 'people.csv' })).body
    const part = (n: number) => `${server.url}/api/v1/imports/${id}/parts/${n}`
    const headers = { ...importing.headers, 'content-type': 'application/octet-stream' }
    const body = Buffer.alloc(MEGABYTE, 'name,phone\n')
    for (let n = 1; n <= 100; n++) expect((await fetch(part(n), { method: 'PUT', headers, body })).status).toBe(200)
    const { port, pathname } = new URL(part(101))
    const gone = connect(Number(port), '127.0.0.1')
    const lines = Object.entries({ host: 'here', ...headers, 'content-length': String(MEGABYTE) }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    gone.write(`PUT ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    await new Promise((resolve) => gone.write(body.subarray(0, MEGABYTE / 2), resolve))
    gone.destroy()
    await writesGoOn(asking, 10)
    const parts = async () => (await query(owner, `select part from import_parts where import_id = '${id}'`)).length
    expect(await parts()).toBe(100)
    figure(
      'memory during 100 MB of an upload',
      `${mostMemoryOf(server.pid) - before} MB more`,
      `at most ${MOST_GROWTH_MB} MB more`,
    )
    expect(mostMemoryOf(server.pid) - before).toBeLessThanOrEqual(MOST_GROWTH_MB)
    await query(owner, `update imports set worker_at = now() - interval '25 hours' where id = '${id}'`)
    expect(await runCommand(['jobs', 'run', 'forget-imports'], settings)).toMatchObject({ code: 0 })
    expect(await parts()).toBe(0)
    expect(files()).toEqual(filesBefore)
  })
})
