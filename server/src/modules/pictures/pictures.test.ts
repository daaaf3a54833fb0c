import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import * as api from './contract.ts'
import { personalData } from './personal-data.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const pngPart = (name: string, body: Buffer) => Buffer.concat([number32(body.length), Buffer.from(name), body, BLANK])
const BLANK = Buffer.alloc(4)
function number32(value: number, order: 'BE' | 'LE' = 'BE') {
  const bytes = Buffer.alloc(4)
  if (order === 'BE') bytes.writeUInt32BE(value)
  else bytes.writeUInt32LE(value)
  return bytes
}
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const jpegPart = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), number32(body.length + 2).subarray(2), body])
const webpPart = (name: string, body: Buffer) =>
  Buffer.concat([Buffer.from(name), number32(body.length, 'LE'), body, Buffer.alloc(body.length % 2)])
const sheet = (flags: number, side: number) =>
  webpPart('VP8X', Buffer.concat([number32(flags, 'LE'), ...[1, 1].map(() => number32(side - 1, 'LE').subarray(0, 3))]))

/** In form, with what is drawn, the length of its sides and parts of other kinds before what is drawn. */
const FORMS = {
  png: (drawn: Buffer, side: number, more: readonly Buffer[]) => {
    const head = pngPart('IHDR', Buffer.concat([number32(side), number32(side), Buffer.from([8, 6, 0, 0, 0])]))
    return Buffer.concat([PNG, head, ...more, pngPart('IDAT', drawn), pngPart('IEND', Buffer.alloc(0))])
  },
  jpeg: (drawn: Buffer, side: number, more: readonly Buffer[]) => {
    const sides = [1, 2].map(() => number32(side).subarray(2))
    const frame = jpegPart(0xc0, Buffer.concat([Buffer.from([8]), ...sides, Buffer.from([1, 1, 0x11, 0])]))
    const scan = jpegPart(0xda, Buffer.from([1, 1, 0, 0, 63, 0]))
    return Buffer.concat([Buffer.from([0xff, 0xd8]), ...more, frame, scan, drawn, Buffer.from([0xff, 0xd9])])
  },
  webp: (drawn: Buffer, side: number, more: readonly Buffer[]) => {
    const sides = number32((side - 1) | ((side - 1) << 14), 'LE')
    const parts = [...more, webpPart('VP8L', Buffer.concat([Buffer.from([0x2f]), sides, drawn]))]
    const length = parts.reduce((sum, part) => sum + part.length, 4)
    return Buffer.concat([Buffer.from('RIFF'), number32(length, 'LE'), Buffer.from('WEBP'), ...parts])
  },
}
type Kind = keyof typeof FORMS
const written = (kind: Kind, bytes: Buffer, named: string = kind) =>
  `data:image/${named};base64,${bytes.toString('base64')}`
const aPicture = (kind: Kind, drawn = 'of Salma', named: string = kind, side = 16, more: readonly Buffer[] = []) =>
  written(kind, FORMS[kind](Buffer.from(drawn), side, more), named)

type Speaker = Pick<Shop, 'call'>
const aStub = async () =>
  (await shop.call(customers.create, { type: 'stub', firstName: 'Salma', phone: aPhone() } as never)).body.id as string
const put = (customerId: string, picture: string, as: Speaker = shop) => as.call(api.put, { customerId, picture })
const pictureOf = async (customerId: string) => (await shop.call(api.read, { customerId })).body.picture

// accounts, merging and privacy are above pictures, so their endpoints are called by their paths here.
async function merge(from: string, into: string): Promise<string> {
  const { status, body } = await shop.request('POST', '/api/v1/customers/merge', { from, into, reason: 'the same' })
  expect(status).toBe(201)
  return body.id
}
async function undo(mergeId: string) {
  const { status, body } = await shop.request('POST', `/api/v1/merges/${mergeId}/undo`, { reason: 'not the same' })
  expect(status).toBe(200)
  return body.undone.needsHuman
}

describe('a picture', () => {
  test('comes back as it was given, is replaced by the next, and goes', async () => {
    const customerId = await aStub()
    const none = { picture: null, changedAt: null }
    expect((await shop.call(api.read, { customerId })).body).toEqual(none)
    for (const kind of ['png', 'jpeg', 'webp'] as const) {
      const picture = aPicture(kind)
      expect(await put(customerId, picture)).toMatchObject({ status: 200, body: { picture } })
      expect(await pictureOf(customerId)).toBe(picture)
    }
    expect((await shop.call(api.remove, { customerId })).body).toEqual(none)
    expect((await shop.call(api.read, { customerId })).body).toEqual(none)
    const { items } = (await shop.call(customers.history, { customerId })).body
    const actions = items.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(expect.arrayContaining(['customer.picture_changed', 'customer.picture_removed']))
    expect(JSON.stringify(items)).not.toContain('base64')
  })

  test.each([
    ['an address elsewhere', 'https://example.com/a.png'],
    ['a drawing that can hold scripts', `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`],
    ['a page', `data:text/html;base64,${Buffer.from('<script>').toString('base64')}`],
    ['a page that calls itself a picture', `data:image/png;base64,${Buffer.from('<script>').toString('base64')}`],
    ['another type than its name says', aPicture('jpeg', '', 'png')],
    ['no base64', 'data:image/png;base64,%%%'],
    ['nothing', 'data:image/png;base64,'],
    ['more than 48 kB', aPicture('png', 'x'.repeat(50_000))],
    ['a PNG that unfolds to a gigabyte', aPicture('png', '', 'png', 19_000)],
    ['a JPEG that does', aPicture('jpeg', '', 'jpeg', 19_000)],
    ['a WebP that does', aPicture('webp', '', 'webp', 16_383)],
    ['a WebP on a sheet that does', aPicture('webp', '', 'webp', 16, [sheet(0, 16_383)])],
    ['one of no size', aPicture('png', '', 'png', 0)],
    ['a PNG that moves', aPicture('png', '', 'png', 16, [pngPart('acTL', Buffer.alloc(8))])],
    ['a WebP that moves', aPicture('webp', '', 'webp', 16, [sheet(2, 16), webpPart('ANIM', Buffer.alloc(6))])],
    [
      'a JPEG of a thousand scans',
      aPicture(
        'jpeg',
        '',
        'jpeg',
        16,
        Array.from({ length: 1_000 }, () => jpegPart(0xda, Buffer.alloc(6))),
      ),
    ],
    ['a broken one', written('png', FORMS.png(Buffer.alloc(9), 16, []).subarray(0, -6))],
  ])('is refused as %s', async (_, picture) => {
    const customerId = await aStub()
    expect(await put(customerId, picture)).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(await pictureOf(customerId)).toBeNull()
  })

  test.each([
    ['png', [pngPart('eXIf', Buffer.from('Muscat')), pngPart('tEXt', Buffer.from('Muscat'))], []],
    ['jpeg', [jpegPart(0xe1, Buffer.from('Exif Muscat')), jpegPart(0xfe, Buffer.from('Muscat'))], []],
    ['webp', [sheet(0b1100, 16), webpPart('EXIF', Buffer.from('Muscat'))], [sheet(0, 16)]],
  ] as const)('keeps no place and no text: %s', async (kind, more, kept) => {
    const customerId = await aStub()
    const { status } = await put(customerId, aPicture(kind, 'drawn', kind, 16, more))
    expect(status).toBe(200)
    expect(await pictureOf(customerId)).toBe(aPicture(kind, 'drawn', kind, 16, kept))
  })

  test('is seen and changed by callers who may, in their own business alone', async () => {
    const customerId = await aStub()
    await put(customerId, aPicture('png'))
    const reader = await shop.with('customers:read')
    expect((await reader.call(api.read, { customerId })).body.picture).toBe(aPicture('png'))
    expect((await put(customerId, aPicture('webp'), reader)).status).toBe(403)
    expect((await reader.call(api.remove, { customerId })).status).toBe(403)
    expect((await (await shop.with('audit:read')).call(api.read, { customerId })).status).toBe(403)
    expect((await rival.call(api.read, { customerId })).status).toBe(404)
    expect((await put(customerId, aPicture('webp'), rival)).status).toBe(404)
    expect((await rival.call(api.remove, { customerId })).status).toBe(404)
    expect(await pictureOf(customerId)).toBe(aPicture('png'))
  })

  test('is the person’s own to give and to remove; staff have none of their own', async () => {
    const { body } = await shop.visitor().request('POST', '/api/v1/auth/register', {
      email: 'salma.of.the.picture@example.com',
      password: 'saffron kettle seventeen',
      firstName: 'Salma',
    })
    const self = shop.visitor({ authorization: `Bearer ${body.accessToken}` })
    const customerId = body.account.customerId as string
    const picture = aPicture('webp')
    expect((await self.call(api.putOwn, { picture })).body.picture).toBe(picture)
    expect(await pictureOf(customerId)).toBe(picture)
    expect((await self.call(api.readOwn, {})).body.picture).toBe(picture)
    expect((await self.call(api.removeOwn, {})).body.picture).toBeNull()
    expect(await pictureOf(customerId)).toBeNull()
    expect((await shop.call(api.readOwn, {})).status).toBeGreaterThanOrEqual(400)
  })

  test.each(['suspend', 'restriction'])('of one under %s is removed by staff, and no other is given', async (act) => {
    const customerId = await aStub()
    await put(customerId, aPicture('png'))
    const done = await shop.request(act === 'suspend' ? 'POST' : 'PUT', `/api/v1/customers/${customerId}/${act}`, {
      reason: 'abuse',
    })
    expect(done.status).toBe(200)
    expect((await put(customerId, aPicture('webp'))).status).toBe(409)
    expect(await pictureOf(customerId)).toBe(aPicture('png'))
    expect((await rival.call(api.remove, { customerId })).status).toBe(404)
    expect((await shop.call(api.remove, { customerId })).status).toBe(200)
    expect(await pictureOf(customerId)).toBeNull()
  })

  test('is not stored in clear, and is gone with the person', async () => {
    const customerId = await aStub()
    await put(customerId, aPicture('png', 'Zqpicture'))
    const rows = async () =>
      (
        await world.owner.query<{ sealed: Buffer }>('select sealed from customer_pictures where tenant_id = $1', [
          shop.id,
        ])
      ).rows
    const kept = await rows()
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.some(({ sealed }) => sealed.toString('latin1').includes('Zqpicture'))).toBe(false)
    const erased = await shop.request('POST', `/api/v1/customers/${customerId}/erasure`, { reason: 'requested' })
    expect(erased.status).toBeLessThan(300)
    expect((await shop.call(api.read, { customerId })).status).toBe(404)
    expect(await rows()).toHaveLength(kept.length - 1)
  })
})

describe('in a merge', () => {
  test('the survivor keeps its picture, and both have theirs again when it is undone', async () => {
    const [from, into] = [await aStub(), await aStub()]
    await put(from, aPicture('png', 'theirs'))
    await put(into, aPicture('png', 'mine'))
    const mergeId = await merge(from, into)
    expect(await pictureOf(into)).toBe(aPicture('png', 'mine'))
    expect(await undo(mergeId)).toEqual([])
    expect([await pictureOf(from), await pictureOf(into)]).toEqual([aPicture('png', 'theirs'), aPicture('png', 'mine')])
  })

  test('one without is given the other’s, and has none again when it is undone', async () => {
    const [from, into] = [await aStub(), await aStub()]
    await put(from, aPicture('png', 'theirs'))
    const mergeId = await merge(from, into)
    expect(await pictureOf(into)).toBe(aPicture('png', 'theirs'))
    expect(await undo(mergeId)).toEqual([])
    expect([await pictureOf(from), await pictureOf(into)]).toEqual([aPicture('png', 'theirs'), null])
  })

  test('a picture that the survivor was given since stays, and is named', async () => {
    const [from, into] = [await aStub(), await aStub()]
    await put(from, aPicture('png', 'theirs'))
    const mergeId = await merge(from, into)
    await put(into, aPicture('png', 'newer'))
    expect(await undo(mergeId)).toMatchObject([{ module: 'pictures', what: 'changed_since', field: 'picture' }])
    expect([await pictureOf(from), await pictureOf(into)]).toEqual([
      aPicture('png', 'theirs'),
      aPicture('png', 'newer'),
    ])
  })

  test('one that a server of the release before left where it was is in the copy of data, and erased', async () => {
    const [from, into] = [await aStub(), await aStub()]
    await put(from, aPicture('png', 'theirs'))
    await put(into, aPicture('png', 'mine'))
    const inner = (id: string) =>
      id.slice('cust_'.length).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    const both = [inner(from), inner(into)]
    const rows = async () =>
      (await world.owner.query('select * from customer_pictures where customer_id = any ($1) order by sealed', [both]))
        .rows
    const { sealed, changed_at } = (await rows()).find(({ customer_id }) => customer_id === both[0])!
    await merge(from, into)
    await world.owner.query('insert into customer_pictures values ($1, $2, $3, $4)', [
      ...[shop.id, both[0], sealed, changed_at],
    ])
    expect(await shop.run((ctx) => personalData.export(ctx, both[1]!))).toMatchObject({
      picture: { picture: aPicture('png', 'mine') },
      ofMerged: [{ picture: aPicture('png', 'theirs') }],
    })
    expect(await shop.run((ctx) => personalData.holdings(ctx, both[1]!))).toMatchObject([{ rows: 2 }])
    const erased = await shop.request('POST', `/api/v1/customers/${into}/erasure`, { reason: 'requested' })
    expect(erased.status).toBeLessThan(300)
    expect(await rows()).toEqual([])
  })
})
