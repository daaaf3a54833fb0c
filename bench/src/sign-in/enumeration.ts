import type { Request } from '../connection.ts'
import type { Bench } from '../measure.ts'
import { markdown, median, percent } from '../report.ts'
import { say } from '../say.ts'
import { post } from './figures.ts'
import { aStranger, type Person } from './people.ts'

const GOAL = 0.05
const ADDRESSES = 64
const LONGEST_SECONDS = 300
/** Of every four, the outer two are about people known to the tenant: what one leaves behind falls on both alike. */
const isKnown = (index: number) => index % 4 === 0 || index % 4 === 3

export interface Told {
  readonly way: string
  readonly samples: number
  /** Medians, in milliseconds. */
  readonly known: number
  readonly unknown: number
  readonly apart: number
  readonly met: boolean
  readonly unexpected: number
}

interface Way {
  readonly name: string
  readonly samples: number
  readonly status: number
  ask(who: Pick<Person, 'email' | 'phone'>): Request
}

/** How long it takes to answer about a known person and about an unknown one. One after the other. */
export async function measureEnumeration(bench: Bench, people: readonly Person[], quick: boolean): Promise<Told[]> {
  const told: Told[] = []
  let next = 0
  for (const way of ways(quick)) {
    say(`known and unknown: ${way.name} …`)
    const requests = Array.from({ length: way.samples * 2 }, (_, index) =>
      way.ask(isKnown(index) ? people[next++ % people.length]! : aStranger()),
    )
    const { kith } = bench.servers
    const common = { url: kith.url, headers: bench.headers.kith, clients: 1, seconds: LONGEST_SECONDS }
    const { latencies, statuses, sent } = await bench.load.run({
      ...common,
      requests,
      repeat: false,
      addresses: ADDRESSES,
    })
    const [known, unknown] = [true, false].map((which) =>
      median([...latencies].filter((_, index) => isKnown(index) === which)),
    ) as [number, number]
    const apart = Math.abs(known - unknown) / Math.max(known, unknown)
    const unexpected = sent - (statuses[way.status] ?? 0)
    told.push({ way: way.name, samples: way.samples, known, unknown, apart, met: apart <= GOAL, unexpected })
  }
  return told
}

/** So few of each that no limit is reached: five mails an hour to one person, 30 registrations from one address. */
function ways(quick: boolean): Way[] {
  const samples = quick ? 6 : 40
  return [
    {
      name: 'sign in',
      samples,
      status: 401,
      ask: ({ email }) => post('/api/v1/auth/login', { email, password: 'not the password' }),
    },
    {
      name: 'ask for a new password',
      samples: samples * 10,
      status: 200,
      ask: ({ email }) => post('/api/v1/auth/forgot-password', { email }),
    },
    {
      name: 'ask for a code',
      samples: samples * 10,
      status: 200,
      ask: ({ phone }) => post('/api/v1/customers/send-otp', { phone, purpose: 'sign_in' }),
    },
    {
      name: 'register',
      samples,
      status: 201,
      ask: ({ email }) =>
        post('/api/v1/auth/register', { email, password: 'lantern orchard umbrella', firstName: 'Aisha' }),
    },
  ]
}

const HEADINGS = ['', 'of each', 'known p50', 'unknown p50', 'apart', 'goal', '']

export function toldTable(told: readonly Told[]): string {
  const rows = told.map(({ way, samples, known, unknown, apart, met, unexpected }) => [
    way,
    String(samples),
    known.toFixed(2),
    unknown.toFixed(2),
    percent(apart, 1),
    `≤ ${percent(GOAL, 0)}`,
    [met ? 'met' : '**missed**', ...(unexpected > 0 ? [`**${unexpected} unexpected**`] : [])].join('; '),
  ])
  return markdown([HEADINGS, ...rows], [0, 6])
}
