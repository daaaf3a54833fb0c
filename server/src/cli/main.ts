import { Command, CommanderError } from 'commander'
import { BadConfig } from '../config.ts'
import { faultIn } from '../db/faults.ts'
import { SchemaProblem } from '../db/migrate.ts'
import { Refusal, said } from '../kit/refusal.ts'
import { addCommands } from './commands.ts'

// sysexits.h: what a script may want to tell apart.
const EXIT = { failed: 1, usage: 64, unavailable: 69, config: 78 }

const program = new Command('kith')
  .description('Customer management for businesses with a counter and an app')
  .version('0.1.0')
  .option('--json', 'print JSON instead of text')
  .showHelpAfterError('(kith --help lists the commands)')
  .exitOverride()
addCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = tell(error)
}

/** One line on standard error, and a code. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage
  const { message, code } = error as Error & { code?: string }
  const line =
    error instanceof Refusal
      ? `${said(error, 'en')} ${facts(error)}`.trim()
      : firstLine(message || code || String(error))
  process.stderr.write(`kith: ${line}\n`)
  if (process.env['KITH_TRACE']) process.stderr.write(`${(error as Error).stack}\n`)
  if (error instanceof BadConfig) return EXIT.config
  if (error instanceof SchemaProblem || faultIn(error)) return EXIT.unavailable
  return EXIT.failed
}

function firstLine(text: string): string {
  return text.split('\n')[0]!
}

function facts({ facts }: Refusal): string {
  return Object.keys(facts).length === 0 ? '' : `(${JSON.stringify(facts)})`
}
