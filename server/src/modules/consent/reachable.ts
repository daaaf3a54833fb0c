import type { Context } from '../../kit/context.ts'
import { customersAmong } from '../customers/index.ts'
import { whoIsQuiet, whoWants } from '../preferences/index.ts'
import { grantedPurposes } from './attributes.ts'
import { readDocuments } from './documents.ts'
import { DocumentNotFound } from './refusals.ts'
import { LEFT_OUT, type LeftOut } from './shapes.ts'
import { unsubscribeLinks } from './unsubscribe.ts'

interface Sending {
  readonly channel: 'sms' | 'email' | 'whatsapp' | 'phone'
  readonly topic: string
  readonly at: Date
}

/** Who of these may get a marketing message at this time, with contact and, where rows may be written, the way out; and why the others may not. */
export async function whoMayBeReached(ctx: Context, customerIds: readonly string[], { channel, topic, at }: Sending) {
  const purpose = `marketing.${channel}`
  const document = (await readDocuments(ctx)).find((one) => one.purpose === purpose && one.retiredAt === null)
  if (!document) throw DocumentNotFound({ purpose })
  const [granted, customers, wanting, quiet] = [
    await grantedPurposes(ctx, customerIds),
    await customersAmong(ctx, customerIds),
    await whoWants(ctx, customerIds, { channel, topic }),
    await whoIsQuiet(ctx, customerIds, at),
  ]
  const looked = customerIds.flatMap((id) => {
    const customer = customers.get(id)
    if (!customer) return []
    const [contact, verified] =
      channel === 'email' ? [customer.email, customer.emailVerified] : [customer.phone, customer.phoneVerified]
    const reasons: readonly (LeftOut | false)[] = [
      customer.status !== 'active' && 'not_active',
      customer.restricted && 'restricted',
      !granted.get(id)?.value.includes(purpose) && 'no_consent',
      contact === null && 'no_contact',
      !verified && 'not_verified',
      !wanting.has(id) && 'not_wanted',
      quiet.has(id) && 'quiet_hours',
    ]
    const why = reasons.find((reason) => reason !== false)
    return [{ id, customer, contact: contact ?? '', leftOut: why || null }]
  })
  const reached = looked.filter(({ leftOut }) => leftOut === null)
  // A link is written when it is first offered.
  const offered = ctx.readOnly ? [] : reached.map(({ id }) => id)
  const links = await unsubscribeLinks(ctx, offered, document)
  return {
    reached: reached.map(({ id, customer, contact }) => ({
      id,
      customer,
      contact,
      unsubscribe: links.get(id) ?? null,
    })),
    leftOut: Object.fromEntries(
      LEFT_OUT.map((reason) => [reason, looked.filter(({ leftOut }) => leftOut === reason).length]),
    ) as Record<LeftOut, number>, // The reasons are the keys.
  }
}
