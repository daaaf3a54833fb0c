import { writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../src/db/embedded/index.ts'
import { eventually } from '../harness.ts'
import { begin, ended, inFolder, kith, ownFolder, startServer } from './in-folder.ts'

inFolder()

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
  const rebuilt = JSON.parse((await kith(['--json', 'stats', 'rebuild', '--tenant', 'marhaba'])).stdout)
  expect(rebuilt).toEqual({
    customers: 1_000,
    corrected: 0,
    orders: expect.any(Number),
    drifts: [],
    owed: [],
    figures: { corrected: 0, drifts: [] },
  })
  expect(rebuilt.orders).toBeGreaterThan(500)
  const rules = path.join(ownFolder(), 'rules.json')
  writeFileSync(rules, JSON.stringify({ earn: { points: 2, per: 1_000 } }))
  const simulate = (...more: string[]) => kith([...more, 'loyalty', 'simulate', rules, '--tenant', 'marhaba'])
  const tried = JSON.parse((await simulate('--json')).stdout)
  expect(tried).toMatchObject({ days: 90, currency: 'OMR' })
  expect(tried.orders).toBeGreaterThan(0)
  expect(tried.difference.points).toBe(tried.wanted.points - tried.present.points)
  expect((await simulate()).stdout).toMatch(/rules of today[\s\S]*these rules[\s\S]*difference/)
  // Nothing is saved by it.
  expect(JSON.parse((await simulate('--json')).stdout)).toEqual(tried)
  const lately = kith(['loyalty', 'simulate', rules, '--tenant', 'marhaba', '--last', 'lately'])
  expect(await lately).toMatchObject({ code: 64, stderr: expect.stringContaining('such as 90d') })
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
  // A log is permanent: there the banner names the files of key and password.
  let banner = ''
  begin(['start'], { KITH_DEMO: 'on' })
    .stdout!.setEncoding('utf8')
    .on('data', (text) => {
      banner += text
    })
  await eventually(async () => banner.includes('Try it:'))
  expect(banner).not.toContain(server.apiKey!)
  expect(banner).not.toContain(server.owner.password)
  expect(banner).toContain(path.join(ownFolder(), 'demo.key'))
  expect(banner).toContain(`Master key ${path.join(ownFolder(), 'master.key')}  (beside the data`)
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
  expect(await hashesOf(ownFolder())).toEqual(['$2b$12$', '$2b$12$'])
  await ended(server.child, 'SIGTERM')
  await ended(again.child, 'SIGTERM')
})
