import type { Context } from '../../../../kit/context.ts'
import { uuidv7 } from '../../../../kit/uuid.ts'
import { customerKey, type Names, readAcquaintance, releaseContact } from '../../../customers/index.ts'
import { hasLogin } from '../../login/accounts.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { readSignInSettings } from '../../login/settings.ts'
import { NumberHandedOver } from './events.ts'
import { sql } from './tables.ts'

export interface Holder {
  readonly customerId: string
  /** The holder has verified the number. */
  readonly verified: boolean
}

/** `silent`: inactive for so long that the number may have a new owner · `unproved`: entered by staff for a customer with another login. */
export type Doubt = 'silent' | 'unproved'

/** Why the verifying person may not be the holder. A suspended holder is refused as such: not even a new name helps. */
export async function doubtHolder(ctx: Context, holder: Holder, names: Names): Promise<Doubt | null> {
  const { status, lastSeenAt, mayBe } = await readAcquaintance(ctx, holder.customerId)
  if (status === 'suspended') throw AccountBlocked()
  if (lastSeenAt < (await silentSince(ctx)) && !mayBe(names)) return 'silent'
  // A number entered by staff for a customer with a login of their own is not verified.
  if (!holder.verified && (await hasLogin(ctx, holder.customerId))) return 'unproved'
  return null
}

interface HandOver {
  readonly former: string
  readonly present: string
  readonly phone: string
  readonly why: Doubt
}

/** Moves the number away from its holder, who keeps it as a former one. Staff decide whether both are one person. */
export async function noteHandOver(ctx: Context, { former, present, phone, why }: HandOver): Promise<void> {
  await releaseContact(ctx, { customerId: former, type: 'phone', value: phone })
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .insertInto('hand_overs')
    .values({ tenant_id: ctx.tenant, id, former_id: former, present_id: present, why, created_at: ctx.now })
    .execute()
  ctx.emit(NumberHandedOver({ customerId: former, handOverId: id, why }))
  for (const customerId of [former, present]) {
    const customer = { id: customerId, key: await customerKey(ctx, customerId) }
    ctx.audit({ action: 'customer.number_handed_over', customer, fields: ['phone'], after: { handOver: id, why } })
  }
}

async function silentSince(ctx: Context): Promise<Date> {
  const since = new Date(ctx.now)
  since.setUTCMonth(since.getUTCMonth() - (await readSignInSettings(ctx)).handOverMonths)
  return since
}
