import { writeFileSync } from 'node:fs'
import { machine, postgresOf } from '../facts.ts'
import { fill, readIds, untilQuiet } from '../fill.ts'
import { ownerOf, type Place, stopped } from '../place.ts'
import { kith, startKith, startLoad, startOrdersFloor } from '../processes.ts'
import { reportLines, table } from '../report.ts'
import { runRounds } from '../rounds.ts'
import { say } from '../say.ts'
import { aBatch, anOrder, orderFigures, orderFloors } from './figures.ts'

/** The floor takes its rows from these. */
const SAMPLES = 200

/** Orders, events of other systems, and pages in the order of the totals. */
export async function benchOrders(place: Place): Promise<number> {
  const { options, data, database } = place
  const { host, port, pid: postmaster } = database
  const server = stopped(place, await startKith(data, options.profile))
  const owner = await ownerOf(place)
  const filled = await fill(data, owner, options.customers, options.tenants)
  const made = ['key', 'create', '--tenant', filled.tenant, '--name', 'bench', '--role', 'owner', '--per-minute', '0']
  const { apiKey } = await kith<{ apiKey: string }>(data, ...made)
  const headers = { authorization: `Bearer ${apiKey}` }
  const customers = (await readIds(owner, filled)).map((id) => `cust_${id.replaceAll('-', '')}`)

  say(`placing ${SAMPLES} orders, whose rows the floor writes again …`)
  for (const request of [...customers.slice(0, SAMPLES).map(anOrder), aBatch(customers)]) {
    const { method, path, body } = request
    const types = { 'content-type': 'application/json', ...request.headers, ...headers }
    const answer = await fetch(server.url + path, { method, headers: types, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  }
  await untilQuiet(owner)
  const floor = stopped(place, await startOrdersFloor({ host, port, database: 'kith', tenant: filled.tenant }))
  const bench = {
    servers: { kith: server, floor },
    headers: { kith: headers, floor: {} },
    load: stopped(place, startLoad()),
    ...{ postmaster, owner },
  }
  const wanted = orderFigures(customers).filter(({ name }) => options.only.has(name))
  const beside = orderFloors().filter(({ name }) => wanted.some((figure) => figure.floor === name))
  const lines = reportLines(await runRounds(bench, options, [...beside, ...wanted]))
  const about = [machine(), await postgresOf(owner), `${options.customers} customers`].join('\n')
  say('')
  process.stdout.write(`${about}\n\n${table(lines)}\n`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ about, lines }, null, 2)}\n`)
  return lines.some(({ refused }) => refused > 0) ? 1 : 0
}
