// Rows per second and memory of an import into an empty database: `npm run bench:import -- --rows 20000`.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    wide: { type: 'boolean', default: false },
    'without-matches': { type: 'boolean', default: false },
  },
})
const rows = Number(values.rows)
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-import-'))
// The database may run as another user of the system, who gets this folder whole.
const data = mkdtempSync(path.join(tmpdir(), 'kith-bench-data-'))
const TELLS = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS '+process.resourceUsage().maxRSS+'\\n'))`
const COMMAND = new URL('../server/bin/kith.mjs', import.meta.url).pathname

function kith(...args) {
  const { stdout, stderr } = spawned(['--import', TELLS, COMMAND, '--json', ...args])
  return {
    said: JSON.parse(stdout || '{}'),
    megabytes: Math.round(Number(/maxRSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024),
  }
}

function spawned(args) {
  const errors = path.join(folder, 'errors')
  const stdout = execFileSync('sh', ['-c', `exec "$0" "$@" 2> ${errors}`, process.execPath, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, KITH_DATA: data, KITH_DEMO: 'off', LOG_LEVEL: 'silent' },
  })
  return { stdout, stderr: execFileSync('cat', [errors], { encoding: 'utf8' }) }
}

/** `--wide`: with remarks of 400 characters, as a file of many megabytes has them. */
async function aFile() {
  const file = path.join(folder, 'people.csv')
  const stream = createWriteStream(file)
  stream.write('first name,last name,phone,email,birthday,notes\n')
  const remark = values.wide ? ' and more of it'.repeat(26) : ''
  for (let n = 0; n < rows; n++) {
    const line = `Aisha ${n},Al Balushi ${n % 977},+9689${String(1_000_000 + n).slice(-7)},p${n}@example.com,1990-11-2${n % 8},Likes oud${remark}\n`
    if (!stream.write(line)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
  return file
}

try {
  kith('migrate')
  kith('tenant', 'create', 'bench', '--name', 'Bench')
  const file = await aFile()
  const started = Date.now()
  const { said, megabytes } = kith('import', ...(values['without-matches'] ? ['--likely', 'create'] : []), file)
  const seconds = (Date.parse(said.finishedAt) - Date.parse(said.startedAt)) / 1000
  const figures = {
    rows,
    scorer: !values['without-matches'],
    fileMegabytes: Math.round(statSync(file).size / 1e5) / 10,
    state: said.state,
    counts: said.counts,
    runRowsPerSecond: Math.round(rows / seconds),
    allSeconds: Math.round((Date.now() - started) / 100) / 10,
    peakMegabytes: megabytes,
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
} finally {
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true })
}
