import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get } from '../../src/modules/tenants/contract.ts'
import { aTenant, aWorld, type World } from '../harness.ts'
import { type Answered, complaintOf, operationAt, published } from './answers.ts'
import { refuseComplaints } from './watch.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const TILL = {
  id: '0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47',
  name: 'Counter 1',
  status: 'waiting',
  createdAt: '2026-11-30T09:00:00Z',
  createdBy: 'cli',
  pairedAt: null,
  usedAt: null,
  revokedAt: null,
}
const answer = (body: unknown, more: Partial<Answered> = {}) =>
  complaintOf({
    method: 'GET',
    url: '/api/v1/tills?limit=1',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    text: () => JSON.stringify(body),
    ...more,
  })
const problem = (code: string, status: number) =>
  answer(
    { type: `urn:kith:problem:${code}`, code, status, title: 'Refused', instance: 'urn:uuid:1', requestId: '1' },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )

describe('an answer that is not as the document has it is told of', () => {
  test('by what differs', () => {
    expect(answer({ items: [TILL] })).toBeNull()
    expect(answer({ items: [{ ...TILL, pin: '1234' }] })).toContain('additional properties')
    expect(answer({ items: [{ ...TILL, name: undefined }] })).toContain("required property 'name'")
    expect(answer({ items: [{ ...TILL, createdAt: 'yesterday' }] })).toContain('date-time')
    expect(answer({ items: [] }, { status: 201 })).toContain('does not know this status')
    expect(answer('', { headers: { 'content-type': 'text/html' } })).toContain('it is text/html')
  })

  test('by the code of an error', () => {
    expect(problem('forbidden', 403)).toBeNull()
    expect(problem('customer.not_found', 403)).toContain('allowed values')
    expect(problem('customer.not_found', 404)).toContain('does not know this status')
  })

  test('by a header that it must have', () => {
    const url = '/api/v1/customers/cust_0198c0de7a317c549e0b3f1d5a2b8c47'
    const moved = { method: 'GET', url, status: 307, headers: {}, text: () => '' }
    expect(complaintOf(moved)).toContain('without Location')
  })

  test('in the test that it came to, whichever client asked', async () => {
    const shop = await aTenant(world)
    const { responses } = published.paths['/api/v1/tenant'].get
    const known = responses[200]
    delete responses[200]
    try {
      await expect(shop.call(get, {})).rejects.toThrow('tenants.get answered 200: the document does not know')
      await fetch(`${world.url}/api/v1/tenant`, { headers: { authorization: `Bearer ${shop.apiKey}` } })
      expect(() => refuseComplaints(world.seen.complaints)).toThrow('tenants.get answered 200')
    } finally {
      responses[200] = known
    }
    expect((await shop.call(get, {})).status).toBe(200)
  })

  test('under the address that was asked for, an alias too, and nowhere else', () => {
    expect(operationAt('GET', '/customers/export')?.name).toBe('customers.get')
    expect(operationAt('GET', '/api/v1/customers/export?q=a')?.name).toBe('customers.exportCustomers')
    expect(operationAt('PUT', '/admin/customers/any')?.name).toBe('customers.change')
    expect(operationAt('GET', '/health/ready')).toBeUndefined()
    expect(operationAt('GET', '/api/v1/customers/')).toBeUndefined()
  })
})
