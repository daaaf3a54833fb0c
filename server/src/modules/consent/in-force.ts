import type { DECISIONS } from './shapes.ts'

export interface Decision {
  readonly id: string
  readonly customerId: string
  readonly documentId: string
  readonly version: number
  readonly decision: (typeof DECISIONS)[number]
  readonly at: number
}

/** Includes rows written by a process with a fast clock. */
export const NOW = Number.MAX_SAFE_INTEGER

/** From `since` up to, not including, `until`, the one customer counted as the other. Infinity: still does. */
export interface Merge {
  readonly from: string
  readonly into: string
  readonly since: number
  readonly until: number
}

/** All decisions of a customer and of every customer ever merged with it. */
export interface History {
  readonly decisions: readonly Decision[]
  readonly merges: readonly Merge[]
}

export interface Question {
  readonly person: string
  readonly documentId: string
  readonly at: number
}

/**
 * The decision in force at a time: the last one. A merge is one more moment, at which the stricter decision of the two
 * customers is taken over; later decisions win over it. At equal times the stricter wins.
 */
export function decisionInForce(history: History, { person, documentId, at }: Question): Decision | null {
  const merges = history.merges.filter(({ into, since, until }) => into === person && since <= at && until > at)
  const own = history.decisions.filter((one) => one.customerId === person)
  const moments: Moment[] = [...own, ...noesWhileMerged(history, person)]
    .filter((one) => one.documentId === documentId && one.at <= at)
    .map((decision) => ({ at: decision.at, rank: STRICTNESS[decision.decision], decision }))
  for (const { from, since } of merges) {
    const theirs = decisionInForce(history, { person: from, documentId, at: since })
    if (theirs) moments.push({ at: since, rank: AFTER_ALL, theirs })
  }
  return moments.sort(inOrder).reduce<Decision | null>(next, null)
}

type Moment = { readonly at: number; readonly rank: number } & (
  | { readonly decision: Decision }
  | { readonly theirs: Decision }
)
const STRICTNESS = { granted: 1, requested: 2, withdrawn: 3 } as const
const AFTER_ALL = 4

const next = (counts: Decision | null, moment: Moment) =>
  'decision' in moment ? moment.decision : counts === null ? moment.theirs : stricter(counts, moment.theirs)

function stricter(one: Decision, other: Decision): Decision {
  const [a, b] = [STRICTNESS[one.decision], STRICTNESS[other.decision]]
  if (a !== b) return a > b ? one : other
  // The same decision twice: the one about the newer text wins, then the later one.
  const later = one.version - other.version || one.at - other.at || (one.id < other.id ? -1 : 1)
  return later > 0 ? one : other
}

const inOrder = (a: Moment, b: Moment) => a.at - b.at || a.rank - b.rank || (idOf(a) < idOf(b) ? -1 : 1)
const idOf = (moment: Moment) => ('decision' in moment ? moment.decision.id : moment.theirs.id)

/** A withdrawal made while two customers were merged could be either's: after an undo it stays with both. */
function noesWhileMerged({ decisions, merges }: History, person: string): Decision[] {
  const within = (into: string, since: number, until: number): Decision[] => [
    ...decisions.filter(
      (one) => one.customerId === into && one.decision === 'withdrawn' && one.at >= since && one.at < until,
    ),
    ...merges
      .filter((merge) => merge.from === into && merge.since < until && merge.until > since)
      .flatMap((merge) => within(merge.into, Math.max(since, merge.since), Math.min(until, merge.until))),
  ]
  return merges.filter((merge) => merge.from === person).flatMap(({ into, since, until }) => within(into, since, until))
}

/**
 * The time of a new decision: later than all earlier ones of these customers, even if another process's clock was ahead.
 * The caller holds the customers' rows, so a decision that waited for them is later and not lost.
 */
export function nextMoment({ decisions, merges }: History, now: Date): Date {
  const happened = [
    ...decisions.map(({ at }) => at),
    ...merges.flatMap(({ since, until }) => (until > NOW ? [since] : [since, until])),
  ]
  return new Date(happened.reduce((latest, at) => Math.max(latest, at + 1), now.getTime()))
}

/** The customer that this one counts as at a time: itself, or its survivor. */
export function holderOf(merges: readonly Merge[], person: string, at = NOW): string {
  const merge = merges.find(({ from, since, until }) => from === person && since <= at && until > at)
  return merge ? holderOf(merges, merge.into, at) : person
}

/** The customer and all that count as it now. */
export function countedAs(merges: readonly Merge[], person: string): string[] {
  const into = merges.filter((merge) => merge.into === person && merge.until > NOW)
  return [person, ...into.flatMap(({ from }) => countedAs(merges, from))]
}
