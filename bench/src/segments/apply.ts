import type pg from 'pg'
import { cpuOf, cpuOfPostgres } from '../cpu.ts'
import { untilQuiet } from '../fill.ts'
import { type Place, stopped } from '../place.ts'
import { type Server, startKith } from '../processes.ts'
import { say } from '../say.ts'
import { fiftyRules } from './rules.ts'

const LIMIT_SECONDS = 90
const PER = 1_000_000
const LOOK_EVERY_MS = 100

interface Applied {
  readonly customers: number
  readonly runs: readonly Run[]
  /** In the last run the server was killed half-way. */
  readonly killedAt: number
  readonly exact: boolean
}

interface Run {
  readonly changed: number
  readonly seconds: number
  /** Of the server and of the database, for a customer that was looked at, in microseconds. */
  readonly cpu: number
  /** Until each event is delivered. */
  readonly quiet: number
}

interface Progress {
  readonly done: number
  readonly changed: number
  readonly finished_at: Date | null
}

type Tenant = { readonly id: string; readonly headers: Readonly<Record<string, string>> }

/** New rules for all customers: at first everyone moves, then few do; at last the server is killed half-way. */
export async function measureApplying(place: Place, owner: pg.Client, first: Server, tenant: Tenant): Promise<Applied> {
  const runs: Run[] = []
  let customers = 0
  for (const shift of [0, 500, 0]) {
    const cpu = () => cpuOf(first.pid) + cpuOfPostgres(place.database.pid)
    const [before, begun] = [cpu(), performance.now()]
    await decide(first, tenant, shift)
    const { done, changed } = await until(owner, tenant, ({ finished_at }) => finished_at !== null)
    const seconds = (performance.now() - begun) / 1_000
    await untilQuiet(owner)
    const quiet = (performance.now() - begun) / 1_000
    runs.push({ changed, seconds, cpu: ((cpu() - before) / done) * 1_000_000, quiet })
    customers = done
    say(`  ${done} customers in ${seconds.toFixed(1)} s, ${changed} changed`)
    await owner.query('vacuum (analyze) segment_members, segment_history, customers')
  }
  say('… and again, with a server that is killed half-way')
  await decide(first, tenant, 1_000)
  await until(owner, tenant, ({ done }) => done >= customers / 2)
  process.kill(first.pid, 'SIGKILL')
  const second = stopped(place, await startKith(place.data, null))
  const { done: killedAt } = await latest(owner, tenant)
  await until(owner, tenant, ({ finished_at }) => finished_at !== null)
  return { customers, runs, killedAt, exact: await isExact(second, owner, tenant) }
}

async function decide({ url }: Server, { headers }: Tenant, shift: number): Promise<void> {
  const answer = await fetch(`${url}/api/v1/segments`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(fiftyRules(shift)),
  })
  if (!answer.ok) throw new Error(`Segments could not be decided: ${answer.status} ${await answer.text()}`)
}

async function latest(owner: pg.Client, { id }: Tenant): Promise<Progress> {
  const { rows } = await owner.query<Progress>(
    'select done, changed, finished_at from segment_runs where tenant_id = $1 order by at desc, id desc limit 1',
    [id],
  )
  return rows[0]!
}

async function until(owner: pg.Client, tenant: Tenant, is: (progress: Progress) => boolean): Promise<Progress> {
  for (;;) {
    const progress = await latest(owner, tenant)
    if (is(progress)) return progress
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** A preview of the same rules would change no one, and each has one segment in the history of now. */
async function isExact({ url }: Server, owner: pg.Client, { id, headers }: Tenant): Promise<boolean> {
  const answer = await fetch(`${url}/api/v1/segments/preview`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(fiftyRules(1_000)),
  })
  const { changing } = (await answer.json()) as { changing: number }
  const { rows } = await owner.query<{ wrong: number }>(
    `select count(*)::int as wrong from segment_members m
      where tenant_id = $1 and (select count(*) from segment_history h where h.tenant_id = m.tenant_id and h.customer_id = m.customer_id
                                   and went_at is null and not is_tag and key = m.segment) <> 1`,
    [id],
  )
  return changing === 0 && rows[0]!.wrong === 0
}

export const appliedInWords = ({ customers, runs, killedAt, exact }: Applied): string =>
  [
    ...runs.map(({ changed, seconds, cpu, quiet }) => {
      const million = (seconds * PER) / customers
      const verdict = million <= LIMIT_SECONDS ? 'met' : '**missed**'
      return `${customers} customers by 50 rules, ${changed} changed: ${seconds.toFixed(1)} s (delivered after ${quiet.toFixed(1)} s), ${cpu.toFixed(0)} µs of CPU each; a million at this pace ${million.toFixed(0)} s, ${verdict} (≤ ${LIMIT_SECONDS} s)`
    }),
    `killed after ${killedAt}, it went on, and ${exact ? 'each customer is where the rules say' : '**some customers are not where the rules say**'}`,
  ].join('\n')
