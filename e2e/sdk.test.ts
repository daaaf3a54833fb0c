import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type World } from '../server/test/harness.ts'
import { PATIENCE_MS } from '../server/test/patience.ts'
import { openBrowser } from './browser.ts'

let world: World
let folder: string
let pages: Awaited<ReturnType<typeof servePages>>
let browser: Awaited<ReturnType<typeof openBrowser>>

/** Packed, and installed in an empty folder without a network. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-sdk-'))
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: path.resolve('sdk') })
  const [tarball = ''] = readdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder })
  pages = await servePages(folder)
  world = await aWorld({ KITH_CORS_ORIGINS: pages.url })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
  await pages?.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (command: string, args: string[], options: { cwd: string; env?: NodeJS.ProcessEnv }) =>
  promisify(execFile)(command, args, options)

/** As it stands in the README. */
const [, EXAMPLE = ''] = /```ts\n([^`]+)```/.exec(readFileSync('sdk/README.md', 'utf8')) ?? []

const PLAIN = { strict: true, target: 'ES2022', module: 'NodeNext', skipDefaultLibCheck: true, noEmit: true }
const TYPES = { types: ['node'], typeRoots: [path.resolve('node_modules/@types')] }
const CAUGHT = `
import type { Code, Input, Output } from '@kith/sdk'
const q: Input<'customers.list'> = { q: undefined }
const code: Code<'customers.get'> = 'customer.not_found'
const archive: Uint8Array = await kith.privacy.downloadExport({ token: 'one' })
const number: Output<'customers.create'>['number'] = aisha.number
// @ts-expect-error A phone is a text.
await kith.customers.create({ phone: 1 })
// @ts-expect-error Without an id there is no customer.
await kith.customers.get({})
`

test('in Node the example of the README runs and has its types', async () => {
  expect(readdirSync(path.join(folder, 'node_modules'))).toEqual(['.package-lock.json', '@kith'])

  writeFileSync(path.join(folder, 'example.mjs'), EXAMPLE)
  const { apiKey } = await aTenant(world)
  const { stdout } = await run(process.execPath, ['example.mjs'], {
    cwd: folder,
    env: { ...process.env, KITH_URL: world.url, KITH_API_KEY: apiKey },
  })
  expect(stdout).toBe('CUST-00001\n')

  writeFileSync(path.join(folder, 'example.ts'), EXAMPLE + CAUGHT)
  const config = { compilerOptions: { ...PLAIN, ...TYPES }, files: ['example.ts'] }
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
  const compiler = path.resolve('node_modules/typescript/bin/tsc')
  const said = await run(process.execPath, [compiler, '-p', '.'], { cwd: folder }).catch((error) => error)
  expect(said.stdout).toBe('')
})

/** A page of another origin that imports the package by its name, as a bundler would resolve it. */
const PAGE = `<!doctype html>
<script type="importmap">{"imports":{"@kith/sdk":"/node_modules/@kith/sdk/dist/index.js"}}</script>
<script type="module">
import { KithRefusal, openKith } from '@kith/sdk'

window.run = (url, token) => tried(url, token).catch((error) => ({ error: String(error) }))
async function tried(url, token) {
  const { customers } = openKith({ url, token, language: 'ar' })
  const made = []
  for (const phone of ['9012 3456', '9012 3457'])
    made.push(await customers.create({ type: 'stub', firstName: 'Aisha', phone }))
  const changed = await customers.change({ customerId: made[0].id, notes: 'likes oud' }, { ifMatch: made[0].version })
  const listed = []
  for await (const { number } of customers.list({ limit: 1, sort: 'number', order: 'asc' })) listed.push(number)
  const refused = await customers.create({ type: 'stub', firstName: 'Muna', phone: '9012 3456' }).catch((error) => error)
  const { headers } = await fetch(url + '/api/v1/customers/' + made[0].id, { headers: { authorization: 'Bearer ' + token } })
  return {
    changed: changed.notes,
    listed,
    refused: [refused instanceof KithRefusal, refused.code, refused.problem.customerId === made[0].id, refused.message],
    told: headers.get('etag'),
  }
}
</script>`

async function servePages(root: string) {
  const server = createServer(({ url = '/' }, response) => {
    const file = path.join(root, new URL(url, 'http://localhost').pathname)
    if (url === '/') return response.setHeader('content-type', 'text/html').end(PAGE)
    if (!existsSync(file)) return response.writeHead(404).end()
    return response.setHeader('content-type', 'text/javascript').end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) }
}

test('in a browser, from a page of another origin, it creates, changes, lists and is refused', async () => {
  const { apiKey } = await aTenant(world)
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(pages.url)
  await page.waitForFunction('window.run !== undefined')
  expect(await page.evaluate(`run(${JSON.stringify(world.url)}, ${JSON.stringify(apiKey)})`)).toEqual({
    changed: 'likes oud',
    listed: expect.arrayContaining(['CUST-00001', 'CUST-00002']),
    refused: [true, 'customer.phone_taken', true, 'رقم الهاتف هذا مسجل لعميل آخر.'],
    told: '"2"',
  })
})
