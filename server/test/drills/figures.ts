import { appendFileSync } from 'node:fs'

/** What was measured: a line, and in a drill also a row of its report. */
export function figure(what: string, seen: string, promised = ''): void {
  process.stdout.write(seen === '' ? `  ${what}\n` : `  ${what}: ${seen}\n`)
  const file = process.env['KITH_DRILL_FIGURES']
  if (file) appendFileSync(file, `${JSON.stringify({ what, promised, seen })}\n`)
}
