// What is tried on purpose and takes long. `npm run drill` names the drills, `npm run drill -- <name> [--rounds n]` runs one and
// prints what is promised beside what was seen; one that begins with an earlier version takes `--from <commit>`, too; anything else
// goes to vitest, in the long form of its tests.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { reportOf } from './report.mjs'

const USUAL_ROUNDS = 10
const WRONG_USAGE = 64
const drills = JSON.parse(readFileSync(new URL('drills.json', import.meta.url), 'utf8'))
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || name === '--list') list(rest.includes('--json'))
else if (Object.hasOwn(drills, name)) process.exitCode = drill(name, rest)
else process.exitCode = run([name, ...rest], { KITH_DRILL_ROUNDS: String(USUAL_ROUNDS) })

function list(inJson) {
  if (inJson) return void process.stdout.write(`${JSON.stringify(drills, null, 2)}\n`)
  const lines = Object.entries(drills).map(([one, { summary, note }]) => `${one.padEnd(16)}  ${summary} (${note})`)
  process.stdout.write(
    `${lines.join('\n')}\n\nnpm run drill -- <name> [--rounds n]; docs/drills.md has the last figures.\n`,
  )
}

function drill(one, args) {
  const { summary, rounds, project, files, from } = drills[one]
  const wish = wishIn(args, from !== undefined)
  if (wish === null) {
    const more = from === undefined ? '' : ' [--from <commit>]'
    process.stderr.write(`npm run drill -- ${one} [--rounds n]${more}, with a whole number from 1 to 1000\n`)
    return WRONG_USAGE
  }
  const wanted = wish.rounds ?? rounds
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-figures-'))
  try {
    const [results, figures] = ['results.json', 'figures.ndjson'].map((file) => path.join(folder, file))
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
    const status = run(['--project', project, ...files, ...reporters], {
      KITH_DRILL_ROUNDS: String(wanted),
      KITH_DRILL_FIGURES: figures,
      ...(from !== undefined && { KITH_DRILL_FROM: wish.from ?? from }),
    })
    if (!existsSync(results)) return status || 1
    const lines = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : []
    const report = reportOf(
      JSON.parse(readFileSync(results, 'utf8')),
      lines.map((line) => JSON.parse(line)),
    )
    process.stdout.write(
      `\n${one}: ${summary}\n${wanted} rounds, ${new Date().toISOString().slice(0, 10)}\n\n${report}\n`,
    )
    return status
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Null where the wish is none. */
function wishIn(args, hasFrom) {
  try {
    const options = { rounds: { type: 'string' }, ...(hasFrom && { from: { type: 'string' } }) }
    const { rounds, from } = parseArgs({ args, options }).values
    if (rounds !== undefined && !/^([1-9]\d{0,2}|1000)$/.test(rounds)) return null
    if (from !== undefined && !/^\w[\w./~^-]{0,199}$/.test(from)) return null
    return { rounds: rounds === undefined ? undefined : Number(rounds), from }
  } catch {
    return null
  }
}

function run(args, more) {
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...more },
  })
  return status ?? 1
}
