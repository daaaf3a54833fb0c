import { expect } from 'vitest'
import { aPhone, type Shop } from '../../../../test/harness.ts'
import { create } from '../../customers/contract.ts'

export interface Event {
  readonly id: string
  readonly type: string
  readonly data: unknown
  readonly source?: string
  readonly time?: string
}

export const SOURCE = '/shop/muscat'
export const anEvent = (event: Event) => ({
  specversion: '1.0',
  source: SOURCE,
  time: '2026-11-10T08:00:00Z',
  ...event,
})

const typed = (type: string) => ({ headers: { 'content-type': type } })
export const send = (shop: Pick<Shop, 'request'>, event: Event) =>
  shop.request('POST', '/api/v1/events', anEvent(event), typed('application/cloudevents+json'))
export const sendBatch = (shop: Pick<Shop, 'request'>, events: readonly unknown[]) =>
  shop.request('POST', '/api/v1/events', events, typed('application/cloudevents-batch+json'))

/** A customer with a phone that was verified elsewhere, unless told otherwise. */
export async function aCustomer(shop: Shop, more: object = {}) {
  const phone = aPhone()
  const { status, body } = await shop.call(create, { firstName: 'Salma', phone, phoneVerified: true, ...more } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return { customerId: body.id as string, phone }
}
