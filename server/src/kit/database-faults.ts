import { type FaultKind, faultIn } from '../db/faults.ts'
import * as refusals from './refusal.ts'

const ANSWERS: Readonly<Record<FaultKind, { readonly refusal: typeof refusals.DatabaseAway; readonly wait: string }>> =
  {
    away: { refusal: refusals.DatabaseAway, wait: '2' },
    unknown: { refusal: refusals.OutcomeUnknown, wait: '2' },
    busy: { refusal: refusals.Overloaded, wait: '2' },
    // Until an operator has made room.
    full: { refusal: refusals.DiskFull, wait: '60' },
  }

/** The errors that callers get for database failures, over HTTP and gRPC. */
export function refusalOf(error: unknown): refusals.Refusal | null {
  const fault = faultIn(error)
  if (!fault) return null
  const { refusal, wait } = ANSWERS[fault.kind]
  return refusal({}, { 'retry-after': wait })
}
