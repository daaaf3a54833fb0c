import { existsSync, readFileSync } from 'node:fs'

/** Says how many tests passed and failed; a file that did not even load, and a run that left no count, is a failure too. */
const file = process.argv[2]
const { numPassedTests: passed, testResults } = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { numPassedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }
const failed = testResults
  .filter(({ status }) => status === 'failed')
  .reduce((sum, { assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed').length
    return sum + Math.max(1, tests)
  }, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
