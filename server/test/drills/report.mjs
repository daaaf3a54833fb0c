/**
 * What was promised beside what was seen: the promises are the titles of the tests, rounds of one together, then what was
 * measured.
 */
export function reportOf(results, figures) {
  const promises = new Map()
  for (const { assertionResults } of results.testResults) {
    for (const { title, status } of assertionResults) {
      const promise = title.replace(/ \(\d+\)$/, '')
      const seen = promises.get(promise) ?? { held: 0, broken: 0, skipped: 0 }
      seen[status === 'passed' ? 'held' : status === 'failed' ? 'broken' : 'skipped'] += 1
      promises.set(promise, seen)
    }
  }
  const held = [...promises].map(([promise, seen]) => [promise, inWords(seen)])
  const measured = figures.map(({ what, promised, seen }) => [what, promised, seen])
  return [
    table([['promised', 'seen'], ...held]),
    ...(measured.length === 0 ? [] : [table([['measured', 'promised', 'seen'], ...measured])]),
  ].join('\n\n')
}

function inWords({ held, broken, skipped }) {
  if (broken > 0) return `BROKEN, ${broken} of ${broken + held}`
  if (held > 0) return held === 1 ? 'held' : `held, ${held} times`
  return skipped > 0 ? 'not tried here' : 'not tried'
}

/** A cell that is too long for its column moves the others of its row, and no other row. */
function table(rows) {
  const width = (column) => Math.min(MOST, Math.max(...rows.map((row) => row[column].length)))
  const widths = rows[0].map((_, column) => width(column))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
const MOST = 100
