import { expect } from 'vitest'
import { aPhone, type Shop } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import * as api from './contract.ts'

type Body = Record<string, unknown>

/** A customer with a phone that was verified elsewhere, unless told otherwise. */
export async function aCustomer(shop: Shop, more: Body = {}) {
  const phone = aPhone()
  const { status, body } = await shop.call(create, { firstName: 'Salma', phone, phoneVerified: true, ...more } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return { customerId: body.id as string, phone }
}

export const order = (shop: Pick<Shop, 'call'>, given: Body) =>
  shop.call(api.place, { total: 1_400, ...given } as never)

export async function anOrder(shop: Pick<Shop, 'call'>, given: Body) {
  const { status, body } = await order(shop, given)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

export const codesOf = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  (body.errors ?? []).map(({ path, code }) => `${path} ${code}`)
