import { gatherFacts, heading } from '../facts.ts'
import { type Figure, MANY } from '../figure.ts'
import { fill, readIds, remember, untilQuiet } from '../fill.ts'
import { measureIdle } from '../measure.ts'
import { ownerOf, type Place, stopped } from '../place.ts'
import { kith, startKith, startLoad, startLoyaltyFloor } from '../processes.ts'
import { reportLines, table } from '../report.ts'
import { runRounds } from '../rounds.ts'
import { say } from '../say.ts'
import { outsideIds, prepareMembers } from './members.ts'
import { measureReview, reviewInWords } from './review.ts'

const MEMBERS = 2_000
const GOAL = 2
const common = { clients: [MANY], repeat: true, mostPerSecond: 4_000 } as const

/** Redeeming and quoting, beside the same rows written and read bare. */
export async function benchLoyalty(place: Place): Promise<number> {
  const { options, data, database } = place
  const { host, port, pid: postmaster } = database
  const server = stopped(place, await startKith(data, options.profile))
  const owner = await ownerOf(place)
  const filled = await fill(data, owner, options.customers, options.tenants)
  const key = ['key', 'create', '--tenant', filled.tenant, '--name', 'bench', '--role', 'owner', '--per-minute', '0']
  const { apiKey } = await kith<{ apiKey: string }>(data, ...key)
  const headers = { authorization: `Bearer ${apiKey}` }
  const members = (await readIds(owner, filled)).slice(0, options.quick ? 100 : MEMBERS)
  say(`giving points to ${members.length} customers …`)
  await prepareMembers(server.url, headers, members)
  await untilQuiet(owner)
  await owner.query('vacuum (analyze)')
  const floor = stopped(
    place,
    await startLoyaltyFloor({ host, port, database: 'kith', tenant: filled.tenant, members }),
  )
  const bench = {
    ...{ servers: { kith: server, floor }, headers: { kith: headers, floor: {} } },
    ...{ load: stopped(place, startLoad()), postmaster, owner },
  }
  const wanted = figures(members).filter(({ name }) =>
    ['redeem', 'quote'].some((only) => options.only.has(only) && name.endsWith(only)),
  )
  const idle = await measureIdle(bench, Math.min(options.seconds, 5))
  const lines = reportLines(await runRounds(bench, options, wanted))
  const review = options.only.has('review')
    ? await measureReview(place, owner, server, { tenant: filled.tenant, headers })
    : null
  remember(data, filled)
  say('')
  process.stdout.write(
    `${heading(await gatherFacts(owner, filled), idle)}\n\n${table(lines)}\n${review ? `\n${reviewInWords(review)}\n` : ''}`,
  )
  return lines.some(({ refused }) => refused > 0) ? 1 : 0
}

function figures(members: readonly string[]): Figure[] {
  const customers = outsideIds(members)
  const targets = [{ kind: 'cpu', limit: GOAL, clients: MANY }] as const
  const each = (count: number) => Array.from({ length: count }, (_, index) => customers[index % customers.length]!)
  const bare = (name: string) => [{ method: 'POST', path: `/${name}`, body: {} }] as const
  return [
    {
      ...common,
      name: 'bare quote',
      title: 'floor: the rows of a quote, bare',
      server: 'floor',
      floor: null,
      targets: [],
      requests: () => bare('quote'),
    },
    {
      ...{ ...common, name: 'quote', title: 'quote', server: 'kith', floor: 'bare quote', targets },
      requests: (count) =>
        each(count).map((customerId) => ({
          method: 'POST',
          path: '/api/v1/loyalty/quote',
          body: { customerId, total: 12_000 },
        })),
    },
    {
      ...{
        ...common,
        name: 'bare redeem',
        title: 'floor: the rows of redeeming, bare',
        server: 'floor',
        floor: null,
        targets: [],
        writes: true,
      },
      requests: () => bare('redeem'),
    },
    {
      ...{
        ...common,
        name: 'redeem',
        title: 'redeem',
        server: 'kith',
        floor: 'bare redeem',
        targets,
        writes: true,
        leavesWork: true,
      },
      requests: (count) =>
        each(count).map((customerId) => ({
          method: 'POST',
          path: `/api/v1/customers/${customerId}/loyalty/redemptions`,
          body: { points: 1 },
        })),
    },
  ]
}
