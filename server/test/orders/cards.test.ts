import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cardNumberIn } from '../../src/kit/card-numbers.ts'
import { aPerson } from '../../src/modules/accounts/accounts.harness.ts'
import * as addresses from '../../src/modules/addresses/contract.ts'
import * as carts from '../../src/modules/carts/contract.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import { dropParked } from '../../src/modules/incoming/contract.ts'
import { adjust } from '../../src/modules/loyalty/contract.ts'
import { start } from '../../src/modules/membership/contract.ts'
import * as api from '../../src/modules/orders/contract.ts'
import { aCustomer, codesOf, order } from '../../src/modules/orders/orders.harness.ts'
import { addNote } from '../../src/modules/timeline/contract.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const VISA = '4111111111111111'
const card = {
  provider: 'thawani',
  token: 'card_9f2c',
  brand: 'Visa',
  lastFour: '1111',
  expiryMonth: 4,
  expiryYear: 2029,
}

describe('the number of a card is refused in any disguise', () => {
  const line = (more: object) => ({ lines: [{ amount: 1, ...more }] })
  test.each([
    ['plain, in a note', { note: `Paid with ${VISA}` }, 'note'],
    ['with spaces', { note: '4111 1111 1111 1111' }, 'note'],
    ['with dashes, in the name of a line', line({ name: 'Card 4111-1111-1111-1111' }), 'lines.0.name'],
    ['in Arabic digits', { note: '٤١١١١١١١١١١١١١١١' }, 'note'],
    ['below free keys', { data: { payment: { pan: [VISA] } } }, 'data.payment.pan.0'],
    ['as a free key', line({ data: { [VISA]: true } }), 'lines.0.data'],
    ['as a number', { data: { pan: 4_111_111_111_111_111 } }, 'data.pan'],
    ['in four parts', { data: { pan: ['4111', '1111', '1111', '1111'] } }, 'data.pan'],
    ['as a free key of another name', { data: { cardId: VISA } }, 'data.cardId'],
    ['as a time below free keys', { data: { more: { paidAt: VISA } } }, 'data.more.paidAt'],
    ['as a long barcode', { data: { barcode: VISA } }, 'data.barcode'],
    ['as the name of an order', { externalId: VISA }, 'externalId'],
    ['with signs that are not seen', { note: '4111\u200b1111\u200b1111\u200b1111' }, 'note'],
    ['of American Express, in dots', { delivery: { to: 'Door 3782.822463.10005' } }, 'delivery.to'],
  ])('%s', async (_, disguised, path) => {
    const { customerId } = await aCustomer(shop)
    const refused = await order(shop, { customerId, ...disguised })
    expect(refused.status).toBe(422)
    expect(codesOf(refused)).toEqual([`${path} card_number`])
    expect(JSON.stringify(refused.body)).not.toContain('1111')
    expect((await shop.call(api.listOfCustomer, { customerId } as never)).body.total).toBe(0)
  })

  test('ids, phones and barcodes that would pass for one are not', async () => {
    const { customerId } = await aCustomer(shop)
    const code = '4006381333931'
    const fine = { externalId: '4501234567893', data: { barcode: code, phone: '4111111111111' } }
    expect((await order(shop, { customerId, ...fine, lines: [{ sku: VISA, amount: 1 }] })).status).toBe(201)
  })

  test('other numbers are not: a wrong check digit, a wrong length, times, amounts', () => {
    for (const harmless of [
      '4111111111111112',
      '411111111111111',
      '2026-11-30 02:30',
      '96890123456',
      '1234567890123452',
    ])
      expect(cardNumberIn({ note: harmless })).toBeNull()
    expect(cardNumberIn({ note: '1 '.repeat(120_000) })).toBeNull()
    expect(cardNumberIn({ note: `x${VISA}y` })).toBe('note')
    expect(cardNumberIn({ note: `order 7 ${VISA}` })).toBe('note')
  })
})

test('of a card only what its provider tells is kept, once per token, and its token is for keys', async () => {
  const { self, customerId } = await aPerson(shop)
  const added = await shop.call(api.addPaymentMethod, { customerId, ...card } as never)
  expect(added).toMatchObject({ status: 201, body: { ...card, expired: false } })
  const again = await shop.call(api.addPaymentMethod, { customerId, ...card, expiryYear: 2031 } as never)
  expect(again.body).toMatchObject({ id: added.body.id, expiryYear: 2031 })
  const own = (await self.call(api.listOwnPaymentMethods, {})).body.items
  expect(own).toMatchObject([{ id: added.body.id, brand: 'Visa', lastFour: '1111', token: null }])
  const stored = await world.owner.query('select * from payment_methods where tenant_id = $1', [shop.id])
  expect(JSON.stringify(stored.rows)).not.toContain('card_9f2c')

  expect(codesOf(await shop.call(api.addPaymentMethod, { customerId, ...card, token: VISA } as never))).toEqual([
    'token card_number',
  ])
  const { customerId: other } = await aCustomer(shop)
  const paymentMethodId = added.body.id
  expect((await shop.call(api.removePaymentMethod, { customerId: other, paymentMethodId } as never)).body.code).toBe(
    'payment_method.not_found',
  )
  expect((await self.call(api.removeOwnPaymentMethod, { paymentMethodId } as never)).status).toBe(200)
  const left = await world.owner.query('select id from payment_methods where tenant_id = $1', [shop.id])
  expect(left.rows).toEqual([])
  expect((await self.call(api.listOwnPaymentMethods, {})).body.items).toEqual([])
})

test('the number of a card is refused wherever words or free keys are written', async () => {
  const { customerId } = await aCustomer(shop)
  const told = `Card ${VISA}`
  const answers = [
    shop.call(addNote, { customerId, text: told } as never),
    shop.call(adjust, { customerId, points: 1, reason: told }),
    shop.call(start, { customerId, planId: 'premium', extra: { cardId: VISA } } as never),
    shop.call(dropParked, { parkedId: crypto.randomUUID(), reason: told }),
    shop.call(api.releaseSource, { source: 'foodics', reason: told }),
    order(shop, { customerId, externalId: 'noor@example.com' }),
  ]
  expect((await Promise.all(answers)).map((one) => codesOf(one))).toEqual([
    ['text card_number'],
    ['reason card_number'],
    ['extra.cardId card_number'],
    ['reason card_number'],
    ['reason card_number'],
    ['externalId invalid_format'],
  ])
})

test('it is refused of customers, addresses and carts too', async () => {
  const { customerId } = await aCustomer(shop)
  const told = `Card ${VISA}`
  const { self } = await aPerson(shop)
  const place = { street: 'Way 3021', city: 'Muscat' }
  const answers = [
    shop.call(customers.create, { firstName: 'Noor', phone: aPhone(), notes: told } as never),
    shop.call(customers.create, { firstName: 'Noor', addresses: [{ ...place, deliveryNotes: told }] } as never),
    shop.call(customers.change, { customerId, features: { cardId: VISA } } as never),
    shop.call(customers.change, { customerId, config: { pan: ['4111', '1111', '1111', '1111'] } } as never),
    shop.call(customers.deactivate, { customerId, reason: told } as never),
    self.call(customers.changeOwn, { lastName: VISA } as never),
    shop.call(addresses.add, { customerId, ...place, deliveryNotes: told } as never),
    self.call(addresses.addOwn, { ...place, label: told } as never),
    shop.call(carts.put, { customerId, lines: [{ sku: 'WASH', quantity: 1, data: { pan: VISA } }] } as never),
  ]
  expect((await Promise.all(answers)).map((one) => codesOf(one))).toEqual([
    ['notes card_number'],
    ['addresses.0.deliveryNotes card_number'],
    ['features.cardId card_number'],
    ['config.pan card_number'],
    ['reason card_number'],
    ['lastName card_number'],
    ['deliveryNotes card_number'],
    ['label card_number'],
    ['lines.0.data.pan card_number'],
  ])
  const phone = '4111111111111'
  for (const fine of [
    shop.call(customers.change, { customerId, notes: `Order ${VISA.slice(1)}`, config: { phone } } as never),
    shop.call(carts.put, { customerId, lines: [{ sku: VISA, quantity: 1, data: { barcode: phone } }] } as never),
  ])
    expect((await fine).status).toBe(200)
})

test('a refused card number stands in no log', async () => {
  const logged: string[] = []
  const write = vi.spyOn(fs, 'writeSync').mockImplementation((_, written) => {
    logged.push(String(written))
    return String(written).length
  })
  const loud = await aWorld({ LOG_LEVEL: 'trace' })
  try {
    const at = await aTenant(loud)
    const { customerId } = await aCustomer(at)
    const refused = [
      order(at, { customerId, note: `Paid with ${VISA}` }),
      order(at, { customerId, data: { pan: Number(VISA) } }),
      at.call(customers.change, { customerId, notes: VISA } as never),
    ]
    for (const one of refused) expect((await one).status).toBe(422)
    expect(logged.join()).toContain('/api/v1/orders')
    expect(logged.join()).not.toContain(VISA)
  } finally {
    write.mockRestore()
    await loud.close()
  }
})
