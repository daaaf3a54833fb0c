import { digitsOf } from '../../../kit/money.ts'
import type { CustomerFigures } from '../../customers/index.ts'
import type { OrderFigures } from '../../loyalty/index.ts'

/** What a customer counts as: a part of a figure on a day. The figure is how many customers do. */
export interface Entry {
  readonly figure: string
  readonly part: string
  readonly day: string
}

export interface Person extends CustomerFigures {
  readonly orders: OrderFigures | null
  readonly hasAddress: boolean
  readonly hasRejectedAddress: boolean
}

interface Where {
  readonly now: Date
  readonly timeZone: string
  readonly currency: string
}

const DAY_MS = 86_400_000
/** The day of what has none. */
export const ALWAYS = '2000-01-01'

export const dayOf = (at: Date, timeZone: string) => formatOf(timeZone).format(at)
const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const held = formats.get(timeZone)
  if (held) return held
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}

/** `before`: what the customer counted as until now; a step of the funnel is taken once, and keeps its time. */
export function entriesOf(person: Person, before: readonly Entry[], where: Where): Entry[] {
  const came = dayOf(person.createdAt, where.timeZone)
  return [
    { figure: 'new', part: `${person.type}.${person.source}.${person.channel}`, day: came },
    ...stepsOf(person, before, came, where.now),
    ...missingOf(person),
    ...(person.orders ? habitsOf(person.orders, where) : []),
  ]
}

export const STEPS = ['stub', 'full'] as const

function stepsOf({ type, createdAt }: Person, before: readonly Entry[], day: string, now: Date): Entry[] {
  const reached = type === 'full' ? STEPS : type === 'stub' ? STEPS.slice(0, 1) : []
  return reached.map((step) => {
    const taken = before.find(({ figure, part }) => TAKEN.has(figure) && part.startsWith(`${step}.`))
    const minutes = Math.max(0, (now.getTime() - createdAt.getTime()) / 60_000)
    return taken ? { ...taken, figure: 'step', day } : { figure: 'step', part: `${step}.${bucketOf(minutes)}`, day }
  })
}

/** Of who was merged into another nothing counts, and an undo finds when the steps were taken. */
export const leftOf = (before: readonly Entry[]): Entry[] =>
  before.filter(({ figure }) => TAKEN.has(figure)).map((one) => ({ ...one, figure: LEFT_STEP }))
export const LEFT_STEP = 'left_step'
const TAKEN: ReadonlySet<string> = new Set(['step', LEFT_STEP])

/** Times in steps of a fifth: a median of them is right to a tenth. */
const bucketOf = (minutes: number) => Math.round(4 * Math.log2(minutes + 1))
export const minutesOf = (bucket: number) => 2 ** (bucket / 4) - 1

export const QUALITY = ['phone', 'email', 'verified', 'address', 'valid_address'] as const

function missingOf(person: Person): Entry[] {
  if (person.type === 'guest') return []
  const has: Record<(typeof QUALITY)[number], boolean> = {
    phone: person.hasPhone,
    email: person.hasEmail,
    verified: person.verified,
    address: person.hasAddress,
    valid_address: !person.hasRejectedAddress,
  }
  const missing = QUALITY.filter((what) => !has[what])
  return ['people', ...missing].map((part) => ({ figure: 'quality', part, day: ALWAYS }))
}

const F_FROM = [1, 2, 3, 5, 10]
/** In whole units of the reporting currency. */
export const M_FROM = [0, 20, 100, 300, 1_000]
const bandOf = (from: readonly number[], value: number) => from.findLastIndex((least) => value >= least) + 1
/** Silent for twice the usual time between orders: perhaps leaving; for four times: lost. */
const [LATE, LOST] = [2, 4]

function habitsOf({ orders, spent, first, last, months }: OrderFigures, { timeZone, currency }: Where): Entry[] {
  const units = spent / 10 ** digitsOf(currency)
  const band = `F${bandOf(F_FROM, orders)}M${Math.max(1, bandOf(M_FROM, units))}`
  const cohort = dayOf(first, timeZone).slice(0, 7)
  const rhythm = orders < 2 ? null : Math.max(DAY_MS, (last.getTime() - first.getTime()) / (orders - 1))
  const after = (times: number) => dayOf(new Date(Math.min(last.getTime() + times * rhythm!, FAR)), timeZone)
  return [
    { figure: 'rfm', part: band, day: dayOf(last, timeZone) },
    ...months.map((month) => ({ figure: 'cohort', part: cohort, day: `${month}-01` })),
    ...(rhythm === null
      ? []
      : [
          { figure: 'churn', part: 'late', day: after(LATE) },
          { figure: 'churn', part: 'lost', day: after(LOST) },
        ]),
  ]
}
const FAR = Date.UTC(2199, 11, 31)
