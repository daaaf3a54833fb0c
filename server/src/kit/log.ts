import { pino } from 'pino'

export type Log = pino.Logger

/**
 * JSON lines on standard error. Nothing personal enters: requests are logged by route pattern, errors by name and code.
 * The text of an error is left out where it could quote a value.
 */
export function openLog(level: string): Log {
  return pino(
    { level, base: null, serializers: { err: describeError }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  )
}

const TOLD = ['code', 'constraint', 'table', 'column', 'routine']

/** The place of an error without its message: a message may quote what a person typed. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const told = Object.fromEntries(TOLD.map((field) => [field, Reflect.get(error, field)]))
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { name: error.name, ...told, stack: frames.slice(0, 12), ...cause }
}
