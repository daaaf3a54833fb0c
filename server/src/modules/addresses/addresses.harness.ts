import { expect } from 'vitest'
import { aPhone, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import * as api from './contract.ts'

export const HOME = { building: '12', street: 'Way 2703', area: 'Al Khuwair', city: 'Muscat' }

/** An id as stored in the database. */
export const inside = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

export const aCustomer = async (of: Pick<Shop, 'call'>): Promise<string> =>
  (await of.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() })).body.id

export async function anAddress(of: Pick<Shop, 'call'>, customerId: string, more: Record<string, unknown> = {}) {
  const { status, body } = await of.call(api.add, { customerId, ...HOME, ...more } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

export const listed = async (of: Pick<Shop, 'call'>, customerId: string, more: Record<string, unknown> = {}) =>
  (await of.call(api.list, { customerId, ...more } as never)).body.items

export const defaults = async (of: Pick<Shop, 'call'>, customerId: string): Promise<string[]> =>
  (await listed(of, customerId)).filter((one: api.Address) => one.isDefault).map((one: api.Address) => one.id)

export const stored = async (world: World, customerId: string) =>
  (await world.owner.query('select * from addresses where customer_id = $1', [inside(customerId)])).rows
