import { writeFileSync } from 'node:fs'
import os from 'node:os'
import { HASHES_AT_ONCE } from '../../../server/src/modules/accounts/login/passwords/hash-pool.ts'
import { issuerOf } from '../../../server/src/modules/accounts/session/tokens/access-token.ts'
import { machine, postgresOf } from '../facts.ts'
import { untilQuiet } from '../fill.ts'
import { makeFloorTable } from '../floor-table.ts'
import type { Bench } from '../measure.ts'
import type { Options } from '../options.ts'
import { ownerOf, type Place, stopped } from '../place.ts'
import { startHashes, startKith, startLoad, startSignInFloor } from '../processes.ts'
import { reportLines, table } from '../report.ts'
import { runRounds } from '../rounds.ts'
import { say } from '../say.ts'
import { measureEnumeration, toldTable } from './enumeration.ts'
import { extrapolate } from './extrapolate.ts'
import { type Prepared, signInFigures, signInFloors } from './figures.ts'
import { type Inside, openInside } from './inside.ts'
import { addPeople } from './people.ts'
import { addSessions, signTokens } from './sessions.ts'

/** A session’s row is about so wide. */
const ROW_BYTES = 400
const SESSIONS = 500

/** Signing in, staying in, and what strangers learn from the time that it takes. */
export async function benchSignIn(place: Place): Promise<number> {
  const { options, data, database } = place
  const begun = performance.now()
  const kith = stopped(place, await startKith(data, options.profile))
  const owner = await ownerOf(place)
  const inside = stopped(place, await openInside(data, database))
  const prepared = await prepare(place, inside)
  const { host, port, pid: postmaster } = database
  const settings = { host, port, width: prepared.rows.width, jwk: await publicKey(kith.url, inside.tenant) }
  const issued = { issuer: issuerOf(inside.db.config), audience: `urn:kith:tenant:${inside.tenant}` }
  const floor = stopped(place, await startSignInFloor({ ...settings, ...issued }))
  const bench: Bench = {
    servers: { kith, floor },
    headers: { kith: { 'x-kith-tenant': inside.tenant }, floor: {} },
    load: stopped(place, startLoad()),
    hashes: stopped(place, startHashes()),
    ...{ postmaster, owner },
  }
  await untilQuiet(owner)
  await owner.query('vacuum (analyze)')
  await owner.query('checkpoint')
  const load = os.loadavg()[0]!

  const wanted = signInFigures(prepared).filter(({ name }) => options.only.has(name))
  const beside = signInFloors(prepared).filter(({ name }) => wanted.some((figure) => figure.floor === name))
  const lines = reportLines(await runRounds(bench, options, [...beside, ...wanted]))
  const told = options.only.has('enumeration') ? await measureEnumeration(bench, prepared.people, options.quick) : []

  const took = (performance.now() - begun) / 1000
  const about = [
    machine(),
    await postgresOf(owner),
    `load average before the first round ${load.toFixed(2)}; hashes at once ${HASHES_AT_ONCE}`,
    `${options.passes} passes of ${options.seconds} s; the whole run took ${Math.round(took)} s`,
  ].join('\n')
  const cores = extrapolate(lines)
  say('')
  const parts = [about, ...(lines.length > 0 ? [table(lines)] : []), ...(told.length > 0 ? [toldTable(told)] : [])]
  process.stdout.write(`${[...parts, ...(cores ? [cores] : [])].join('\n\n')}\n`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ about, lines, told, cores }, null, 2)}\n`)
  return lines.some(({ refused }) => refused > 0) || told.some(({ unexpected }) => unexpected > 0) ? 1 : 0
}

async function prepare({ options, database }: Place, inside: Inside): Promise<Prepared> {
  const { many, people, rows } = sizes(options)
  say(`making ${people * 2} people who have signed up, and ${many} access tokens …`)
  const known = await addPeople(inside, people, 12)
  const cheap = await addPeople(inside, people, 4)
  const sessions = await addSessions(inside, cheap, SESSIONS)
  const tokens = await signTokens(inside, sessions, many)
  const { host, port } = database
  return {
    ...{ inside, cheap, people: known },
    rows: await makeFloorTable({ host, port, user: 'postgres' }, rows, ROW_BYTES),
    few: tokens.slice(0, SESSIONS),
    many: tokens,
  }
}

/** More tokens than the server holds (identify.ts: 20,000), so that each is forgotten when its turn comes again. In a quick run some are not. */
const sizes = ({ quick }: Options) =>
  quick ? { people: 100, many: 4_000, rows: 2_000 } : { people: 600, many: 20_500, rows: 20_000 }

/** As any service gets it that checks tokens itself. */
async function publicKey(url: string, tenant: string) {
  const answer = await fetch(`${url}/api/v1/auth/jwks/${tenant}`)
  const { keys } = (await answer.json()) as { keys: [Record<string, string>] }
  return keys[0]
}
