import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { eventually } from '../harness.ts'
import { type KithProcess, runCommand } from '../kith-process.ts'

const LANES = 4

/** As many rounds as the drill wants: `npm run drill` sets ten. */
export const ROUNDS = Number(process.env['KITH_DRILL_ROUNDS'] ?? 1)
export const isDrill = 'KITH_DRILL_ROUNDS' in process.env

interface Refused {
  readonly status: number
  readonly code: string
  readonly retryAfter: string | null
}

export type Writers = Awaited<ReturnType<typeof writeTo>>

/**
 * Writes on and on to every server, as careful clients (with an Idempotency-Key, repeated until it is acknowledged) and as
 * careless ones. Each kind has a business of its own, so that what is there can be counted.
 */
export async function writeTo(servers: readonly KithProcess[], settings: Record<string, string>) {
  const [careful, careless] = [await aBusiness(settings), await aBusiness(settings)]
  const acknowledged = { careful: [] as string[], careless: [] as string[] }
  const refused: Refused[] = []
  const latest = new Map<KithProcess, number>()
  let longest = 0
  let over = false

  async function write(server: KithProcess, key: string | null): Promise<string | null> {
    const { apiKey } = key === null ? careless : careful
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}/api/v1/customers`, {
      method: 'POST',
      headers: key === null ? headers : { ...headers, 'idempotency-key': key },
      body: '{}',
    })
    const body = (await answer.json()) as { id: string; code: string }
    if (answer.status === 201) {
      const now = performance.now()
      longest = Math.max(longest, now - (latest.get(server) ?? now))
      latest.set(server, now)
      return body.id
    }
    refused.push({ status: answer.status, code: body.code, retryAfter: answer.headers.get('retry-after') })
    return null
  }
  async function lane(server: KithProcess, isCareful: boolean) {
    while (!over) {
      const key = isCareful ? randomUUID() : null
      let id = await write(server, key)
      while (id === null && isCareful) {
        await shortly()
        id = await write(server, key)
      }
      if (id === null) await shortly()
      else acknowledged[isCareful ? 'careful' : 'careless'].push(id)
    }
  }
  const lanes = servers.flatMap((server) => Array.from({ length: LANES }, (_, n) => lane(server, n % 2 === 0)))
  const all = Promise.all(lanes)
  // Heard where it is awaited; a server that ends must not end the test before.
  all.catch(() => {})

  const acknowledgedSince = async (since: number) => {
    for (const server of servers) await eventually(async () => !server.isAlive() || (latest.get(server) ?? 0) > since)
    expect(servers.every((server) => server.isAlive())).toBe(true)
  }
  return {
    refused,
    /** Until every server has acknowledged one more write that was sent about now, or later. */
    flowing: () => acknowledgedSince(performance.now()),
    /** For how long a server acknowledged nothing, at most, since this was asked last. */
    longestPause() {
      const ms = longest
      longest = 0
      return ms
    },
    /** Until some write has been refused since, with this code. */
    async refusedWith(code: string) {
      const before = refused.length
      await eventually(async () => refused.slice(before).some((one) => one.code === code))
    },
    /** Nothing acknowledged is lost; nothing careful is there twice; what is there unasked was said to be unknown. */
    async finish(owner: pg.ClientConfig) {
      over = true
      await all
      const rows = await query(owner, 'select tenant_id, id from customers')
      const there = (id: string) => rows.filter(({ tenant_id }) => tenant_id === id).map((row) => row['id'] as string)
      const held = { careful: there(careful.id), careless: there(careless.id) }
      const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
      expect(held.careful.toSorted()).toEqual(acknowledged.careful.map(inner).toSorted())
      const lost = acknowledged.careless.map(inner).filter((id) => !held.careless.includes(id))
      expect(lost).toEqual([])
      const unknown = refused.filter(({ code }) => code === 'outcome_unknown').length
      expect(held.careless.length - acknowledged.careless.length).toBeLessThanOrEqual(unknown)
      for (const one of refused) expect(one).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) })
      const { stdout } = await runCommand(['--json', 'audit', 'verify'], settings)
      for (const report of JSON.parse(stdout).reports) expect(report.broken).toBeNull()
      return { acknowledged: acknowledged.careful.length + acknowledged.careless.length, refused: refused.length }
    },
  }
}

async function aBusiness(settings: Record<string, string>) {
  const slug = `shop-${randomUUID().slice(0, 13)}`
  const { stdout } = await runCommand(['--json', 'tenant', 'create', slug, '--name', 'Shop'], settings)
  const made = JSON.parse(stdout) as { tenant: { id: string }; apiKey: string }
  return { id: made.tenant.id, apiKey: made.apiKey }
}

export const shortly = () => new Promise((resolve) => setTimeout(resolve, 100))

export async function query(where: pg.ClientConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(where)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** When it answers again: a measure of its own, beside the servers'. */
export async function whenItAnswers(where: pg.ClientConfig): Promise<number> {
  await eventually(() =>
    query(where, 'select 1').then(
      () => true,
      () => false,
    ),
  )
  return performance.now()
}

export const postmasterIn = (dataFolder: string) =>
  Number(fs.readFileSync(path.join(dataFolder, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0])

/** Some connection of the requests, as the kernel chooses one when memory is short. */
export async function killBackend(owner: pg.ClientConfig): Promise<void> {
  const [row] = await query(
    owner,
    `select pid from pg_stat_activity where starts_with(usename, 'kith_app') order by random() limit 1`,
  )
  process.kill(Number(row!['pid']), 'SIGKILL')
}

/** A network between the servers and the database, which can be cut: what is open breaks, and nothing new is let in. */
export async function aNetwork(socket: string) {
  const open = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(socket)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => {}).on('close', () => other.destroy() && open.delete(one))
      one.pipe(other)
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const one of open) one.destroy()
    })
  return { port, cut, mend: () => listen(port), close: cut }
}

export const readyAt = async ({ url }: KithProcess) => {
  const answer = await fetch(`${url}/health/ready`)
  const { trouble } = (await answer.json()) as { trouble?: string[] }
  return { status: answer.status, trouble }
}
