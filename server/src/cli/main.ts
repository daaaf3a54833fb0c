import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import { BadConfig } from '../config.ts'
import { faultIn } from '../db/faults.ts'
import { SchemaProblem } from '../db/problem.ts'
import { codeOf, messageOf } from '../error.ts'
import { fieldErrors } from '../kit/invalid.ts'
import { Refusal, said } from '../kit/refusal.ts'
import { addCommands } from './commands.ts'

// sysexits.h: for scripts that distinguish errors.
const EXIT = { failed: 1, usage: 64, unavailable: 69, config: 78 }

const program = new Command('kith')
  .description('Customer management for businesses with a counter and an app')
  .version('0.1.0')
  .option('--json', 'print JSON instead of text')
  .showHelpAfterError('(kith --help lists the commands)')
  .exitOverride()
const inJson = process.argv.includes('--json')
// With --json an error is one object, without usage texts around it.
program.configureOutput(
  inJson
    ? { outputError: () => {}, writeErr: () => {} }
    : { outputError: (text, write) => write(text.replace(/^error: /, 'kith: ')) },
)
addCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

interface Told {
  readonly code: string
  readonly message: string
  readonly exit: number
  readonly facts?: Readonly<Record<string, unknown>>
}

/** One line on standard error, with --json an object, and a code. */
function report(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const { code, message, exit, facts = {} } = told(error)
  const known = Object.keys(facts).length === 0 ? '' : ` (${JSON.stringify(facts)})`
  // The library has printed it already.
  const line = error instanceof CommanderError ? '' : `kith: ${message}${known}\n`
  process.stderr.write(inJson ? `${JSON.stringify({ ...facts, code, message, exit })}\n` : line)
  if (process.env['KITH_TRACE'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return exit
}

function told(error: unknown): Told {
  const line = firstLine(messageOf(error) || codeOf(error) || String(error))
  if (error instanceof CommanderError) return { code: 'usage', message: line.replace(/^error: /, ''), exit: EXIT.usage }
  if (error instanceof z.ZodError) return { code: 'usage', message: wrong(error), exit: EXIT.usage }
  if (error instanceof Refusal)
    return { code: error.kind.code, message: said(error, 'en'), exit: EXIT.failed, facts: error.facts }
  if (error instanceof BadConfig) return { code: 'bad_setting', message: line, exit: EXIT.config }
  if (error instanceof SchemaProblem || faultIn(error))
    return { code: 'unavailable', message: line, exit: EXIT.unavailable }
  return { code: 'failed', message: line, exit: EXIT.failed }
}

/** In the words of the API: `slug: Lower-case Latin letters …; country: Two capital letters …`. */
function wrong(error: z.ZodError): string {
  return fieldErrors(error, 'en')
    .map(({ path, message }) => `${path}: ${message}`)
    .join('; ')
}

function firstLine(text: string): string {
  return text.split('\n')[0]!
}
