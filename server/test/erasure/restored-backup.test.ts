import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../src/kit/audit-verify.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import * as merging from '../../src/modules/merging/contract.ts'
import * as privacy from '../../src/modules/privacy/contract.ts'
import { sign, signerOf, verifyCertificate } from '../../src/modules/privacy/erasure/signing.ts'
import { ledgerOf, readLedger, repeatErasures } from '../../src/modules/privacy/index.ts'
import { aRequest, aStub, eventsOf, inner, prove, runErrands } from '../../src/modules/privacy/privacy.harness.ts'
import { backUp } from '../backup.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let folder: string
let ledger: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-ledger-'))
  ledger = path.join(folder, 'erasures.ndjson')
  world = await aWorld({ KITH_ERASURE_LEDGER: ledger })
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const statusOf = async (at: Shop, customerId: string) => (await at.call(customers.get, { customerId })).status
const found = async (at: Shop, q: string) => (await at.call(customers.list, { q })).body.items.length
const lines = () => readLedger('ledger', readFileSync(ledger, 'utf8'))
const repeat = (options: { dryRun?: boolean; trusted?: string } = {}, certificates = lines()) =>
  repeatErasures(world.kith.db, certificates, { dryRun: false, ...options })
/** The results for the erased people of this business. */
async function outcomes(at: Shop, ...options: Parameters<typeof repeat>) {
  const ours = new Set<string>()
  for (const { at: line, text } of options[1] ?? lines())
    if ((await verifyCertificate(text)).claims.tenant === at.id) ours.add(line)
  return (await repeat(...options)).filter((one) => ours.has(one.at))
}
async function erase(at: Shop, customerId: string, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await at.call(privacy.eraseCustomer, { customerId, reason: 'requested', ...more } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  await runErrands(world, at)
  return body.id
}
/** A business whose certificate key is older than any backup. */
async function aShop() {
  const at = await aTenant(world)
  await erase(at, (await aStub(at)).id)
  return at
}

describe('a backup that was restored', () => {
  test('brings erased people back, and the ledger erases exactly these again: once and provably', async () => {
    const [shop, rival] = [await aShop(), await aShop()]
    const gone = await aStub(shop, { firstName: 'Returna', notes: 'likes starch' })
    const [stays, neighbour] = [await aStub(shop, { firstName: 'Stayna' }), await aStub(rival)]
    const request = await aRequest(shop, gone.id, 'erasure')
    await prove(shop, request.id)
    const restore = await backUp(world)
    const erasure = await erase(shop, gone.id, { requestId: request.id })
    expect([await statusOf(shop, gone.id), await found(shop, 'Returna')]).toEqual([404, 0])

    await restore()
    expect([await statusOf(shop, gone.id), await found(shop, 'Returna')]).toEqual([200, 1])
    const one = { erasure, customer: gone.id }
    expect(await outcomes(shop, { dryRun: true })).toContainEqual(
      expect.objectContaining({ ...one, outcome: 'would_be_erased' }),
    )
    expect([await statusOf(shop, gone.id), await found(shop, 'Returna')]).toEqual([200, 1])
    const done = await outcomes(shop)
    expect(done.map(({ outcome }) => outcome).sort()).toEqual(['erased', 'gone'])
    expect(done).toContainEqual(expect.objectContaining({ ...one, outcome: 'erased' }))
    expect([await statusOf(shop, gone.id), await found(shop, 'Returna')]).toEqual([404, 0])
    for (const table of ['data_keys', 'customer_identifiers'])
      expect((await world.owner.query(`select 1 from ${table} where customer_id = $1`, [inner(gone.id)])).rows).toEqual(
        [],
      )
    expect([await statusOf(shop, stays.id), await statusOf(rival, neighbour.id)]).toEqual([200, 200])
    expect((await shop.call(customers.create, { type: 'stub', firstName: 'New', phone: gone.phone })).status).toBe(201)

    expect((await outcomes(shop)).map(({ outcome }) => outcome)).toEqual(['gone', 'gone'])
    expect((await shop.call(privacy.getRequest, { requestId: request.id })).body.status).toBe('completed')
    const told = (await eventsOf(world, shop, 'CustomerErased')).filter((e) => e['customerId'] === inner(gone.id))
    expect(told).toEqual([{ customerId: inner(gone.id), erasureId: erasure }])
    const { rows } = await world.owner.query(
      `select actor from audit_entries where customer_id = $1 and action = 'customer.erased'`,
      [inner(gone.id)],
    )
    expect(rows).toEqual([{ actor: 'cli' }])
    await runErrands(world, shop)
    const { body: file } = await shop.call(privacy.getCertificate, { erasureId: erasure })
    const { claims } = await verifyCertificate(JSON.stringify(file))
    expect([claims.erasure, claims.request, claims.repeats! < claims.erasedAt]).toEqual([erasure, request.id, true])
    expect((await shop.run(verifyChain)).broken).toBeNull()
    // The new line of the ledger names the same person, who stays gone.
    expect(new Set((await outcomes(shop)).map(({ outcome }) => outcome))).toEqual(new Set(['gone']))
  })

  test('from before a merge brings back each of the two, and both go', async () => {
    const shop = await aShop()
    const [from, into] = [await aStub(shop), await aStub(shop)]
    const restore = await backUp(world)
    await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'the same' })
    await erase(shop, into.id)
    await restore()
    expect([await statusOf(shop, from.id), await statusOf(shop, into.id)]).toEqual([200, 200])
    const done = (await outcomes(shop)).filter(({ outcome }) => outcome === 'erased')
    expect(done.map(({ customer }) => customer).sort()).toEqual([from.id, into.id].sort())
    expect([await statusOf(shop, from.id), await statusOf(shop, into.id)]).toEqual([404, 404])
  })

  test('from within a merge takes the absorbed along; one that was told apart since needs a human', async () => {
    const shop = await aShop()
    const [from, into, apart, stranger] = [await aStub(shop), await aStub(shop), await aStub(shop), await aStub(shop)]
    await shop.call(merging.merge, { from: from.id, into: into.id, reason: 'the same' })
    const { body } = await shop.call(merging.merge, { from: apart.id, into: stranger.id, reason: 'a mistake' })
    const restore = await backUp(world)
    await shop.call(merging.undo, { mergeId: body.id, reason: 'not the same' })
    await erase(shop, into.id)
    await erase(shop, apart.id)
    await restore()
    for (const [dryRun, word] of [
      [true, 'would_be_erased'],
      [false, 'erased'],
    ] as const) {
      const done = await outcomes(shop, { dryRun })
      const of = ({ id }: { id: string }) => done.find(({ customer }) => customer === id)?.outcome
      expect([of(into), of(from), of(apart)]).toEqual([word, 'gone', 'merged'])
    }
    expect(await statusOf(shop, stranger.id)).toBe(200)
    await shop.call(merging.undo, { mergeId: body.id, reason: 'not the same' })
    await outcomes(shop)
    expect([await statusOf(shop, apart.id), await statusOf(shop, stranger.id)]).toEqual([404, 200])
  })

  test('knows an old legal hold, which had been lifted by then; one that was placed since counts', async () => {
    const shop = await aShop()
    const [lifted, held] = [await aStub(shop), await aStub(shop)]
    await shop.call(privacy.placeHold, { customerId: lifted.id, reason: 'court' })
    const restore = await backUp(world)
    await shop.call(privacy.liftHold, { customerId: lifted.id })
    await erase(shop, lifted.id)
    await erase(shop, held.id)
    await restore()
    await shop.call(privacy.placeHold, { customerId: held.id, reason: 'a new court' })
    const done = await outcomes(shop)
    const of = ({ id }: { id: string }) => done.find(({ customer }) => customer === id)?.outcome
    expect([of(lifted), of(held)]).toEqual(['erased', 'held'])
    expect([await statusOf(shop, lifted.id), await statusOf(shop, held.id)]).toEqual([404, 200])
  })

  test('without the keys of those days says that what is left cannot be read', async () => {
    const shop = await aShop()
    const gone = await aStub(shop)
    const restore = await backUp(world)
    await erase(shop, gone.id)
    await restore()
    await world.owner.query('delete from data_keys where customer_id = $1', [inner(gone.id)])
    expect(await outcomes(shop)).toContainEqual(expect.objectContaining({ customer: gone.id, outcome: 'unreadable' }))
  })
})

describe('a certificate erases no one', () => {
  test('that a key signed which the backup does not know, unless its thumbprint is given', async () => {
    const shop = await aTenant(world)
    const gone = await aStub(shop)
    const restore = await backUp(world)
    await erase(shop, gone.id)
    await restore()
    expect((await outcomes(shop)).map(({ outcome }) => outcome)).toEqual(['not_ours'])
    expect((await outcomes(shop, { trusted: 'another' })).map(({ outcome }) => outcome)).toEqual(['not_ours'])
    expect(await statusOf(shop, gone.id)).toBe(200)
    const { thumbprint } = await verifyCertificate(lines().at(-1)!.text)
    expect((await outcomes(shop, { trusted: thumbprint })).map(({ outcome }) => outcome)).toEqual(['erased'])
    expect(await statusOf(shop, gone.id)).toBe(404)
  })

  test('that was altered, that is half a line, or that a neighbour signed', async () => {
    const [shop, rival] = [await aShop(), await aShop()]
    const gone = await aStub(shop)
    const restore = await backUp(world)
    await erase(shop, gone.id)
    await restore()
    const line = lines().at(-1)!.text
    const file = JSON.parse(line)
    const [head, body, signature] = file.certificate.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, erasure: crypto.randomUUID() })).toString('base64url')
    const signer = await signerOf(world.kith.db, rival.id)
    const { kty, crv, x, y } = signer.privateJwk
    const theirs = { certificate: await sign(signer, claims), key: { kty, crv, x, y }, thumbprint: signer.id }
    const given = [
      JSON.stringify({ ...file, certificate: [head, forged, signature].join('.') }),
      line.slice(0, 200),
      JSON.stringify(theirs),
      '{}',
    ]
    const done = await repeat(
      {},
      given.flatMap((text, index) => readLedger(`f${index}`, text)),
    )
    expect(done.map(({ at, outcome }) => [at, outcome]).sort()).toEqual([
      ['f0', 'unbelievable'],
      ['f1:1', 'unbelievable'],
      ['f2', 'not_ours'],
      ['f3', 'unbelievable'],
    ])
    expect(await statusOf(shop, gone.id)).toBe(200)
    expect((await repeat({}, [{ at: 'whole', text: line }])).map(({ outcome }) => outcome)).toEqual(['erased'])
  })

  test('if the backup is older, or does not know the business', async () => {
    const shop = await aShop()
    const restore = await backUp(world)
    const late = await aShop()
    await erase(shop, (await aStub(shop)).id)
    await restore()
    expect((await outcomes(shop)).map(({ outcome }) => outcome).sort()).toEqual(['gone', 'never_here'])
    world.kith.db.keyring.forget(late.id)
    expect((await outcomes(late)).map(({ outcome }) => outcome)).toEqual(['unknown_tenant'])
  })
})

test('the ledger is written before the certificate is readable, contains no names, and can be printed from the database', async () => {
  const shop = await aShop()
  const [one, other] = [await aStub(shop, { firstName: 'Ledgerina' }), await aStub(shop)]
  const erasures = [await erase(shop, one.id), await erase(shop, other.id)]
  const written = readFileSync(ledger, 'utf8')
  for (const value of ['Ledgerina', one.phone, one.id, inner(one.id)]) expect(written).not.toContain(value)
  const printed = await shop.run(async (ctx) => {
    const all: string[] = []
    for await (const line of ledgerOf(ctx)) all.push(line)
    return all
  })
  const ids = await Promise.all(printed.map(async (line) => (await verifyCertificate(line)).claims.erasure))
  expect(ids.slice(1)).toEqual(erasures)
  for (const line of printed) expect(written).toContain(line)

  const broken = await aWorld({ KITH_ERASURE_LEDGER: path.join(folder, 'no', 'such', 'folder') })
  const at = await aTenant(broken)
  const erased = await at.call(privacy.eraseCustomer, { customerId: (await aStub(at)).id, reason: 'requested' })
  await expect(runErrands(broken, at)).rejects.toThrow('ENOENT')
  const pending = await at.call(privacy.getCertificate, { erasureId: erased.body.id })
  expect(pending.body.code).toBe('privacy.certificate_pending')
  await broken.close()
})
