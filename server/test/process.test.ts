import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, type TestContext, test } from 'vitest'
import { BadConfig, readConfig } from '../src/config.ts'
import { openEmbedded } from '../src/db/embedded/index.ts'
import { sign } from '../src/modules/privacy/erasure/signing.ts'
import { eventually } from './harness.ts'
import { ENDS_WITH_US } from './kith-process.ts'

const COMMAND = path.resolve('server/bin/kith.mjs')
let made: string
let folder: string
let started: ChildProcess[]

/** A folder that is made and migrated once, and copied for each test but those of the demo, which is made with it. */
beforeAll(async () => {
  made = mkdtempSync(path.join(tmpdir(), 'kith-process-'))
  await kith(['migrate'], { KITH_DATA: made })
})
afterAll(() => rmSync(made, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-process-'))
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

const env = (more: Record<string, string> = {}) => ({
  ...process.env,
  KITH_DATA: folder,
  PORT: '0',
  KITH_GRPC_PORT: '0',
  LOG_LEVEL: 'warn',
  KITH_DEMO: 'off',
  ...more,
})

/** With owners and rights, which a server started by root depends on. */
const copy = (from: string, to: string) => promisify(execFile)('cp', ['-a', `${from}/.`, to])
const migrated = async ({ task }: TestContext) => {
  if (!task.name.includes('demo')) await copy(made, folder)
}

async function kith(args: string[], more: Record<string, string> = {}) {
  const run = promisify(execFile)(process.execPath, [COMMAND, ...args], { env: env(more) })
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
  )
}

/** Runs the real server as its own process, until it says where it listens. */
async function startServer(more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [...ENDS_WITH_US, COMMAND, '--json', 'start'], {
    env: env(more),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  started.push(child)
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

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

describe('durability', () => {
  beforeEach(migrated)
  test('a server that joined the database of another process goes on when that one ends', async () => {
    const first = await startServer()
    const second = await startServer()
    const database = () => readFileSync(path.join(folder, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0]
    const before = database()
    expect(await ended(first.child, 'SIGTERM')).toBe(0)
    await eventually(async () => {
      const ready = await fetch(`${second.url}/health/ready`).catch(() => null)
      return ready?.status === 200 && database() !== before
    })
    expect(second.log()).toContain('kith: PostgreSQL was stopped by the process that had started it\n')
    expect(await ended(second.child, 'SIGTERM')).toBe(0)
  })

  test('after kill -9 of server and database, every acknowledged customer is there, numbers have no gaps, the chain is intact', async () => {
    const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
    const acknowledged: { id: string; number: string }[] = []
    const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
    for (let round = 0; round < 2; round++) {
      const server = await startServer()
      const goal = acknowledged.length + 60
      const lane = async () => {
        for (;;) {
          const answer = await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' }).catch(
            () => null,
          )
          if (!answer) return
          const body = await answer.json().catch(() => null)
          if (answer.status === 201 && body) acknowledged.push(body as { id: string; number: string })
        }
      }
      const lanes = Array.from({ length: 8 }, lane)
      while (acknowledged.length < goal) await new Promise((resolve) => setTimeout(resolve, 5))
      const database = Number(readFileSync(path.join(folder, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(database, 'SIGKILL')
      await ended(server.child, 'SIGKILL')
      await Promise.all(lanes)
    }
    const server = await startServer()
    const { items, total } = (await (
      await fetch(`${server.url}/api/v1/customers?limit=200&sort=number&order=asc`, { headers })
    ).json()) as {
      items: { id: string; number: string }[]
      total: number
    }
    const there = new Set<string>()
    for (const { id, number } of acknowledged) {
      const answer = await fetch(`${server.url}/api/v1/customers/${id}`, { headers })
      expect(answer.status, number).toBe(200)
      there.add(number)
    }
    expect(there.size).toBe(acknowledged.length)
    expect(total).toBeGreaterThanOrEqual(acknowledged.length)
    expect(items.map(({ number }) => Number(number.slice(5)))).toEqual(items.map((_, index) => index + 1))
    const verified = JSON.parse((await kith(['--json', 'audit', 'verify'])).stdout)
    expect(verified.reports).toMatchObject([{ tenant: 'shop', broken: null }])
  })
})

/** How the passwords were hashed that a server keeps in this folder. */
async function hashesOf(dataFolder: string): Promise<string[]> {
  const { host, port, stop } = await openEmbedded({ dataFolder })
  const database = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  await database.connect()
  const { rows } = await database.query(
    `select left(convert_from(secret, 'utf8'), 7) as begins from account_credentials where kind = 'password'`,
  )
  await database.end()
  await stop()
  return rows.map(({ begins }) => begins)
}

describe('the command', () => {
  beforeEach(migrated)
  test('makes a demo once, joins the running server, and says the same in JSON', async () => {
    const first = await startServer({ KITH_DEMO: 'on' })
    const authorization = `Bearer ${first.apiKey}`
    const list = async (url: string) =>
      (await (await fetch(`${url}/api/v1/customers?limit=1`, { headers: { authorization } })).json()) as {
        total: number
      }
    expect((await list(first.url)).total).toBe(1_000)
    const created = JSON.parse((await kith(['--json', 'tenant', 'create', 'second', '--name', 'Second'])).stdout)
    expect(created).toEqual({
      tenant: { id: expect.any(String), slug: 'second' },
      apiKey: expect.stringMatching(/^kith_/),
      invitation: null,
    })
    expect(await kith(['tenant', 'create', 'second', '--name', 'Again'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already has this slug'),
    })
    const listed = JSON.parse((await kith(['--json', 'tenant', 'list'])).stdout)
    expect(listed.tenants.map(({ slug }: { slug: string }) => slug)).toEqual(['marhaba', 'second'])
    const key = JSON.parse(
      (await kith(['--json', 'key', 'create', '--tenant', 'second', '--name', 'till', '--role', 'cashier'])).stdout,
    )
    const ask = () => fetch(`${first.url}/api/v1/customers`, { headers: { authorization: `Bearer ${key.apiKey}` } })
    expect((await ask()).status).toBe(200)
    expect(await kith(['key', 'revoke', key.id, '--tenant', 'second'])).toMatchObject({ code: 0 })
    while ((await ask()).status !== 401);
    expect((await kith(['key', 'list', '--tenant', 'second'])).stdout).toMatch(/revoked/)
    expect(await kith(['key', 'list'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('name one with --tenant'),
    })
    expect(JSON.parse((await kith(['--json', 'keys', 'rotate', '--tenant', 'marhaba'])).stdout).rotated).toEqual([
      { tenant: 'marhaba', rewrapped: 1_000 },
    ])
    expect(JSON.parse((await kith(['--json', 'stats', 'rebuild', '--tenant', 'marhaba'])).stdout)).toEqual({
      customers: 1_000,
      corrected: 0,
    })
    expect(JSON.parse((await kith(['--json', 'demo', '--customers', '1100'])).stdout)).toMatchObject({
      customers: 1_100,
    })
    expect(JSON.parse((await kith(['--json', 'doctor'])).stdout).healthy).toBe(true)
    const { jobs } = JSON.parse((await kith(['--json', 'jobs'])).stdout)
    expect(jobs.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['flag-inactive-customers', 'expire-guests', 'tidy-sign-ins', 'alarm-privacy-requests']),
    )
    expect(await kith(['jobs', 'run', 'expire-guests'])).toMatchObject({ code: 0, stdout: 'expire-guests is done.\n' })
    expect((await kith(['jobs', 'run', 'nothing'])).code).not.toBe(0)
    expect((await kith(['migrate'])).stdout).toContain('up to date')
    expect(await ended(first.child, 'SIGTERM')).toBe(0)
    const second = await startServer({ KITH_DEMO: 'on' })
    expect(second.apiKey).toBe(first.apiKey)
    expect((await list(second.url)).total).toBe(1_100)
    expect(second.log()).toBe('')
  })

  test('gives a demo an owner who can sign in, and a new tenant a link for its first owner', async () => {
    const server = await startServer({ KITH_DEMO: 'on' })
    const post = async (tenant: string, path: string, body: object) => {
      const headers = { 'x-kith-tenant': tenant, 'content-type': 'application/json' }
      const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: answer.status, body: (await answer.json()) as { account: { role: string } } }
    }
    expect((await post('marhaba', '/api/v1/auth/login', server.owner)).body.account.role).toBe('owner')
    const again = await startServer({ KITH_DEMO: 'on' })
    expect(again.owner).toEqual(server.owner)
    // A log keeps what it is told: there the banner says where key and password lie.
    const logged = spawn(process.execPath, [COMMAND, 'start'], {
      env: env({ KITH_DEMO: 'on' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.push(logged)
    let banner = ''
    logged.stdout.setEncoding('utf8').on('data', (text) => {
      banner += text
    })
    await eventually(async () => banner.includes('Try it:'))
    expect(banner).not.toContain(server.apiKey!)
    expect(banner).not.toContain(server.owner.password)
    expect(banner).toContain(path.join(folder, 'demo.key'))
    expect(banner).toMatch(/Screens +http:\/\/127\.0\.0\.1:\d+\/\?start=[\w-]{32}\n/)
    const made = await kith([
      '--json',
      'tenant',
      'create',
      'third',
      '--name',
      'Third',
      '--owner-email',
      'zahra@example.com',
    ])
    const { invitation } = JSON.parse(made.stdout)
    const [, tenant, token] = /#tenant=([\w-]+)&token=([\w-]+)$/.exec(invitation)!
    const accept = () =>
      post(tenant!, '/api/v1/staff/invitations/accept', { token, password: 'saffron kettle seventeen' })
    let accepted = await accept()
    // The server learns of a tenant that another process made within seconds.
    while (accepted.status === 400) accepted = await accept()
    expect(accepted).toMatchObject({ status: 200, body: { account: { role: 'owner' } } })
    const rotated = JSON.parse((await kith(['--json', 'keys', 'rotate-signing', '--tenant', 'third'])).stdout)
    expect(rotated.rotated).toMatchObject([{ slug: 'third' }])
    const { keys } = (await (await fetch(`${server.url}/api/v1/auth/jwks/third`)).json()) as { keys: unknown[] }
    expect(keys).toHaveLength(2)
    expect(await hashesOf(folder)).toEqual(['$2b$12$', '$2b$12$'])
    await ended(server.child, 'SIGTERM')
    await ended(again.child, 'SIGTERM')
  })

  test('a taken port ends the start, background work and database included, with one line', async () => {
    const first = await startServer()
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'kith-process-'))
    const second = await kith(['start'], { KITH_DATA: elsewhere, PORT: new URL(first.url).port })
    expect(second.code).toBe(1)
    const port = new URL(first.url).port
    expect(second.stderr).toBe(`kith: PORT ${port} is in use by another program (EADDRINUSE); choose another\n`)
    rmSync(elsewhere, { recursive: true, force: true })
    expect(await ended(first.child, 'SIGTERM')).toBe(0)
  })

  test('verifies a certificate of erasure with nothing but the file: 0 when it holds, 1 when not', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const [key, id] = [await exportJWK(publicKey), await calculateJwkThumbprint(await exportJWK(publicKey))]
    const uuid = '0192aaaa-0000-7000-8000-000000000000'
    const claims = {
      ...{ tenant: uuid, erasure: uuid, request: null, customer: 'ab', reason: 'requested', erasedAt: '2026-01-01' },
      ...{ certifiedAt: '2026-01-01', tables: [{ table: 'data_keys', rows: 1, fate: 'erased' as const }] },
      audit: { entry: 1, position: 2, hash: 'cd' },
    }
    const certificate = await sign({ id, privateJwk: await exportJWK(privateKey) }, claims)
    const file = path.join(folder, 'certificate.json')
    writeFileSync(file, JSON.stringify({ certificate, key, thumbprint: id }))
    expect(JSON.parse((await kith(['--json', 'privacy', 'verify', file, '--key', id])).stdout)).toEqual({
      valid: true,
      pinned: true,
      thumbprint: id,
      claims,
    })
    expect(await kith(['privacy', 'verify', file])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`key ${id}`),
    })
    expect(await kith(['privacy', 'verify', file, '--key', 'another'])).toMatchObject({
      code: 1,
      stderr: 'kith: It was signed with another key.\n',
    })
    writeFileSync(file, JSON.stringify({ certificate: `${certificate.slice(0, -4)}AAAA`, key, thumbprint: id }))
    expect(await kith(['privacy', 'verify', file])).toMatchObject({ code: 1, stdout: '' })
  })

  test('erases again whom a restored data folder brought back, by the ledger that lay elsewhere', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'kith-process-'))
    const [backup, ledger] = [path.join(elsewhere, 'backup'), path.join(elsewhere, 'erasures.ndjson')]
    const settings = { KITH_ERASURE_LEDGER: ledger }
    const { apiKey } = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    let url = ''
    const ask = async (method: string, place: string, body?: unknown) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      const answer = await fetch(`${url}/api/v1${place}`, { method, headers, ...sent })
      return { status: answer.status, body: (await answer.json()) as { id: string } }
    }
    const during = async (work: () => Promise<void>) => {
      const server = await startServer(settings)
      url = server.url
      await work()
      expect(await ended(server.child, 'SIGTERM')).toBe(0)
    }
    const aCustomer = async (firstName: string) => (await ask('POST', '/customers', { firstName })).body.id
    const erase = async (id: string) => {
      const { body } = await ask('POST', `/customers/${id}/erasure`, { reason: 'requested' })
      await eventually(async () => (await ask('GET', `/erasures/${body.id}/certificate`)).status === 200)
    }
    const people = { gone: '', stays: '' }
    await during(async () => {
      await erase(await aCustomer('First'))
      people.gone = await aCustomer('Gone')
      people.stays = await aCustomer('Stays')
    })
    mkdirSync(backup)
    await copy(folder, backup)
    await during(() => erase(people.gone))
    const lines = readFileSync(ledger, 'utf8')
    expect((await kith(['privacy', 'ledger'])).stdout).toBe(lines)
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    await copy(backup, folder)

    const repeat = async (...more: string[]) => {
      const { code, stdout, stderr } = await kith(['--json', 'privacy', 'repeat-erasures', ledger, ...more], settings)
      expect(stderr).toBe('')
      return { code, ...JSON.parse(stdout) }
    }
    const outcome = (word: string) => [{ outcome: 'gone' }, { outcome: word, customer: people.gone }]
    expect(await repeat('--dry-run')).toMatchObject({ code: 0, dryRun: true, repeated: outcome('would_be_erased') })
    expect(await repeat()).toMatchObject({ code: 0, open: 0, repeated: outcome('erased') })
    expect(await repeat()).toMatchObject({ code: 0, open: 0, repeated: outcome('gone') })
    expect((await kith(['privacy', 'repeat-erasures', ledger], settings)).stdout).toContain('Nobody is left.')
    await during(async () => {
      expect((await ask('GET', `/customers/${people.gone}`)).status).toBe(404)
      expect((await ask('GET', `/customers/${people.stays}`)).status).toBe(200)
      await eventually(async () => readFileSync(ledger, 'utf8').trim().split('\n').length === 3)
    })
    writeFileSync(ledger, `${lines.slice(0, 300)}\n`)
    expect(await repeat()).toMatchObject({ code: 1, open: 1, repeated: [{ outcome: 'unbelievable' }] })
    rmSync(elsewhere, { recursive: true, force: true })
  })

  test('names the first entry of the audit trail that was changed, reordered or removed, and ends with 1', async () => {
    const server = await startServer()
    const made = await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])
    const { apiKey } = JSON.parse(made.stdout)
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    for (let n = 0; n < 4; n++) await fetch(`${server.url}/api/v1/customers`, { method: 'POST', headers, body: '{}' })
    const verify = async () => {
      const { code, stdout } = await kith(['--json', 'audit', 'verify', '--tenant', 'shop'])
      return { code, report: JSON.parse(stdout).reports[0] }
    }
    await eventually(async () => (await verify()).report.unsealed === 0)
    expect(await verify()).toMatchObject({ code: 0, report: { broken: null } })

    const { host, port, stop } = await openEmbedded({ dataFolder: folder })
    const database = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
    await database.connect()
    try {
      const swapped = `update audit_entries set seq = case seq when 3 then -4 else -3 end where seq in (3, 4);
        update audit_entries set seq = -seq where seq < 0`
      const damages = [
        [
          `update audit_entries set action = 'x' || action where seq = 3`,
          `update audit_entries set action = substr(action, 2) where seq = 3`,
        ],
        [swapped, swapped],
        ['delete from audit_entries where seq = 3', null],
      ] as const
      for (const [damage, repair] of damages) {
        await database.query(damage)
        const { code, report } = await verify()
        expect([damage, code, report.broken.seq]).toEqual([damage, 1, 3])
        if (repair === null) continue
        await database.query(repair)
        expect(await verify()).toMatchObject({ code: 0, report: { broken: null } })
      }
    } finally {
      await database.end()
      await stop()
    }
  })

  test('tells what is wrong in one line, with a code for it', async () => {
    expect(await kith(['start'], { PORT: 'seventy' })).toEqual({
      code: 78,
      stdout: '',
      stderr: 'kith: PORT must be a whole number from 0 to 65535\n',
    })
    expect(await kith(['nonsense'])).toMatchObject({ code: 64 })
    expect(
      await kith(['migrate'], {
        DATABASE_URL: 'postgres://localhost:1/x',
        KITH_MASTER_KEY: '5d1c0b7f93e2486aa0c4d8e617f23b9584fe6a1d70c9b35288e14f6da3507c9e',
      }),
    ).toMatchObject({ code: 69 })
  })
})

describe('what was typed and does not fit', () => {
  const create = ['tenant', 'create']
  test.each([
    [
      [...create, 'Bad Slug!', '--name', 'X'],
      /^kith: slug: Small Latin letters, digits and single hyphens, such as alpha-wash\n$/,
    ],
    [[...create, 'x-y', '--name', 'X', '--locale', 'fr'], /^kith: locale: Choose from: en, ar\n$/],
    [[...create, 'x', '--name', 'X'], /^kith: slug: Use at least 2 characters\n$/],
    [[...create, 'x-y', '--name', 'X', '--country', 'oman'], /^kith: country: Two capital letters, such as OM\n$/],
    [[...create, 'x-y', '--name', 'X', '--owner-email', 'x'], /^kith: email: Not an e-mail address\n$/],
    [['key', 'create', '--name', 'X'], /^kith: say what the key may do: either --role or --scopes/],
    [['key', 'create', '--name', 'X', '--role', 'king'], /It takes owner/],
    [['nonsense'], /^kith: unknown command/],
  ])('%j is one line, and 64', async (args, line) => {
    const { code, stdout, stderr } = await kith(args)
    expect([code, stdout]).toEqual([64, ''])
    expect(stderr).toMatch(line)
    const asked = await kith(['--json', ...args])
    expect(asked.code).toBe(64)
    expect(JSON.parse(asked.stderr)).toMatchObject({ code: 'usage', message: expect.any(String), exit: 64 })
  })

  test('a setting is, with --json, an object too', async () => {
    const { code, stderr } = await kith(['--json', 'start'], { KITH_CORS_ORIGINS: 'foo' })
    expect(code).toBe(78)
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'bad_setting',
      message: expect.stringMatching(/^KITH_CORS_ORIGINS/),
    })
  })

  test.runIf(process.platform === 'linux')(
    'a folder that the system does not make ends the start at once',
    async () => {
      const { code, stderr } = await kith(['start'], { KITH_DATA: '/proc/nope' })
      expect(code).toBe(1)
      expect(stderr).toMatch(/^kith: .*\/proc.*name another folder with KITH_DATA\n$/)
    },
  )
})

describe('settings', () => {
  test.each([
    [{ KITH_MASTER_KEY: 'secret' }, 'KITH_MASTER_KEY must be 32 random bytes'],
    [{ KITH_MASTER_KEY: 'ab'.repeat(32) }, 'KITH_MASTER_KEY is too weak'],
    [{ DATABASE_URL: 'postgres://x/y' }, 'KITH_MASTER_KEY is required with DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must start with postgres://'],
    [{ KITH_CORS_ORIGINS: 'foo' }, 'KITH_CORS_ORIGINS must be origins such as https://shop.example'],
    [{ KITH_CORS_ORIGINS: 'https://a.example, https://b.example/x' }, 'KITH_CORS_ORIGINS must be origins'],
    [{ KITH_POOL: '1' }, 'KITH_POOL must be a whole number from 2 to 500'],
  ])('%j stops the start', (settings, message) => {
    expect(() => readConfig(settings)).toThrow(BadConfig)
    expect(() => readConfig(settings)).toThrow(message)
  })

  test('without any, everything has a sensible default', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 4000,
      KITH_GRPC_PORT: 4001,
      HOST: '127.0.0.1',
      KITH_DEMO: 'on',
      LOG_LEVEL: 'info',
    })
  })

  test('gRPC stands beside HTTP, unless it is told otherwise', () => {
    const port = (env: Record<string, string>) => readConfig(env).KITH_GRPC_PORT
    expect(port({ PORT: '5000' })).toBe(5001)
    expect(port({ PORT: '0' })).toBe(0)
    expect(port({ PORT: '5000', KITH_GRPC_PORT: '6000' })).toBe(6000)
  })
})
