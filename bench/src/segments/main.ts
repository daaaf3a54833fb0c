import { writeFileSync } from 'node:fs'
import type pg from 'pg'
import { machine, postgresOf } from '../facts.ts'
import { type Figure, MANY } from '../figure.ts'
import { DEMO_SLUG, untilQuiet } from '../fill.ts'
import { type Measured, measure } from '../measure.ts'
import { ownerOf, type Place, stopped } from '../place.ts'
import { kith, startKith, startLoad } from '../processes.ts'
import { median } from '../report.ts'
import { say } from '../say.ts'
import { appliedInWords, measureApplying } from './apply.ts'
import { giveMembers, ORIGINALS } from './members.ts'
import { fiftyRules, noRules } from './rules.ts'

const PEOPLE = 300
const CHANGE_MS = 1
const CALL_MS = 100
const CALLS = {
  acquisition: '/api/v1/statistics/acquisition',
  quality: '/api/v1/statistics/quality',
  engagement: '/api/v1/statistics/engagement',
  points: '/api/v1/statistics/points',
  consent: '/api/v1/statistics/consent',
  reliability: '/api/v1/statistics/reliability',
  messagesByDay: '/api/v1/messages/statistics/days',
  signInsByDay: '/api/v1/auth/statistics/days',
  liability: '/api/v1/loyalty/liability',
  customers: '/api/v1/customers/statistics',
  duplicates: '/api/v1/duplicates/statistics',
}

interface Tenant {
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
}

/** What rules cost a change, how long all customers take, and the calls of the overview. */
export async function benchSegments(place: Place): Promise<number> {
  const { options, data, database } = place
  const server = stopped(place, await startKith(data, options.profile))
  const owner = await ownerOf(place)
  const load = stopped(place, startLoad())
  const bench = (headers: Tenant['headers']) => ({
    ...{ servers: { kith: server, floor: server }, headers: { kith: headers, floor: {} } },
    ...{ load, postmaster: database.pid, owner },
  })
  const lines = [machine(), await postgresOf(owner)]
  if (options.only.has('change')) {
    const [plain, ruled] = [await aTenant(data, 'plain'), await aTenant(data, 'ruled')]
    const people = [await somePeople(server.url, plain), await somePeople(server.url, ruled)] as const
    await decide(server.url, ruled, fiftyRules(0))
    await untilApplied(owner, ruled)
    for (const what of ['profile', 'order'] as const) {
      const more: number[] = []
      for (let pass = 0; pass <= options.passes; pass++) {
        const [without, with50] = [
          await measure(bench(plain.headers), changes(what, people[0]), MANY, options.seconds),
          await measure(bench(ruled.headers), changes(what, people[1]), MANY, options.seconds),
        ]
        // The first pass warms up.
        if (pass > 0) more.push(cpuOf(with50) - cpuOf(without))
        say(`${what}: ${cpuOf(without).toFixed(2)} ms without rules, ${cpuOf(with50).toFixed(2)} ms with 50`)
      }
      const reached = median(more)
      lines.push(
        `50 rules cost a ${what === 'profile' ? 'change of the profile' : 'new order'} ${reached.toFixed(2)} ms of CPU (${more.map((one) => one.toFixed(2)).join(', ')}), ${reached <= CHANGE_MS ? 'met' : '**missed**'} (≤ ${CHANGE_MS} ms)`,
      )
    }
  }
  const big = await theDemo(data)
  await kith(data, 'demo', '--customers', String(Math.min(ORIGINALS, Math.ceil(options.customers / 10))))
  await untilQuiet(owner)
  // The search for duplicates would go on for minutes, beside what is measured.
  await owner.query('update duplicate_people set outdated = false where outdated')
  await untilApplied(owner, big)
  await decide(server.url, big, noRules())
  await untilApplied(owner, big)
  await giveMembers(owner, big.id, options.customers)
  await closeDays(server.url, owner, big)
  if (options.only.has('dashboard')) {
    for (const [call, path] of Object.entries(CALLS)) {
      const { p50, p95, refused } = await measure(bench(big.headers), aCall(call, path), 1, options.seconds)
      lines.push(
        `${call}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${p95 <= CALL_MS ? 'met' : '**missed**'} (≤ ${CALL_MS} ms)${refused > 0 ? `, **${refused} refused**` : ''}`,
      )
    }
  }
  if (options.only.has('apply')) lines.push(appliedInWords(await measureApplying(place, owner, server, big)))
  say('')
  process.stdout.write(`${lines.join('\n')}\n`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(lines, null, 2)}\n`)
  return 0
}

const cpuOf = ({ cpuServer, cpuDatabase }: Measured) => cpuServer + cpuDatabase

async function aTenant(data: string, slug: string): Promise<Tenant> {
  const name = `bench-segments-${slug}`
  const { tenant } = await kith<{ tenant: { id: string } }>(data, 'tenant', 'create', name, '--name', name)
  return withKey(data, tenant.id)
}

/** Its first people have everything that customers can have. */
async function theDemo(data: string): Promise<Tenant> {
  const { tenants } = await kith<{ tenants: { id: string; slug: string }[] }>(data, 'tenant', 'list')
  return withKey(data, tenants.find(({ slug }) => slug === DEMO_SLUG)!.id)
}

async function withKey(data: string, id: string): Promise<Tenant> {
  const key = ['key', 'create', '--tenant', id, '--name', 'bench', '--role', 'owner', '--per-minute', '0']
  const { apiKey } = await kith<{ apiKey: string }>(data, ...key)
  return { id, headers: { authorization: `Bearer ${apiKey}` } }
}

/** Points and consents of the days that are over, by the job that counts them. */
async function closeDays(url: string, owner: pg.Client, tenant: Tenant): Promise<void> {
  await send(url, tenant, 'POST', '/jobs/close-statistics/runs', {})
  for (;;) {
    const { rows } = await owner.query('select 1 from statistics_counting where tenant_id = $1 and closed_to is null', [
      tenant.id,
    ])
    if (rows.length === 0) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await owner.query('vacuum (analyze) statistics_days')
}

async function send(url: string, { headers }: Tenant, method: string, path: string, body: object): Promise<unknown> {
  const types = { ...headers, 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers: types, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

const decide = (url: string, tenant: Tenant, rules: object) => send(url, tenant, 'PUT', '/segments', rules)

async function untilApplied(owner: pg.Client, { id }: Tenant): Promise<void> {
  for (;;) {
    const { rows } = await owner.query('select 1 from segment_runs where tenant_id = $1 and finished_at is null', [id])
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function somePeople(url: string, tenant: Tenant): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const person = { firstName: `Salma ${n}`, phone: `+9689${String(2_000_000 + n)}`, birthDate: '1990-05-06' }
    const { id } = (await send(url, tenant, 'POST', '/customers', person)) as { id: string }
    ids.push(id)
  }
  return ids
}

function changes(what: 'profile' | 'order', people: readonly string[]): Figure {
  const shared = { name: what, title: what, server: 'kith', floor: null, clients: [MANY], targets: [] } as const
  const each = (count: number) => Array.from({ length: count }, (_, n) => [n, people[n % people.length]!] as const)
  return {
    ...{ ...shared, repeat: false, writes: true, leavesWork: true, mostPerSecond: 1_500 },
    requests: (count) =>
      each(count).map(([n, customerId]) =>
        what === 'profile'
          ? { method: 'PATCH', path: `/api/v1/customers/${customerId}`, body: { lastName: `Al ${n}` } }
          : { method: 'POST', path: '/api/v1/orders', body: { customerId, total: 1_000 + (n % 5_000) } },
      ),
  }
}

const aCall = (call: string, path: string): Figure => ({
  ...{ name: call, title: call, server: 'kith', floor: null, clients: [1], targets: [], repeat: true },
  mostPerSecond: 2_000,
  requests: () => [{ method: 'GET', path }],
})
