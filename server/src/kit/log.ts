import { pino } from 'pino'

export type Log = pino.Logger

/**
 * JSON lines on standard error. Nothing personal enters: requests are logged by route pattern, errors by name and code.
 * The text of an error is left out where it could quote a value.
 */
export function openLog(level: string, report?: Report): Log {
  return pino(
    {
      level,
      base: null,
      serializers: { err: describeError },
      timestamp: pino.stdTimeFunctions.isoTime,
      ...(report && { hooks: { logMethod: reporting(report) } }),
    },
    pino.destination({ dest: 2, sync: true }),
  )
}

/** Hears of every error that the log has as an error. */
export type Report = (error: Error, where: string) => void

const ERROR = 50
const reporting = (report: Report): Required<NonNullable<pino.LoggerOptions['hooks']>>['logMethod'] =>
  function (args, method, level) {
    const [what, where] = args as readonly unknown[] // of any logger call
    const { err } = Object(what) as { readonly err?: unknown } // whether there is one is asked next
    if (level >= ERROR && err instanceof Error) report(err, String(where))
    method.apply(this, args)
  }

const TOLD = ['code', 'constraint', 'table', 'column', 'routine']

/** A message with several lines could have one that looks like a place. */
function belowMessage({ stack = '', message }: Error): string {
  const begins = stack.indexOf(message)
  return begins < 0 ? stack : stack.slice(begins + message.length)
}

/** The place of an error without its message: a message may quote what a person typed. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const told = Object.fromEntries(TOLD.map((field) => [field, Reflect.get(error, field)]))
  const frames = belowMessage(error)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) }
  return { name: error.name, ...told, stack: frames.slice(0, 12), ...cause }
}
