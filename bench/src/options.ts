import path from 'node:path'
import { parseArgs } from 'node:util'

export const SEARCHES = [
  'first-name',
  'two-letters',
  'arabic',
  'two-words',
  'family-name',
  'six-digits',
  'last-four',
  'email',
  'no-match',
] as const
export type SearchName = (typeof SEARCHES)[number]
export const FIGURES = ['get', 'features', 'lookup', 'list', ...SEARCHES, 'create'] as const
export type FigureName = (typeof FIGURES)[number]

export const SIGN_IN_FIGURES = [
  'password',
  'around',
  'rest-seen',
  'rest-new',
  'grpc-seen',
  'grpc-new',
  'refresh',
  'otp',
  'enumeration',
] as const
export type SignInFigure = (typeof SIGN_IN_FIGURES)[number]

const SCROLL_FIGURES = ['pages', 'screen'] as const
const ORDER_FIGURES = ['pages', 'order', 'events'] as const
const LOYALTY_FIGURES = ['redeem', 'quote', 'review'] as const
const SEGMENT_FIGURES = ['change', 'dashboard', 'apply'] as const
const PARTS = ['customers', 'orders', 'loyalty', 'segments', 'sign-in', 'scroll'] as const

export interface Options {
  readonly part: (typeof PARTS)[number]
  /** In each tenant. */
  readonly customers: number
  readonly tenants: number
  /** Of one round. */
  readonly seconds: number
  readonly passes: number
  /** Null for a temporary folder. */
  readonly data: string | null
  readonly keep: boolean
  readonly only: ReadonlySet<string>
  readonly json: string | null
  /** Where the server's CPU profile goes. */
  readonly profile: string | null
  readonly quick: boolean
}

const HELP = `node bench/run.mjs [customers | orders | loyalty | segments | sign-in | scroll] [options]
  --customers N   customers in each tenant (100000; for segments 1000000)
  --tenants N     tenants in the database (10; for orders, loyalty and segments 1)
  --seconds N     seconds of one round (8; of sign-in 4, and 10 for what hashes)
  --passes N      how often each round is repeated (3)
  --data DIR      the data folder; one that is filled already is used as it is (a temporary one)
  --keep          do not delete the data folder; implied by --data
  --only LIST     of ${FIGURES.join(', ')}; search: all that search;
                  for orders of ${ORDER_FIGURES.join(', ')};
                  for loyalty of ${LOYALTY_FIGURES.join(', ')};
                  for segments of ${SEGMENT_FIGURES.join(', ')};
                  for sign-in of ${SIGN_IN_FIGURES.join(', ')};
                  for scroll of ${SCROLL_FIGURES.join(', ')}
  --json FILE     write the figures as JSON as well
  --profile DIR   write a CPU profile of the server
  --quick         a smoke run: 2000 customers, 1 tenant, rounds of 1 second
`

export function readOptions(args: readonly string[]): Options | null {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      customers: text,
      tenants: text,
      seconds: text,
      passes: text,
      data: text,
      keep: flag,
      only: text,
      json: text,
      profile: text,
      quick: flag,
      help: flag,
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return null
  }
  const { quick, data } = values
  const part = partOf(positionals)
  const figures: readonly string[] = {
    customers: FIGURES,
    orders: ORDER_FIGURES,
    loyalty: LOYALTY_FIGURES,
    segments: SEGMENT_FIGURES,
    'sign-in': SIGN_IN_FIGURES,
    scroll: SCROLL_FIGURES,
  }[part]
  return {
    part,
    quick,
    customers: number(values.customers, quick ? 2_000 : part === 'segments' ? 1_000_000 : 100_000),
    tenants: number(values.tenants, quick || ['orders', 'loyalty', 'segments'].includes(part) ? 1 : 10),
    seconds: number(values.seconds, quick ? 1 : ['customers', 'orders', 'loyalty', 'segments'].includes(part) ? 8 : 4),
    passes: number(values.passes, quick ? 1 : 3),
    data: data === undefined ? null : path.resolve(data),
    keep: values.keep || data !== undefined,
    only: new Set(
      values.only === undefined
        ? figures
        : values.only.split(',').flatMap((name) => (name === 'search' ? SEARCHES : known(name, figures))),
    ),
    json: values.json === undefined ? null : path.resolve(values.json),
    profile: values.profile === undefined ? null : path.resolve(values.profile),
  }
}

function number(written: string | undefined, otherwise: number): number {
  const value = written === undefined ? otherwise : Number(written)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${written} is not a whole number`)
  return value
}

function partOf([part = 'customers', ...more]: readonly string[]): Options['part'] {
  const known = PARTS.find((one) => one === part)
  if (!known || more.length > 0) throw new Error(`There is ${PARTS.join(', ')}`)
  return known
}

function known(name: string, figures: readonly string[]): string {
  if (!figures.includes(name)) throw new Error(`There is no figure ${name}`)
  return name
}
