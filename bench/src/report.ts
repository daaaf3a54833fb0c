import type { Measured } from './measure.ts'
import type { Outcome } from './rounds.ts'

export interface ReportLine {
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
  /** Its CPU over the floor's of the same pass: median, least and most. */
  readonly timesFloor: { readonly median: number; readonly least: number; readonly most: number } | null
  readonly target: string | null
  readonly met: boolean | null
  readonly refused: number
  readonly stolen: number
  readonly passes: readonly Measured[]
}

export function reportLines(outcomes: readonly Outcome[]): ReportLine[] {
  return outcomes.map((outcome) => {
    const { figure, clients, passes } = outcome
    const middle = (field: keyof Measured) => median(passes.map((pass) => Number(pass[field])))
    const timesFloor = compare(outcome, outcomes)
    const target = figure.target?.clients === clients ? figure.target : null
    const reached = target && ('cpu' in target ? timesFloor?.median : middle('p95'))
    return {
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
      target: target && ('cpu' in target ? `CPU ≤ ${target.cpu} × floor` : `p95 ≤ ${target.p95} ms`),
      met: target && reached != null ? reached <= ('cpu' in target ? target.cpu : target.p95) : null,
      refused: passes.reduce((sum, { refused }) => sum + refused, 0),
      stolen: Math.max(...passes.map(({ stolen }) => stolen)),
      passes,
    }
  })
}

function compare({ figure, clients, passes }: Outcome, outcomes: readonly Outcome[]): ReportLine['timesFloor'] {
  const floor = outcomes.find((one) => one.figure.name === figure.floor && one.clients === clients)
  if (!floor) return null
  const ratios = passes.map((pass, index) => cpuOf(pass) / cpuOf(floor.passes[index]!))
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) }
}

const cpuOf = ({ cpuServer, cpuDatabase }: Measured) => cpuServer + cpuDatabase

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

const HEADINGS = [
  '',
  'clients',
  '/s',
  'p50',
  'p95',
  'p99',
  'CPU',
  'server',
  'database',
  '× floor',
  '(all passes)',
  'target',
  '',
]

/** Times in milliseconds; CPU in milliseconds per request. */
export function table(lines: readonly ReportLine[]): string {
  const rows = [HEADINGS, ...lines.map(row)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const pad = (cell: string, column: number) =>
    column === 0 || column >= 10 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n')
}

function row(line: ReportLine): string[] {
  const { timesFloor, met } = line
  return [
    line.figure,
    String(line.clients),
    line.perSecond.toFixed(0),
    ...[line.p50, line.p95, line.p99].map(short),
    ...[line.cpu, line.cpuServer, line.cpuDatabase].map((value) => value.toFixed(2)),
    timesFloor === null ? '' : timesFloor.median.toFixed(2),
    timesFloor === null ? '' : `(${timesFloor.least.toFixed(2)}–${timesFloor.most.toFixed(2)})`,
    line.target ?? '',
    [met === null ? '' : met ? 'met' : 'MISSED', line.refused > 0 ? `${line.refused} REFUSED` : ''].join(' ').trim(),
  ]
}

const short = (ms: number) => ms.toFixed(ms < 10 ? 2 : 1)
