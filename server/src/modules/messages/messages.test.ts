import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { readInbox } from './contract.ts'
import { type NewMessage, sendMessage } from './index.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
const otp = (more: Partial<NewMessage> = {}): NewMessage => ({
  channel: 'sms',
  to: aPhone(),
  template: 'otp_code',
  values: { code: '482913', minutes: '5' },
  language: 'en',
  customerId: null,
  ...more,
})
const send = (at: Shop, more: Partial<NewMessage> = {}) => at.run((ctx) => sendMessage(ctx, otp(more)))
const stub = async (at: Shop) =>
  inner((await at.call(create, { type: 'stub', firstName: 'Hamad', phone: aPhone() })).body.id)
const visit = (path: string, headers: Record<string, string> = {}) => fetch(world.url + path, { headers })

describe('without a provider a message goes into the inbox', () => {
  test('as it would have been sent, for anyone who names the tenant', async () => {
    const to = aPhone()
    const { id, segments } = await send(shop, { to })
    expect(segments).toBe(1)
    const answer = await visit(`/api/v1/dev/messages?to=${to}`, { 'x-kith-tenant': shop.slug })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({
      items: [
        {
          id,
          channel: 'sms',
          template: 'otp_code',
          language: 'en',
          to,
          subject: null,
          text: '482913 is your A shop code, valid for 5 minutes. Do not share it with anyone.',
          segments: 1,
          queuedAt: expect.any(String),
        },
      ],
    })
  })

  test('newest first, by channel and as many as wanted', async () => {
    await send(shop, { to: 'one@example.com', channel: 'email' })
    await send(shop, { to: 'two@example.com', channel: 'email' })
    const { body } = await shop.call(readInbox, { channel: 'email', limit: '1' })
    expect(body.items.map(({ to }: { to: string }) => to)).toEqual(['two@example.com'])
    expect((await shop.call(readInbox, { to: 'ONE@example.com' })).body.items).toHaveLength(1)
  })

  test('which the neighbour does not see', async () => {
    const to = aPhone()
    await send(shop, { to })
    expect((await rival.call(readInbox, { to })).body.items).toEqual([])
    expect((await shop.call(readInbox, { to })).body.items).toHaveLength(1)
  })
})

test('what is refused in the end was never written', async () => {
  const to = aPhone()
  await expect(
    shop.run(async (ctx) => {
      await sendMessage(ctx, otp({ to }))
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect((await shop.call(readInbox, { to })).body.items).toEqual([])
})

test('address and text are stored only sealed: with the key of the customer, or of the tenant', async () => {
  const customerId = await stub(shop)
  const [own, theirs] = [await send(shop, { to: '+96892223334' }), await send(shop, { to: '+96892223335', customerId })]
  const { rows } = await world.owner.query(
    `select id, customer_id, substring(address from 2 for 16) as key, substring(content from 2 for 16) as key2, m::text as all
       from messages m where id = any ($1) order by id`,
    [[own.id, theirs.id]],
  )
  const hex = (id: string) => id.replaceAll('-', '')
  expect(rows.map(({ key, key2 }) => [key.toString('hex'), key2.toString('hex')])).toEqual([
    [hex(shop.id), hex(shop.id)],
    [hex(customerId), hex(customerId)],
  ])
  for (const secret of ['9222333', '482913', 'Do not share']) {
    for (const encoding of ['utf8', 'hex', 'base64'] as const) {
      expect(
        rows
          .map((row) => row.all)
          .join()
          .includes(Buffer.from(secret).toString(encoding)),
        secret,
      ).toBe(false)
    }
  }
})

test('a message to the neighbour’s customer is refused', async () => {
  const customerId = await stub(rival)
  await expect(send(shop, { customerId })).rejects.toMatchObject({ kind: { code: 'customer.not_found' } })
})
