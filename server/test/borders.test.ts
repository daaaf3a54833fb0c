import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/modules.ts'

const BORDERS = '.dependency-cruiser.cjs'
const FOLDERS = '.dependency-cruiser.folders.cjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-borders-'))
  for (const file of [BORDERS, FOLDERS, 'tsconfig.json', 'package.json']) cpSync(file, path.join(folder, file))
  for (const part of ['server', 'web', 'sdk'])
    cpSync(`${part}/src`, path.join(folder, part, 'src'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const violations = (config: string): string[] => {
  const command = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', config, '--output-type', 'json', 'server/src', 'web/src', 'sdk/src']
  const report = execFileSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return JSON.parse(report).summary.violations.map(
    ({ rule, from }: { rule: { name: string }; from: string }) => `${rule.name} ${from}`,
  )
}

const names = modules.map(({ name }) => name)
const ACCOUNTS = ['login', 'session', 'claims', 'gate', 'ways-in', 'people']
const SCREENS = ['reach', 'language', 'design', 'offline', 'session', 'person', 'customers', 'till', 'mine', 'shell']
const PLANTED: Record<string, readonly [file: string, imported: string]> = {
  'front-door': ['server/src/modules/customers/planted.ts', '../tenants/tables.ts'],
  'kit-knows-no-module': ['server/src/kit/planted.ts', '../modules/events/index.ts'],
  'sql-through-tables': ['server/src/modules/customers/planted2.ts', '../../db/pool.ts'],
  'sealing-through-columns': ['server/src/modules/customers/planted4.ts', '../../kit/sealing.ts'],
  'database-through-tables': ['server/src/modules/customers/planted5.ts', '../../kit/handles.ts'],
  'one-web-framework-folder': ['server/src/modules/tenants/planted.ts', 'fastify'],
  'web-speaks-through-sdk': ['web/src/till/planted.ts', '../../../server/src/kit/text.ts'],
  'sdk-stands-alone': ['sdk/src/planted.ts', '../../server/src/kit/text.ts'],
  'modules-know-no-entrance': ['server/src/modules/customers/planted3.ts', '../../main.ts'],
  'no-circular': ['server/src/kit/circle-a.ts', './circle-b.ts'],
  'accounts-floors-know-no-front-door': ['server/src/modules/accounts/people/planted.ts', '../contract.ts'],
  ...Object.fromEntries(
    SCREENS.slice(0, -1).map((floor, index) => [
      `web-${floor}-knows-nothing-above`,
      [`web/src/${floor}/planted-above.ts`, `../${SCREENS[index + 1]}/planted-above.ts`] as const,
    ]),
  ),
  ...Object.fromEntries(
    ACCOUNTS.slice(0, -1).map((floor, index) => [
      `accounts-${floor}-knows-nothing-above`,
      [`server/src/modules/accounts/${floor}/planted.ts`, `../${ACCOUNTS[index + 1]}/planted.ts`] as const,
    ]),
  ),
  ...Object.fromEntries(
    names
      .slice(0, -1)
      .map((name, index) => [
        `${name}-knows-nothing-above`,
        [`server/src/modules/${name}/planted-above.ts`, `../${names[index + 1]}/index.ts`] as const,
      ]),
  ),
}

const planted: string[] = []
afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file)
})

function plant(file: string, imported: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  planted.push(path.join(folder, file))
  writeFileSync(path.join(folder, file), `import * as planted from '${imported}'\nexport default planted\n`)
}

test('every border is guarded: a planted violation of each rule is found, and there are no others', () => {
  for (const [file, imported] of Object.values(PLANTED)) plant(file, imported)
  plant('server/src/kit/circle-b.ts', './circle-a.ts')
  plant('web/src/shell/planted-above.ts', 'react')
  const found = violations(BORDERS)
  for (const [rule, [file]] of Object.entries(PLANTED)) expect(found).toContain(`${rule} ${file}`)
  expect(found.filter((one) => !/planted|circle/.test(one))).toEqual([])
})

test('two folders that know each other are found, and there are no others', () => {
  const [one, other] = ['server/src/modules/carts/planted-a', 'server/src/modules/carts/planted-b']
  plant(`${one}/above.ts`, '../planted-b/below.ts')
  plant(`${one}/below.ts`, 'node:fs')
  plant(`${other}/above.ts`, '../planted-a/below.ts')
  plant(`${other}/below.ts`, 'node:fs')
  const found = violations(FOLDERS)
  expect(found).toEqual(expect.arrayContaining([`no-circle-of-folders ${one}`, `no-circle-of-folders ${other}`]))
  expect(found.filter((circle) => !circle.includes('planted'))).toEqual([])
})

test('the architecture tells the order of the modules, and what it links to is there', () => {
  const text = readFileSync('docs/architecture.md', 'utf8')
  const told = /^events →[^.]+?\n\n/m
    .exec(text)![0]
    .split('→')
    .map((name) => name.trim())
  expect(told).toEqual(names)
  const links = [...text.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, link]) => path.join('docs', link!))
  expect(links.filter((link) => !existsSync(link))).toEqual([])
})

const sources = () =>
  readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(path.join('server/src', file), 'utf8') }))

/** What a type border cannot say, with the files in which it is allowed. */
const ONLY_IN: readonly (readonly [pattern: RegExp, planted: string, files: readonly string[]])[] = [
  [
    /updateTable\('customers'\)/,
    "sql(ctx).updateTable('customers')",
    ['loyalty-tier.ts', 'segment.ts', 'write.ts', 'renew-search.ts'],
  ],
  [/\bas (Customer|Person|Face)\b/, 'return row as Customer', []],
]

test.each(ONLY_IN)('%s stands where it belongs and nowhere else', (pattern, planted, files) => {
  expect(planted).toMatch(pattern)
  const found = sources().filter(({ text }) => pattern.test(text))
  expect(found.map(({ file }) => file).sort()).toEqual(files.map((file) => `modules/customers/${file}`).sort())
})
