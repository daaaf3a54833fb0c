import { expect, test } from 'vitest'
import { inFolder, kith } from './in-folder.ts'

inFolder()

test('tells what is wrong in one line, with a code for it', async () => {
  expect(await kith(['start'], { PORT: 'seventy' })).toEqual({
    code: 78,
    stdout: '',
    stderr: 'kith: PORT must be a whole number from 0 to 65535\n',
  })
  expect(await kith(['nonsense'])).toMatchObject({ code: 64 })
  expect(
    await kith(['migrate'], {
      DATABASE_URL: 'postgres://localhost:1/x',
      KITH_MASTER_KEY: '5d1c0b7f93e2486aa0c4d8e617f23b9584fe6a1d70c9b35288e14f6da3507c9e',
    }),
  ).toMatchObject({ code: 69 })
})

const create = ['tenant', 'create']
test.each([
  [
    [...create, 'Bad Slug!', '--name', 'X'],
    /^kith: slug: Lower-case Latin letters, digits and single hyphens, such as alpha-wash\n$/,
  ],
  [[...create, 'x-y', '--name', 'X', '--locale', 'fr'], /^kith: locale: Choose from: en, ar\n$/],
  [[...create, 'x', '--name', 'X'], /^kith: slug: Use at least 2 characters\n$/],
  [[...create, 'x-y', '--name', 'X', '--country', 'oman'], /^kith: country: Two capital letters, such as OM\n$/],
  [[...create, 'x-y', '--name', 'X', '--owner-email', 'x'], /^kith: email: Not an e-mail address\n$/],
  [['key', 'create', '--name', 'X'], /^kith: say what the key may do: either --role or --scopes/],
  [['key', 'create', '--name', 'X', '--role', 'king'], /It takes owner/],
  [['nonsense'], /^kith: unknown command/],
])('%j is one line, and 64', async (args, line) => {
  const { code, stdout, stderr } = await kith(args)
  expect([code, stdout]).toEqual([64, ''])
  expect(stderr).toMatch(line)
  const asked = await kith(['--json', ...args])
  expect(asked.code).toBe(64)
  expect(JSON.parse(asked.stderr)).toMatchObject({ code: 'usage', message: expect.any(String), exit: 64 })
})

test('a setting is, with --json, an object too', async () => {
  const { code, stderr } = await kith(['--json', 'start'], { KITH_CORS_ORIGINS: 'foo' })
  expect(code).toBe(78)
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'bad_setting',
    message: expect.stringMatching(/^KITH_CORS_ORIGINS/),
  })
})

test.runIf(process.platform === 'linux')('a folder that the system does not make ends the start at once', async () => {
  const { code, stderr } = await kith(['start'], { KITH_DATA: '/proc/nope' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^kith: .*\/proc.*name another folder with KITH_DATA\n$/)
})
