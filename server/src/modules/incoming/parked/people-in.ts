import type { Context } from '../../../kit/context.ts'
import { latinDigits } from '../../../kit/text.ts'
import { CustomerId } from '../../customers/contract.ts'
import { contactDigest, requirePhone } from '../../customers/index.ts'
import { findOrderId, orderFacts } from '../../orders/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'

/** So many of one event: an erasure looks for each of them. */
const MOST = 200
const EMAIL = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/gu
const PHONE = /\+?\d[\d\s().-]{5,24}\d/gu
const CUSTOMER = /cust_[0-9a-f]{32}/gu

/**
 * How an erasure finds what an event says of a person, wherever it says so: it may be of any shape, and the person may not be
 * known yet.
 */
export async function peopleIn(ctx: Context, { source, data }: { readonly source: string; readonly data: unknown }) {
  const { country } = await tenantDefaults(ctx)
  const said = textsIn(data).map((text) => latinDigits(text.normalize('NFKC')))
  const found = (pattern: RegExp) => [...new Set(said.flatMap((text) => text.match(pattern) ?? []))].slice(0, MOST)
  const named = found(CUSTOMER).flatMap((id) => CustomerId.safeParse(id).data ?? [])
  const orderer = await ordererOf(ctx, source, data)
  return {
    about: [...new Set([...named, ...(orderer === null ? [] : [orderer])])],
    contacts: [
      ...found(PHONE).map((phone) => contactDigest(ctx, 'phone', e164(phone, country))),
      ...found(EMAIL).map((email) => contactDigest(ctx, 'email', email.toLowerCase())),
    ],
  }
}

/** The customer of the order that the event is about, where that is here. */
async function ordererOf(ctx: Context, source: string, data: unknown): Promise<string | null> {
  const orderId: unknown = Object(data)['orderId']
  const found = typeof orderId === 'string' ? await findOrderId(ctx, source, orderId) : null
  return found && (await orderFacts(ctx, found)).customerId
}

/** Every text, number and key, at any depth. */
function textsIn(data: unknown): string[] {
  const texts: string[] = []
  const waiting = [data]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string' || typeof next === 'number') texts.push(String(next))
    else if (typeof next === 'object' && next !== null) {
      texts.push(...Object.keys(next))
      waiting.push(...Object.values(next))
    }
  }
  return texts
}

function e164(phone: string, country: string): string {
  try {
    return requirePhone(phone, country)
  } catch {
    return phone
  }
}
