import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { me } from '../src/modules/accounts/people/me/contract.ts'
import { signInWith } from '../src/modules/accounts/ways-in/code/phone.harness.ts'
import * as api from '../src/modules/customers/contract.ts'
import { FIELD_NAMES, FIELDS } from '../src/modules/customers/fields.ts'
import * as merging from '../src/modules/merging/contract.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const FILE = path.resolve('server/src/modules/customers/fields.ts')

/** The type checker's errors for fields.ts with this inserted. */
function complaints(planted: string): string {
  const options = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync('tsconfig.json', 'utf8')).config
  const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(options.compilerOptions, process.cwd()) as {
    options: ts.CompilerOptions
  }
  const host = ts.createCompilerHost(compilerOptions)
  const read = host.readFile
  const withPlanted = (text: string) => text.replace('export const FIELDS = {\n', `export const FIELDS = {\n${planted}`)
  host.readFile = (name) => (path.resolve(name) === FILE ? withPlanted(readFileSync(FILE, 'utf8')) : read(name))
  host.getSourceFile = (name, version) => {
    const text = host.readFile(name)
    return text === undefined ? undefined : ts.createSourceFile(name, text, version)
  }
  const program = ts.createProgram([FILE], { ...compilerOptions, noEmit: true, types: [] }, host)
  const file = program.getSourceFile(FILE)
  return program
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    .join('\n')
}

describe('a new field', () => {
  const decided: Record<string, string> = {
    shape: 'Name.nullable()',
    stored: 'z.string().nullable().default(null)',
    shown: 'z.string().nullable()',
    class: "'sealed'",
    own: "'hidden'",
    searched: "'not'",
    exported: 'false',
    merge: "'fill'",
    complete: 'false',
    words: "{ en: 'Job', ar: 'الوظيفة' }",
  }
  const row = (name: string, without?: string) =>
    `  ${name}: { ${Object.entries(decided)
      .filter(([decision]) => decision !== without)
      .map(([decision, value]) => `${decision}: ${value}`)
      .join(', ')} },\n`

  test('compiles when everything about it is decided, and asks for each decision that is not', () => {
    const planted = Object.keys(decided).map((decision) => row(`without_${decision}`, decision))
    const said = complaints([row('jobTitle'), ...planted].join(''))
    for (const decision of Object.keys(decided)) expect(said).toMatch(new RegExp(`'${decision}' is missing`))
    expect(said.match(/is missing in type/g)).toHaveLength(Object.keys(decided).length)
  })
})

describe('birthDate, a field that was added by its row', () => {
  const birthDate = '1990-11-21'
  const aStub = async (more: object = {}) =>
    (await shop.call(api.create, { type: 'stub', firstName: 'Zahra', phone: aPhone(), ...more } as never)).body

  test('is written, changed, cleared, told in the history and exported; nothing but a day of the past is one', async () => {
    const { id: customerId, ...made } = await aStub({ birthDate })
    expect(made).toMatchObject({ birthDate })
    expect((await aStub()).birthDate).toBeNull()
    const change = (birthDate: unknown) => shop.call(api.change, { customerId, birthDate } as never)
    for (const unfit of ['2199-01-01', '1990-02-30', '21.11.1990', '1790-01-01', '']) {
      const { status, body } = await change(unfit)
      expect([status, body.errors?.[0].path], unfit).toEqual([422, 'birthDate'])
    }
    expect((await change('1991-01-02')).body).toMatchObject({ birthDate: '1991-01-02' })
    const { items } = (await shop.call(api.history, { customerId })).body
    expect(items[0]).toMatchObject({ before: { birthDate }, after: { birthDate: '1991-01-02' } })
    const csv: string = (await shop.call(api.exportCustomers, { format: 'csv' } as never)).body
    const [head, ...lines] = csv.replace('\ufeff', '').split('\r\n')
    const at = head!.split(',').indexOf('birthDate')
    expect(lines.map((line) => line.split(',')[at])).toContain('1991-01-02')
    expect((await change(null)).body).toMatchObject({ birthDate: null })
  })

  test('is the customer’s own, and fills what is empty in a merge', async () => {
    const phone = aPhone()
    const into = await aStub({ phone })
    const from = await aStub({ birthDate })
    expect((await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'the same' })).status).toBe(201)
    expect((await shop.call(api.get, { customerId: into.id } as never)).body).toMatchObject({ birthDate })
    const { self } = await signInWith(world, shop, phone)
    expect((await self.call(me, {})).status).toBe(200)
    const own = await self.call(api.changeOwn, { birthDate: '1992-02-03' } as never)
    expect(own).toMatchObject({ status: 200, body: { birthDate: '1992-02-03' } })
  })
})

test('a document sealed before a field came shows it as empty', () => {
  for (const field of FIELD_NAMES.filter((name) => name !== 'firstName' && FIELDS[name].class === 'sealed'))
    expect(FIELDS[field].stored.safeParse(undefined).success, field).toBe(true)
})
