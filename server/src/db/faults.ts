import { codeOf } from '../error.ts'
/**
 * `away`: it does not answer, and nothing of the transaction happened · `unknown`: it went away while the transaction was
 * being committed · `full`: its disk is · `busy`: it has no room for one more connection, or too many wait
 * for those that there are.
 */
export type FaultKind = 'away' | 'unknown' | 'full' | 'busy'

const TEXTS: Readonly<Record<FaultKind, string>> = {
  away: 'The database does not answer',
  unknown: 'The database went away during a commit',
  full: 'The disk of the database is full',
  busy: 'The database takes no more connections, or too many wait for one',
}

/** Faults of the database itself, independent of the statement. */
export class DatabaseFault extends Error {
  readonly kind: FaultKind

  constructor(kind: FaultKind, cause?: unknown) {
    super(TEXTS[kind], { cause })
    this.name = 'DatabaseFault'
    this.kind = kind
  }
}

/** PostgreSQL's own codes. 58030: the disk fails · 25P03, 57P05: it ended a connection that idled. */
const BY_STATE: Readonly<Record<string, FaultKind>> = {
  '25P03': 'away',
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '57P05': 'away',
  '58030': 'away',
  '53100': 'full',
  '53200': 'busy',
  '53300': 'busy',
  '53400': 'busy',
}
/** A standby that was the primary a moment ago refuses writes with this code. */
const READ_ONLY = '25006'
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|ERR_STREAM_DESTROYED)$/
/** Errors of the driver have no code. */
const DRIVER =
  /^(Connection terminated|timeout expired|Query read timeout|Client (has encountered a connection error|was closed) and is not queryable)/
const NO_CONNECTION_FREE = 'timeout exceeded when trying to connect'

interface Circumstances {
  readonly writing?: boolean
  /** The commit had been sent, and no statement before it had failed. */
  readonly committing?: boolean
}

/** The fault behind this error, or null when the statement itself was wrong. */
export function faultIn(error: unknown, { writing = false, committing = false }: Circumstances = {}) {
  if (error instanceof DatabaseFault) return error
  const kind = kindOf(error, writing)
  return kind && new DatabaseFault(kind === 'away' && committing ? 'unknown' : kind, error)
}

/** Whether the server itself reported it: it read everything sent before that point and nothing after it. */
export const isFromServer = (error: unknown) =>
  error instanceof Error && 'severity' in error && /^[0-9A-Z]{5}$/.test(codeOf(error))

function kindOf(error: unknown, writing: boolean): FaultKind | null {
  if (!(error instanceof Error)) return null
  const code = codeOf(error)
  if (code.startsWith('08') || (writing && code === READ_ONLY)) return 'away'
  if (isFromServer(error)) return BY_STATE[code] ?? null
  if (error.message === NO_CONNECTION_FREE) return 'busy'
  return ('syscall' in error && NETWORK.test(code)) || DRIVER.test(error.message) ? 'away' : null
}
