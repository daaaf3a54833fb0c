import type { Target } from './figure.ts'
import type { Measured } from './measure.ts'
import type { Outcome } from './rounds.ts'

export interface ReportLine {
  readonly name: string
  readonly figure: string
  readonly clients: number
  /** The median of the passes. */
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly cpuServer: number
  readonly cpuDatabase: number
  readonly cpu: number
  readonly bytes: number
  /** Beside the floor of the same pass: its CPU over the floor’s, by how many milliseconds more, its rate over the floor’s. */
  readonly timesFloor: Spread | null
  readonly overFloor: Spread | null
  readonly rateOfFloor: Spread | null
  readonly targets: readonly {
    readonly target: string
    readonly value: number
    readonly reached: string
    readonly met: boolean
  }[]
  readonly refused: number
  readonly stolen: number
  readonly passes: readonly Measured[]
}

/** Of all passes. */
interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function reportLines(outcomes: readonly Outcome[]): ReportLine[] {
  return outcomes.map((outcome) => {
    const { figure, clients, passes } = outcome
    const middle = (field: keyof Measured) => median(passes.map((pass) => Number(pass[field])))
    const floor = outcomes.find((one) => one.figure.name === figure.floor && one.clients === clients)
    const second = outcomes.find((one) => one.figure.name === figure.secondFloor && one.clients === clients)
    const beside = (compare: (one: Measured, floor: Measured) => number, stands = floor) =>
      stands ? spread(passes.map((pass, index) => compare(pass, stands.passes[index]!))) : null
    const timesFloor = beside((one, floor) => cpuOf(one) / cpuOf(floor))
    const overFloor = beside((one, floor) => cpuOf(one) - cpuOf(floor))
    const rateOfFloor = beside((one, floor) => one.perSecond / floor.perSecond)
    const reached: Readonly<Record<Target['kind'], number | undefined>> = {
      ms: median(passes.map(cpuOf)),
      cpu: timesFloor?.median,
      second: beside((one, floor) => cpuOf(one) / cpuOf(floor), second)?.median,
      over: overFloor?.median,
      rate: rateOfFloor?.median,
      p95: middle('p95'),
      lag: middle('lag'),
    }
    return {
      name: figure.name,
      figure: figure.title,
      clients,
      perSecond: middle('perSecond'),
      p50: middle('p50'),
      p95: middle('p95'),
      p99: middle('p99'),
      cpuServer: middle('cpuServer'),
      cpuDatabase: middle('cpuDatabase'),
      cpu: median(passes.map(cpuOf)),
      bytes: middle('bytes'),
      timesFloor,
      overFloor,
      rateOfFloor,
      targets: figure.targets
        .filter((target) => target.clients === clients && reached[target.kind] !== undefined)
        .map((target) => verdict(target, reached[target.kind]!)),
      refused: passes.reduce((sum, { refused }) => sum + refused, 0),
      stolen: Math.max(...passes.map(({ stolen }) => stolen)),
      passes,
    }
  })
}

const KINDS = {
  ms: { target: (ms: number) => `CPU ≤ ${ms} ms`, reached: (ms: number) => `${ms.toFixed(2)} ms` },
  cpu: { target: (times: number) => `CPU ≤ ${times} × floor`, reached: (times: number) => times.toFixed(2) },
  second: {
    target: (times: number) => `CPU ≤ ${times} × the same rows, bare`,
    reached: (times: number) => times.toFixed(2),
  },
  over: { target: (ms: number) => `CPU ≤ floor + ${ms} ms`, reached: (ms: number) => `+ ${ms.toFixed(2)} ms` },
  rate: {
    target: (share: number) => `/s ≥ ${percent(share, 0)} of the floor`,
    reached: (share: number) => percent(share, 1),
  },
  p95: { target: (ms: number) => `p95 ≤ ${ms} ms`, reached: (ms: number) => `${short(ms)} ms` },
  lag: { target: (ms: number) => `event loop p99 ≤ ${ms} ms`, reached: (ms: number) => `${short(ms)} ms` },
} as const satisfies Record<Target['kind'], unknown>

function verdict({ kind, limit }: Target, value: number) {
  const met = kind === 'rate' ? value >= limit : value <= limit
  return { target: KINDS[kind].target(limit), value, reached: KINDS[kind].reached(value), met }
}

export const percent = (share: number, digits: number) => `${(share * 100).toFixed(digits)} %`
const cpuOf = ({ cpuServer, cpuDatabase }: Measured) => cpuServer + cpuDatabase

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
})

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

const HEADINGS = ['', 'clients', '/s', 'p50', 'p95', 'CPU ms (server + database)', '× floor', 'target', '']

/** As it stands in the README. Times in milliseconds; CPU in milliseconds per request. */
export const table = (lines: readonly ReportLine[]): string => markdown([HEADINGS, ...lines.map(row)], [0, 7, 8])

function row(line: ReportLine): string[] {
  const { timesFloor, targets, refused } = line
  return [
    line.figure,
    String(line.clients),
    line.perSecond.toFixed(line.perSecond < 100 ? 1 : 0),
    short(line.p50),
    short(line.p95),
    `${line.cpu.toFixed(2)} (${line.cpuServer.toFixed(2)} + ${line.cpuDatabase.toFixed(2)})`,
    timesFloor === null ? '' : `${ratio(timesFloor.median)} (${ratio(timesFloor.least)}–${ratio(timesFloor.most)})`,
    targets.map(({ target }) => target).join('; '),
    [...targets.map(said), ...(refused > 0 ? [`**${refused} refused**`] : [])].join('; '),
  ]
}

const said = ({ met, reached }: ReportLine['targets'][number]) => `${met ? 'met' : '**missed**'}: ${reached}`

/** Columns as wide as their widest cell, so that it can be read as it is. */
export function markdown(rows: readonly (readonly string[])[], left: readonly number[]): string {
  const columns = rows[0]!.map((_, column) => column)
  const widths = columns.map((column) => Math.max(3, ...rows.map((cells) => cells[column]!.length)))
  const isLeft = (column: number) => left.includes(column)
  const pad = (cell: string, column: number) =>
    isLeft(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
  const rule = widths.map((width, column) => (isLeft(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [heading, ...body] = rows.map((cells) => cells.map(pad))
  return [heading!, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const short = (ms: number) => ms.toFixed(ms < 10 ? 2 : ms < 1000 ? 1 : 0)
const ratio = (times: number) => times.toFixed(times < 10 ? 2 : 0)
