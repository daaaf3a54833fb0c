import { type Identify, itself, type Presented, visitor } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import { type Database, OF_A_STRANGER } from '../../../../kit/database.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { customersAmong } from '../../../customers/index.ts'
import { hasLogin } from '../../login/accounts.ts'
import { guestDigest } from './adopt.ts'
import { sql } from './tables.ts'

type FindTenant = (presented: Presented) => Promise<string | null>

/** A visitor with a guest token, at the business that the request names. */
export function guestAuthenticator(db: Database, findTenant: FindTenant): Identify {
  return async (presented, asked, beforeAsking = async () => {}) => {
    const token = /^Bearer (kithg_[\w-]{43})$/i.exec(presented.authorization)?.[1]
    const tenant = token === undefined ? null : await findTenant(presented)
    if (token === undefined || tenant === null) return null
    await beforeAsking()
    const find = (ctx: Context) => findGuest(ctx, token)
    const guest = await inTenant(db, itself(tenant, 'sign-in'), find, { readOnly: true, turn: OF_A_STRANGER })
    return guest === null ? null : { ...visitor(tenant, asked), guest }
  }
}

/** Only while the guest is anonymous: after that the token must not give access to personal data. */
async function findGuest(ctx: Context, token: string): Promise<string | null> {
  const row = await sql(ctx)
    .selectFrom('guest_tokens')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('digest', '=', guestDigest(ctx, token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  if (!row) return null
  const guest = (await customersAmong(ctx, [row.customer_id])).get(row.customer_id)
  if (guest?.type !== 'guest' || guest.status !== 'active') return null
  return (await hasLogin(ctx, row.customer_id)) ? null : row.customer_id
}
