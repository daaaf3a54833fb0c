import { writeFileSync } from 'node:fs'
import { gatherFacts, heading } from './facts.ts'
import { figures, floors } from './figures.ts'
import { fill, readIds, remember } from './fill.ts'
import { makeFloorTable } from './floor-table.ts'
import { measureIdle } from './measure.ts'
import { ownerOf, type Place, stopped } from './place.ts'
import { kith, startFloor, startKith, startLoad } from './processes.ts'
import { chooseQueries } from './queries.ts'
import { reportLines, table } from './report.ts'
import { runRounds } from './rounds.ts'
import { say } from './say.ts'

/** Customers: reading, searching, creating. */
export async function benchCustomers(place: Place): Promise<number> {
  const { options, data, database } = place
  const { host, port, pid: postmaster } = database
  const server = stopped(place, await startKith(data, options.profile))
  const owner = await ownerOf(place)
  const filled = await fill(data, owner, options.customers, options.tenants)
  const facts = await gatherFacts(owner, filled)
  const rows = await makeFloorTable({ host, port, user: 'postgres' }, options.customers, facts.rowBytes)
  const floor = stopped(
    place,
    await startFloor({ host, port, width: rows.width, bare: { host, port, database: 'kith', tenant: filled.tenant } }),
  )
  const load = stopped(place, startLoad())
  const key = ['key', 'create', '--tenant', filled.tenant, '--name', 'bench', '--role', 'owner', '--per-minute', '0']
  const { apiKey } = await kith<{ apiKey: string }>(data, ...key)
  const bench = {
    servers: { kith: server, floor },
    headers: { kith: { authorization: `Bearer ${apiKey}` }, floor: {} },
    ...{ load, postmaster, owner },
  }

  const queries = chooseQueries(options.customers)
  const wanted = figures(filled, await readIds(owner, filled), queries).filter(({ name }) => options.only.has(name))
  const beside = floors(rows).filter(({ name }) =>
    wanted.some(({ floor, secondFloor }) => floor === name || secondFloor === name),
  )
  const idle = await measureIdle(bench, Math.min(options.seconds, 5))
  const outcomes = await runRounds(bench, options, [...beside, ...wanted])
  remember(data, filled)

  const lines = reportLines(outcomes)
  const about = Object.entries(queries).map(([name, { about }]) => `${name}: ${about}`)
  say('')
  process.stdout.write(`${heading(facts, idle)}\n\n${table(lines)}\n\n${about.join('\n')}\n`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...facts, idle, about, lines }, null, 2)}\n`)
  return lines.some(({ refused }) => refused > 0) ? 1 : 0
}
