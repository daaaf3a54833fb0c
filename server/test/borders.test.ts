import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '../src/modules.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-borders-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(file, path.join(folder, file))
  for (const part of ['server', 'web', 'sdk'])
    cpSync(`${part}/src`, path.join(folder, part, 'src'), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const violations = (): string[] => {
  const command = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'server/src', 'web/src', 'sdk/src']
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
const PLANTED: Record<string, readonly [file: string, imported: string]> = {
  'front-door': ['server/src/modules/customers/planted.ts', '../tenants/tables.ts'],
  'kit-knows-no-module': ['server/src/kit/planted.ts', '../modules/events/index.ts'],
  'sql-through-tables': ['server/src/modules/customers/planted2.ts', '../../db/pool.ts'],
  'sealing-through-columns': ['server/src/modules/customers/planted4.ts', '../../kit/sealing.ts'],
  'one-web-framework-folder': ['server/src/modules/tenants/planted.ts', 'fastify'],
  'web-speaks-through-sdk': ['web/src/till/planted.ts', '../../../server/src/kit/text.ts'],
  'sdk-stands-alone': ['sdk/src/planted.ts', '../../server/src/kit/text.ts'],
  'modules-know-no-entrance': ['server/src/modules/customers/planted3.ts', '../../main.ts'],
  'no-circular': ['server/src/kit/circle-a.ts', './circle-b.ts'],
  ...Object.fromEntries(
    names
      .slice(0, -1)
      .map((name, index) => [
        `${name}-knows-nothing-above`,
        [`server/src/modules/${name}/planted-above.ts`, `../${names[index + 1]}/index.ts`] as const,
      ]),
  ),
}

test('every border is guarded: a planted violation of each rule is found, and there are no others', () => {
  for (const [file, imported] of Object.values(PLANTED)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), `import * as planted from '${imported}'\nexport default planted\n`)
  }
  writeFileSync(
    path.join(folder, 'server/src/kit/circle-b.ts'),
    `import * as planted from './circle-a.ts'\nexport default planted\n`,
  )
  const found = violations()
  for (const [rule, [file]] of Object.entries(PLANTED)) expect(found).toContain(`${rule} ${file}`)
  expect(found.filter((one) => !/planted|circle/.test(one))).toEqual([])
})
