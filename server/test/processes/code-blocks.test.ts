import { execFile, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build, transformSync } from 'esbuild'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../../src/error.ts'
import { type Body, eventually } from '../harness.ts'
import { COMMAND, ENDS_WITH_US } from '../kith-process.ts'
import { inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

const run = promisify(execFile)
const PAGES = [
  ...['README.md', 'sdk/README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('dist'))
    .map((file) => `docs/${file}`),
]

interface Block {
  readonly page: string
  readonly language: string
  readonly name: string | undefined
  readonly text: string
  readonly notRun: string | null
}

function blocksOf(page: string): Block[] {
  const blocks: Block[] = []
  let said = ''
  marked.walkTokens(marked.lexer(readFileSync(page, 'utf8')), (token) => {
    if (token.type === 'code') {
      const [language = '', name] = (token['lang'] ?? '').split(' ')
      const [, notRun = null] = /<!-- not run: (.+) -->\s*$/.exec(said) ?? []
      blocks.push({ page, language, name, text: token['text'], notRun })
    }
    if (token.type !== 'space') said = token.raw
  })
  return blocks
}
const BLOCKS = PAGES.flatMap(blocksOf)
const runnable = (...languages: string[]) =>
  BLOCKS.filter(({ language, name, notRun }) => !notRun && !name && languages.includes(language))

/** Names of blocks that are run below, each in its way. */
const RUN_HERE = ['receiver', 'serves', 'better-auth', 'segments', 'rule']
const named = (name: string) =>
  BLOCKS.filter((block) => block.name === name).map((block) => [titled(block), block] as const)

inMigratedFolder()

/** A business of its own on a running server, as the pages assume it. */
async function anEnvironment() {
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const server = await startServer({ KITH_INSIDE_NETWORKS: 'loopback' })
  return { KITH_URL: server.url, KITH_API_KEY: made.apiKey as string }
}

let scratch: string
beforeAll(() => {
  // Inside the tree, so that what a block imports is found.
  scratch = mkdtempSync(path.resolve('server/test/.blocks-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('each block is run, or says why not', () => {
  const known = new Set(['sh', 'console', 'js', 'ts', 'graphql', 'json'])
  const lost = BLOCKS.filter(({ language, notRun }) => !notRun && !known.has(language))
  expect(lost.map(({ page, text }) => `${page}: ${text.slice(0, 60)}`)).toEqual([])
  // Those with a name are run under it elsewhere.
  const elsewhere = BLOCKS.filter(({ name, notRun }) => name && !RUN_HERE.includes(name) && !notRun)
  const runs =
    readFileSync('server/test/operate/backup.test.ts', 'utf8') +
    readFileSync('server/test/operate/drill.test.ts', 'utf8')
  expect(elsewhere.filter(({ name }) => !new RegExp(`['"\`]${name}['"\`]`).test(runs)).map(({ name }) => name)).toEqual(
    [],
  )
  expect(runnable('sh', 'console', 'js', 'ts', 'graphql').length).toBeGreaterThan(7)
  expect(RUN_HERE.filter((name) => named(name).length === 0)).toEqual([])
  // They only become fewer: what installs everything, does not end, needs what is not here, or is no program.
  expect(BLOCKS.filter(({ notRun }) => notRun).length).toBeLessThanOrEqual(12)
})

test.each(
  BLOCKS.filter(({ notRun, language }) => notRun && ['js', 'ts', 'sh'].includes(language)).map(
    (block) => [titled(block), block] as const,
  ),
)('%s: is a program at least', async (_, { language, text }) => {
  if (language !== 'sh') return void transformSync(text, { loader: 'ts', format: 'esm' })
  const script = path.join(scratch, 'unrun.sh')
  writeFileSync(script, text)
  await run('bash', ['-n', script])
})

function titled({ page, text }: Block): string {
  return `${page}: ${text.split('\n')[0]!.slice(0, 70)}`
}
const each = (...languages: string[]) => runnable(...languages).map((block) => [titled(block), block] as const)

const SHIM = `kith() { '${process.execPath}' '${COMMAND}' "$@"; }\nnpx() { while [[ $1 == --* ]]; do shift; done; "$@"; }\n`

describe('in a shell', () => {
  test.each(each('sh', 'console'))('%s', async (_, { language, text }) => {
    const lines = language === 'console' ? text.split('\n').flatMap((line) => /^\$ (.*)/.exec(line)?.[1] ?? []) : [text]
    const script = path.join(scratch, 'block.sh')
    writeFileSync(script, `set -euo pipefail\n${SHIM}${lines.join('\n')}\n`)
    const env = {
      ...process.env,
      ...(await anEnvironment()),
      KITH_DATA: ownFolder(),
      KITH_DEMO: 'off',
      LOG_LEVEL: 'silent',
    }
    await run('bash', [script], { cwd: scratch, env })
  })
})

describe('as a server', () => {
  test.each(named('serves'))('%s', async (_, { text }) => {
    // The server of the embedded database may run as another user, who must get in.
    const folder = mkdtempSync(path.join(tmpdir(), 'kith-serves-'))
    chmodSync(folder, 0o755)
    const script = path.join(scratch, 'serves.sh')
    writeFileSync(script, `set -euo pipefail\n${SHIM}${text}\n`)
    const env = {
      ...process.env,
      KITH_DATA: ownFolder(),
      PORT: '0',
      KITH_GRPC_PORT: '0',
      KITH_DEMO: 'off',
      TMPDIR: folder,
    }
    // A group of its own, with which the server ends too.
    const child = spawn('bash', [script], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise((resolve) => child.once('close', resolve))
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (more) => {
      said += more
    })
    try {
      const url = await eventually(async () => {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It has ended: ${said}`)
        return /http:\/\/[\w.]+:\d+/.exec(said)?.[0]
      })
      expect((await fetch(`${url}/health/live`)).status).toBe(200)
    } finally {
      endGroup(child.pid!)
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('as a program', () => {
  test.each(each('js', 'ts'))('%s', async (_, { text }) => {
    const file = path.join(scratch, 'block.mjs')
    writeFileSync(file, transformSync(text, { loader: 'ts', format: 'esm' }).code)
    await run(process.execPath, [file], { cwd: scratch, env: { ...process.env, ...(await anEnvironment()) } })
  })

  test.each(named('better-auth'))('%s: makes the customer of who signs up', async (_, { text }) => {
    const { KITH_URL, KITH_API_KEY } = await anEnvironment()
    const before = `import { memoryAdapter } from 'better-auth/adapters/memory'
const database = memoryAdapter({ user: [], session: [], account: [], verification: [] })
const sendOTP = () => {}
`
    const after = `
const body = { email: 'aisha@example.com', password: 'saffron kettle seventeen', name: 'Aisha' }
const { headers } = await auth.api.signUpEmail({ body, returnHeaders: true })
const cookie = headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
const { user } = await auth.api.getSession({ headers: new Headers({ cookie }) })
console.log(user.customerId)
`
    const file = path.join(scratch, 'better-auth.mjs')
    await build({
      stdin: { contents: before + text + after, loader: 'ts', resolveDir: scratch },
      ...{ bundle: true, platform: 'node', format: 'esm', outfile: file, logLevel: 'error' },
      // Our packages from their sources; the others as they are installed.
      ...{ conditions: ['kith-source'], external: ['better-auth'] },
    })
    const { apiKey } = JSON.parse(
      (await kith(['--json', 'key', 'create', '--tenant', 'shop', '--name', 'auth', '--scopes', 'customers:import']))
        .stdout,
    )
    const env = {
      ...process.env,
      KITH_URL,
      KITH_KEY: apiKey,
      BETTER_AUTH_SECRET: 'only for tests, and as long as it wants',
    }
    const { stdout } = await run(process.execPath, [file], { cwd: scratch, env })
    const id = /cust_[0-9a-f]{32}/.exec(stdout)?.[0]
    const answer = await fetch(`${KITH_URL}/api/v1/customers/${id}`, {
      headers: { authorization: `Bearer ${KITH_API_KEY}` },
    })
    expect(await answer.json()).toMatchObject({ id, firstName: 'Aisha' })
  })

  test.each(named('receiver'))('%s: takes a signed event', async (_, { text }) => {
    const { KITH_URL, KITH_API_KEY } = await anEnvironment()
    const headers = { authorization: `Bearer ${KITH_API_KEY}`, 'content-type': 'application/json' }
    const post = async (where: string, body: object) =>
      (await fetch(`${KITH_URL}/api/v1/${where}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    const port = await freePort()
    const made = (await post('webhooks', { url: `http://127.0.0.1:${port}/` })) as Body
    const file = path.join(scratch, 'receiver.mjs')
    writeFileSync(file, text)
    const env = { ...process.env, PORT: String(port), KITH_WEBHOOK_SECRET: made.secret }
    const child = spawn(process.execPath, [...ENDS_WITH_US, file], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (more) => {
      said += more
    })
    await eventually(() =>
      fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).then(
        ({ status }) => status === 400,
        () => false,
      ),
    )
    await post('customers', {})
    await eventually(async () => /evt_[0-9a-f]{32} CustomerRegistered/.test(said))
    child.kill()
  })
})

describe('as data', () => {
  test.each(each('json'))('%s', (_, { text }) => void JSON.parse(text))

  test.each([...named('segments'), ...named('rule')])('%s: is decided', async (_, { name, text }) => {
    const { KITH_URL, KITH_API_KEY } = await anEnvironment()
    const name2 = { en: 'One', ar: 'واحد' }
    const wanted =
      name === 'rule'
        ? {
            segments: [{ key: 'one', name: name2, rule: JSON.parse(text) }],
            otherwise: { key: 'others', name: name2 },
            tags: [],
          }
        : JSON.parse(text)
    const answer = await fetch(`${KITH_URL}/api/v1/segments`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${KITH_API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    })
    expect([answer.status, await answer.text()]).toMatchObject([200, expect.any(String)])
  })

  test.each(each('graphql'))('%s', async (_, { text }) => {
    const { KITH_URL, KITH_API_KEY } = await anEnvironment()
    const answer = await fetch(`${KITH_URL}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KITH_API_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    })
    const { errors = [] } = (await answer.json()) as Body
    // The customers of a page are not there.
    expect(errors.filter(({ extensions }: Body) => extensions.code !== 'customer.not_found')).toEqual([])
  })
})

/** One that has ended already is no reason to hide why. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
