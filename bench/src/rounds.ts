import type { Figure } from './figure.ts'
import { type Bench, type Measured, measure } from './measure.ts'
import { say } from './say.ts'

const WARM_UP_SECONDS = 2

interface Spans {
  readonly seconds: number
  readonly passes: number
}

/** One figure with so many clients. */
export interface Line {
  readonly figure: Figure
  readonly clients: number
}

/** What was measured of one line, once per pass. */
export interface Outcome extends Line {
  readonly passes: readonly Measured[]
}

/**
 * Pass by pass: each line once, then each once again, so that what else the machine does falls on all of them alike,
 * and on a floor as on what stands beside it. Reads come before writes, at the size that was promised.
 */
export async function runRounds(bench: Bench, options: Spans, all: readonly Figure[]): Promise<Outcome[]> {
  const reads = linesOf(all.filter(({ writes }) => !writes))
  const writes = linesOf(all.filter(({ writes }) => writes))
  return [...(await runLines(bench, options, reads)), ...(await runLines(bench, options, writes))]
}

async function runLines(bench: Bench, { seconds, passes }: Spans, lines: readonly Line[]): Promise<Outcome[]> {
  for (const { figure, clients } of lines) await measure(bench, figure, clients, Math.min(seconds, WARM_UP_SECONDS))
  const measured = lines.map((): Measured[] => [])
  for (let pass = 1; pass <= passes; pass++) {
    for (const [index, { figure, clients }] of lines.entries()) {
      say(`pass ${pass} of ${passes}: ${figure.title}, ${clients} client${clients === 1 ? '' : 's'} …`)
      measured[index]!.push(await measure(bench, figure, clients, seconds))
    }
  }
  return lines.map((line, index) => ({ ...line, passes: measured[index]! }))
}

/** A floor stands before what is compared with it, and only with as many clients as that has. */
function linesOf(figures: readonly Figure[]): Line[] {
  const counts = [...new Set(figures.flatMap(({ clients }) => clients))].sort((a, b) => b - a)
  return counts.flatMap((clients) =>
    figures
      .filter(
        (figure) => figure.clients.includes(clients) && (figure.floor !== null || isNeeded(figure, clients, figures)),
      )
      .map((figure) => ({ figure, clients })),
  )
}

const isNeeded = ({ name }: Figure, clients: number, figures: readonly Figure[]) =>
  figures.some(({ floor, clients: counts }) => floor === name && counts.includes(clients))
