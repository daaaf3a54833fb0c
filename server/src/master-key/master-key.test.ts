import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { masterKeyPlace, openMasterKey, wrapMasterKey } from './index.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kith-master-key-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Stands in for Vault's transit engine: what it encrypts is turned round. */
let isSealed = false
let answers = (plaintext: string): object => ({ data: { plaintext } })
const vault = createServer(async (request, response) => {
  const body = Object(await json(request))
  const status = isSealed ? 503 : request.headers['x-vault-token'] === 'may' ? 200 : 403
  const turned = (text: string) => [...text].reverse().join('')
  const done = request.url?.startsWith('/v1/transit/encrypt/kith')
    ? { data: { ciphertext: `vault:v1:${turned(String(body.plaintext))}` } }
    : answers(turned(String(body.ciphertext).slice('vault:v1:'.length)))
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(status === 200 ? done : {}))
})
await new Promise<void>((listening) => vault.listen(0, '127.0.0.1', listening))
const { port } = vault.address() as AddressInfo // It listens on a port.
afterAll(() => void vault.close())
beforeEach(() => {
  isSealed = false
  answers = (plaintext) => ({ data: { plaintext } })
})

const secret = randomBytes(32).toString('hex')
const asked = { VAULT_ADDR: `http://127.0.0.1:${port}`, VAULT_TOKEN: 'may' }
const idOf = async (settings: Record<string, string>, dataFolder?: string) =>
  (await openMasterKey(readConfig(settings), dataFolder)).ids.map(String)

describe('the master key', () => {
  test('is the same from the setting, from a file and from Vault', async () => {
    const file = path.join(folder, 'kept')
    fs.writeFileSync(file, `${secret}\n`)
    const wrapped = await wrapMasterKey(readConfig({ ...asked, KITH_MASTER_KEY: secret }))
    expect(wrapped).not.toContain(secret)
    const given = await idOf({ KITH_MASTER_KEY: secret })
    expect(await idOf({ KITH_MASTER_KEY: `file:${file}` })).toEqual(given)
    expect(await idOf({ ...asked, KITH_MASTER_KEY: wrapped })).toEqual(given)
  })

  test('is the same from a file in capitals, the one of the data folder too', async () => {
    const own = fs.mkdtempSync(path.join(folder, 'own-'))
    const file = path.join(own, 'master.key')
    fs.writeFileSync(file, `${secret.toUpperCase()}\n`)
    const given = await idOf({ KITH_MASTER_KEY: secret })
    expect(await idOf({}, own)).toEqual(given)
    expect(await idOf({ KITH_MASTER_KEY: `file:${file}` })).toEqual(given)
  })

  test('of the data folder can be handed to Vault, and opens the same afterwards', async () => {
    const own = await idOf({}, folder)
    const wrapped = await wrapMasterKey(readConfig(asked), folder)
    expect(await idOf({ ...asked, KITH_MASTER_KEY: wrapped })).toEqual(own)
  })

  test('of a new data folder is made in production only where that is wanted, and one that is there goes on', async () => {
    const own = fs.mkdtempSync(path.join(folder, 'production-'))
    const production = { NODE_ENV: 'production' }
    await expect(idOf(production, own)).rejects.toThrow('KITH_MASTER_KEY is required in production')
    expect(fs.readdirSync(own)).toEqual([])
    const made = await idOf({ ...production, KITH_MASTER_KEY: 'data-folder' }, own)
    expect(await idOf(production, own)).toEqual(made)
    expect(await idOf({ ...production, KITH_MASTER_KEY: secret }, own)).not.toEqual(made)
    await expect(idOf({ KITH_MASTER_KEY: 'data-folder' })).rejects.toThrow('required where there is no data folder')
    expect(() => readConfig({ KITH_MASTER_KEY_PREVIOUS: 'data-folder' })).toThrow('KITH_MASTER_KEY_PREVIOUS must be 32')
  })

  test.each([
    [{}, { where: '/data/master.key', besideTheData: true }],
    [{ KITH_MASTER_KEY: 'data-folder' }, { where: '/data/master.key', besideTheData: true }],
    [{ KITH_MASTER_KEY: secret }, { where: 'KITH_MASTER_KEY', besideTheData: false }],
    [{ KITH_MASTER_KEY: 'file:/run/secrets/kith' }, { where: '/run/secrets/kith', besideTheData: false }],
    [
      { KITH_MASTER_KEY: 'vault:v1:abc', VAULT_ADDR: 'https://vault.example' },
      { where: 'Vault at https://vault.example', besideTheData: false },
    ],
  ])('says where it is, and never what it is: case %#', (settings: Record<string, string>, place) => {
    expect(masterKeyPlace(readConfig(settings), '/data')).toEqual(place)
  })

  test('comes with a token from a file, as an agent keeps it', async () => {
    const file = path.join(folder, 'token')
    fs.writeFileSync(file, 'may\n')
    const { VAULT_ADDR } = asked
    const wrapped = await wrapMasterKey(readConfig({ ...asked, KITH_MASTER_KEY: secret }))
    const settings = { VAULT_ADDR, VAULT_TOKEN_FILE: file, KITH_MASTER_KEY: wrapped }
    expect(await idOf(settings)).toEqual(await idOf({ KITH_MASTER_KEY: secret }))
  })

  test('that Vault does not give is refused with the reason, and with neither token nor answer', async () => {
    const wrapped = await wrapMasterKey(readConfig({ ...asked, KITH_MASTER_KEY: secret }))
    const opened = (more: Record<string, string> = {}) => idOf({ ...asked, KITH_MASTER_KEY: wrapped, ...more })
    isSealed = true
    await expect(opened()).rejects.toThrow(`127.0.0.1:${port} does not decrypt with the key kith: status 503`)
    isSealed = false
    await expect(opened({ VAULT_TOKEN: 'may-not' })).rejects.toThrow(/status 403$/)
    await expect(opened({ VAULT_ADDR: 'http://127.0.0.1:1' })).rejects.toThrow(/no answer$/)
    await expect(opened({ VAULT_TOKEN: '' })).rejects.toThrow('VAULT_TOKEN or VAULT_TOKEN_FILE are required')
    answers = () => ({ plaintext: secret })
    await expect(opened()).rejects.toThrow(/not an answer of Vault$/)
    answers = () => ({ data: { plaintext: Buffer.from('weak').toString('base64') } })
    await expect(opened()).rejects.toThrow('KITH_MASTER_KEY: what Vault decrypts is no master key')
  })

  test.each([
    ['http://vault.example:8200', false],
    ['http://127.0.0.1.example:8200', false],
    ['http://10.0.0.7:8200', false],
    ['https://vault.example:8200', true],
    ['http://localhost:8200', true],
    ['http://[::1]:8200', true],
  ])('goes to %s: %s', (VAULT_ADDR, may) => {
    const read = () => readConfig({ VAULT_ADDR })
    if (may) expect(read().VAULT_ADDR).toBe(VAULT_ADDR)
    else expect(read).toThrow('VAULT_ADDR must begin with https://')
  })

  test.each([
    ['file:/nowhere/key', '/nowhere/key cannot be read (ENOENT)'],
    [
      'file:relative',
      'KITH_MASTER_KEY must be 32 random bytes as 64 hex digits or base64, file:/path/of/it, or vault:v1:',
    ],
  ])('%s is refused', async (given, message) => {
    await expect((async () => idOf({ KITH_MASTER_KEY: given }))()).rejects.toThrow(message)
  })
})
