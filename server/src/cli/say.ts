import type { Command } from 'commander'

export const isJson = (program: Command) => program.opts()['json'] === true

/** The result on standard output: for people, or with --json for programs. */
export function say(program: Command, result: unknown, text: string): void {
  process.stdout.write(`${isJson(program) ? JSON.stringify(result, null, 2) : text}\n`)
}

export function table(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.'
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Drawn on standard error, and only for a person who looks. */
export function progressBar(program: Command, most: number) {
  const shown = process.stderr.isTTY && !isJson(program)
  return {
    at(done: number) {
      if (!shown) return
      const share = most === 0 ? 1 : Math.min(1, done / most)
      const full = Math.round(share * 30)
      process.stderr.write(`\r[${'█'.repeat(full)}${'·'.repeat(30 - full)}] ${Math.floor(share * 100)} %  ${done}`)
    },
    done() {
      if (shown) process.stderr.write('\n')
    },
  }
}
