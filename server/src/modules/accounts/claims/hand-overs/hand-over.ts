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
  /** They have proved the number themselves, once. */
  readonly verified: boolean
}

/** `silent`: not seen for so long that the number may be another's · `unproved`: written beside somebody's own login. */
export type Doubt = 'silent' | 'unproved'

/** Why whoever proved the number may not be its holder. Who is suspended is answered as such: not even a new name helps. */
export async function doubtHolder(ctx: Context, holder: Holder, names: Names): Promise<Doubt | null> {
  const { status, lastSeenAt, mayBe } = await readAcquaintance(ctx, holder.customerId)
  if (status === 'suspended') throw AccountBlocked()
  if (lastSeenAt < (await silentSince(ctx)) && !mayBe(names)) return 'silent'
  // What staff wrote down for somebody with a login of their own is not what this person proved.
  if (!holder.verified && (await hasLogin(ctx, holder.customerId))) return 'unproved'
  return null
}

interface HandOver {
  readonly former: string
  readonly present: string
  readonly phone: string
  readonly why: Doubt
}

/** The number leaves its holder, who keeps it as one that was theirs. Staff are asked whether the two are one person. */
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
