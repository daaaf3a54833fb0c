import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { transformSync } from 'esbuild'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  const named = BLOCKS.filter(({ name, notRun }) => name && name !== 'receiver' && !notRun)
  const runs =
    readFileSync('server/test/operate/backup.test.ts', 'utf8') +
    readFileSync('server/test/operate/drill.test.ts', 'utf8')
  expect(named.filter(({ name }) => !new RegExp(`['"\`]${name}['"\`]`).test(runs)).map(({ name }) => name)).toEqual([])
  expect(runnable('sh', 'console', 'js', 'ts', 'graphql').length).toBeGreaterThan(7)
})

const titled = ({ page, text }: Block) => `${page}: ${text.split('\n')[0]!.slice(0, 70)}`
const each = (...languages: string[]) => runnable(...languages).map((block) => [titled(block), block] as const)

describe('in a shell', () => {
  test.each(each('sh', 'console'))('%s', async (_, { language, text }) => {
    const lines = language === 'console' ? text.split('\n').flatMap((line) => /^\$ (.*)/.exec(line)?.[1] ?? []) : [text]
    const script = path.join(scratch, 'block.sh')
    const shim = `kith() { '${process.execPath}' '${COMMAND}' "$@"; }\nnpx() { while [[ $1 == --* ]]; do shift; done; "$@"; }\n`
    writeFileSync(script, `set -euo pipefail\n${shim}${lines.join('\n')}\n`)
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

describe('as a program', () => {
  test.each(each('js', 'ts'))('%s', async (_, { text }) => {
    const file = path.join(scratch, 'block.mjs')
    writeFileSync(file, transformSync(text, { loader: 'ts', format: 'esm' }).code)
    await run(process.execPath, [file], { cwd: scratch, env: { ...process.env, ...(await anEnvironment()) } })
  })

  test.each(BLOCKS.filter(({ name }) => name === 'receiver').map((block) => [titled(block), block] as const))(
    '%s: takes a signed event',
    async (_, { text }) => {
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
    },
  )
})

describe('as data', () => {
  test.each(each('json'))('%s', (_, { text }) => void JSON.parse(text))

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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
