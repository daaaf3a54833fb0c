import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type World } from '../../server/test/harness.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await aWorld()
  folder = mkdtempSync(path.join(tmpdir(), 'kith-sdk-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await world.close()
})

const run = (command: string, args: string[], options: { cwd: string; env?: NodeJS.ProcessEnv }) =>
  promisify(execFile)(command, args, options)

/** As in the README, except for the URL of the server. */
function example(): string {
  const [, code = ''] = /```ts\n([^`]+)```/.exec(readFileSync('sdk/README.md', 'utf8')) ?? []
  return code.replace('http://127.0.0.1:4000', world.url)
}

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

test('packed and installed in an empty folder without a network, the example of the README runs and has its types', async () => {
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: path.resolve('sdk') })
  const [tarball = ''] = readdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder })
  expect(readdirSync(path.join(folder, 'node_modules'))).toEqual(['.package-lock.json', '@kith'])

  writeFileSync(path.join(folder, 'example.mjs'), example())
  const { apiKey } = await aTenant(world)
  const { stdout } = await run(process.execPath, ['example.mjs'], {
    cwd: folder,
    env: { ...process.env, KITH_KEY: apiKey },
  })
  expect(stdout).toBe('CUST-00001\n')

  writeFileSync(path.join(folder, 'example.ts'), example() + CAUGHT)
  const config = { compilerOptions: { ...PLAIN, ...TYPES }, files: ['example.ts'] }
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
  const compiler = path.resolve('node_modules/typescript/bin/tsc')
  const said = await run(process.execPath, [compiler, '-p', '.'], { cwd: folder }).catch((error) => error)
  expect(said.stdout).toBe('')
})
