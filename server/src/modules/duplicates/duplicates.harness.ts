import { aPhone, type Shop } from '../../../test/harness.ts'
import * as customers from '../customers/contract.ts'
import * as api from './contract.ts'
import { lookAtOutdated } from './index.ts'

/** The operations of a shop, resolved on use, because the shop is made later. */
export function duplicatesAt(shop: () => Shop) {
  const make = async (input: Record<string, unknown>, at = shop()) =>
    (await at.call(customers.create, { type: 'stub', phone: aPhone(), ...input } as never)).body
  async function find(at = shop()) {
    while ((await at.run(lookAtOutdated)) > 0);
  }
  /** After everything was looked at. */
  async function suggestions(query: Record<string, unknown> = {}, at = shop()) {
    await find(at)
    return (await at.call(api.list, query as never)).body.items as Found[]
  }
  const between = async (one: string, other: string, query: Record<string, unknown> = {}) =>
    (await suggestions({ ...query, customerId: one })).find(({ customers }) => customers.some(({ id }) => id === other))
  const match = async (typed: Record<string, unknown>, at: Pick<Shop, 'call'> = shop()) =>
    (await at.call(api.match, typed as never)).body.items as Matched[]
  return { make, find, suggestions, between, match }
}

interface Explained {
  readonly score: number
  readonly beforehand: number
  readonly household: number
  readonly reasons: readonly { readonly field: string; readonly level: string; readonly bits: number }[]
  readonly vetoes: readonly string[]
}
interface Found {
  readonly id: string
  readonly state: string
  readonly score: number
  readonly mergeId: string | null
  readonly customers: readonly { readonly id: string }[]
  readonly explanation: Explained
}
interface Matched {
  readonly customer: { readonly id: string; readonly phone: string | null }
  readonly household: boolean
  readonly explanation: Explained
}
