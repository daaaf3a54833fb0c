import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Embedded, openEmbedded } from '../../server/src/db/embedded/index.ts'
import { gatherFacts, heading } from './facts.ts'
import { figures, floors } from './figures.ts'
import { fill, readIds, remember } from './fill.ts'
import { makeFloorTable } from './floor-table.ts'
import { measureIdle } from './measure.ts'
import { type Options, readOptions } from './options.ts'
import { kith, startFloor, startKith, startLoad } from './processes.ts'
import { chooseQueries } from './queries.ts'
import { reportLines, table } from './report.ts'
import { runRounds } from './rounds.ts'
import { say } from './say.ts'

const options = readOptions(process.argv.slice(2))
if (options) process.exitCode = await inFolder(options)

async function inFolder(options: Options): Promise<number> {
  if (process.platform !== 'linux') throw new Error('The bench reads CPU times from /proc; it runs on Linux only')
  const data = options.data ?? mkdtempSync(path.join(os.tmpdir(), 'kith-bench-'))
  // The database outlives the servers, so that its CPU can be counted from outside; they join it.
  const database = await openEmbedded({ dataFolder: data })
  try {
    return await run(options, data, database)
  } finally {
    await database.stop()
    if (!options.keep) rmSync(data, { recursive: true, force: true })
  }
}

async function run(options: Options, data: string, database: Embedded): Promise<number> {
  const { host, port, pid: postmaster } = database
  const closing: (() => Promise<unknown>)[] = []
  const opened = <T extends { stop(): Promise<void> }>(one: T): T => {
    closing.unshift(() => one.stop())
    return one
  }
  try {
    const server = opened(await startKith(data, options.profile))
    const owner = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
    await owner.connect()
    closing.unshift(() => owner.end())
    const filled = await fill(data, owner, options.customers, options.tenants)
    const facts = await gatherFacts(owner, filled)
    const rows = await makeFloorTable({ host, port, user: 'postgres' }, options.customers, facts.rowBytes)
    const floor = opened(await startFloor({ host, port, width: rows.width }))
    const load = opened(startLoad())
    const key = ['key', 'create', '--tenant', filled.tenant, '--name', 'bench', '--role', 'owner', '--per-minute', '0']
    const { apiKey } = await kith<{ apiKey: string }>(data, ...key)
    const bench = {
      servers: { kith: server, floor },
      headers: { kith: { authorization: `Bearer ${apiKey}` }, floor: {} },
      ...{ load, postmaster, owner },
    }

    const queries = chooseQueries(options.customers)
    const wanted = figures(filled, await readIds(owner, filled), queries).filter(({ name }) => options.only.has(name))
    const beside = floors(rows).filter(({ name }) => wanted.some((figure) => figure.floor === name))
    const idle = await measureIdle(bench, Math.min(options.seconds, 5))
    const outcomes = await runRounds(bench, options, [...beside, ...wanted])
    remember(data, filled)

    const lines = reportLines(outcomes)
    const about = Object.entries(queries).map(([name, { about }]) => `${name}: ${about}`)
    say('')
    process.stdout.write(`${heading(facts, idle)}\n\n${table(lines)}\n\n${about.join('\n')}\n`)
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...facts, idle, about, lines }, null, 2)}\n`)
    return lines.some(({ refused }) => refused > 0) ? 1 : 0
  } finally {
    for (const close of closing) await close()
  }
}
