// How long the answer takes who a customer that is being typed probably is: `npm run bench:matches -- --customers 100000`.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    asked: { type: 'string', default: '1000' },
    // The search among all takes most of the time, and what is asked for on arrival does not need it.
    'without-find': { type: 'boolean', default: false },
  },
})
const [customers, asked] = [Number(values.customers), Number(values.asked)]
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-matches-'))
// The database may run as another user of the system, who gets this folder whole.
const data = mkdtempSync(path.join(tmpdir(), 'kith-bench-data-'))
const COMMAND = new URL('../server/bin/kith.mjs', import.meta.url).pathname
const env = { ...process.env, KITH_DATA: data, KITH_DEMO: 'off', LOG_LEVEL: 'silent', PORT: '0', KITH_GRPC_PORT: '0' }
const kith = (...args) =>
  JSON.parse(
    execFileSync(process.execPath, [COMMAND, '--json', ...args], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    }) || '{}',
  )

/** Names as they are: a few that very many have, and very many that a few have. */
const FIRSTS = 'Mohammed Ahmed Salim Said Ali Khalid Fatima Aisha Maryam Salma Omar Noor Huda Layla Tariq Hamad'.split(
  ' ',
)
const random = (() => {
  let state = 7
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
})()
const SYLLABLES = 'ba di fa ga ha ja ka la ma na ra sa ta wa ya za bu du su ru lu mu nu ri si li mi ni'.split(' ')
const word = () => Array.from({ length: 2 + random(2) }, () => SYLLABLES[random(SYLLABLES.length)]).join('')
const lasts = Array.from({ length: 5_000 }, word)
const person = (n) => ({
  firstName: random(2) === 0 ? FIRSTS[random(FIRSTS.length)] : word(),
  lastName: `Al ${lasts[Math.floor(random(5_000) ** 2 / 5_000)]}`,
  phone: `+9689${String(1_000_000 + n)}`,
  birthDate: `${1950 + random(55)}-0${1 + random(9)}-1${random(9)}`,
})

/** As it is typed at a counter: with slips, without a birth date, mostly with another phone. */
function typed({ firstName, lastName, phone }) {
  const at = 1 + random(lastName.length - 1)
  const slipped = lastName.slice(0, at) + lastName.slice(at + 1)
  return { firstName, lastName: random(3) === 0 ? slipped : lastName, ...(random(3) === 0 && { phone }) }
}

function timed(work) {
  const began = performance.now()
  const result = work()
  return { result, seconds: (performance.now() - began) / 1_000 }
}

async function served(work) {
  const server = spawn(process.execPath, [COMMAND, 'start', '--json', '--only', 'http'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    for await (const line of createInterface({ input: server.stdout })) return await work(JSON.parse(line).url)
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

try {
  kith('migrate')
  kith('tenant', 'create', 'bench', '--name', 'Bench')
  const { apiKey: key } = kith('key', 'create', '--role', 'owner', '--per-minute', '0', '--name', 'bench')
  const people = Array.from({ length: customers }, (_, n) => person(n))
  const file = path.join(folder, 'people.csv')
  const lines = people.map((one) => Object.values(one).join(','))
  writeFileSync(file, ['first name,last name,phone,birthday', ...lines].join('\n'))
  const filled = timed(() => kith('import', file, '--likely', 'create'))
  const found = values['without-find'] ? null : timed(() => kith('duplicates', 'find'))
  const milliseconds = []
  let known = 0
  await served(async (url) => {
    for (let n = -100; n < asked; n++) {
      const one = people[random(customers)]
      const body = JSON.stringify(typed(one))
      const began = performance.now()
      const answer = await fetch(`${url}/api/v1/customers/matches`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body,
      })
      const { items } = await answer.json()
      if (n < 0) continue
      milliseconds.push(performance.now() - began)
      if (items.some(({ customer }) => customer.phone === one.phone)) known++
    }
  })
  milliseconds.sort((a, b) => a - b)
  const at = (share) => Math.round(milliseconds[Math.floor(share * (milliseconds.length - 1))] * 10) / 10
  const figures = {
    customers,
    importRowsPerSecond: Math.round(customers / filled.seconds),
    findPerSecond: found && Math.round(found.result.looked / found.seconds),
    matches: { asked, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), knownAmongFirstFive: known / asked },
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
} finally {
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true })
}
