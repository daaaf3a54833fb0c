import { aPhone, type Shop } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import * as api from './contract.ts'

export const reason = 'the same person twice'
const anEmail = () => `${aPhone().slice(1)}@example.com`
export const nobody = `cust_${'0'.repeat(32)}`
export const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

/** The operations of a shop, unless another is named; resolved on use, because the shop is created later. */
export function mergesAt(shop: () => Shop) {
  /** Or, with that type, a full customer with verified contacts. */
  async function aStub(input: Record<string, unknown> = {}, at = shop()) {
    const phone = aPhone()
    const full = input['type'] === 'full' && { email: anEmail(), phoneVerified: true, emailVerified: true }
    return (await at.call(customers.create, { type: 'stub', firstName: 'Salim', phone, ...full, ...input } as never))
      .body
  }
  const merge = (from: string, into: string, more: Record<string, unknown> = {}, at = shop()) =>
    at.call(api.merge, { from, into, reason, ...more } as never)
  const undo = (mergeId: string, at = shop()) => at.call(api.undo, { mergeId, reason: 'not the same' })
  const get = async (customerId: string, at = shop()) => (await at.call(customers.get, { customerId })).body
  async function search(q: string): Promise<string[]> {
    const { body } = await shop().request('GET', `/api/v1/customers?q=${encodeURIComponent(q)}`)
    return body.items.map(({ id }: { id: string }) => id)
  }
  return { aStub, merge, undo, get, search }
}
