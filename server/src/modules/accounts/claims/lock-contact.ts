import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { sql } from '../login/tables.ts'

interface Contact {
  /** `login`: of another system. */
  readonly type: 'phone' | 'email' | 'login'
  readonly value: string
}

/**
 * Before anything is looked up by a proved contact: of two requests that prove the same one, the second waits here for
 * the commit of the first and then finds what that one made.
 */
export async function lockContact(ctx: Context, { type, value }: Contact): Promise<void> {
  const contact = ctx.keys.digest('proved contact', `${type} ${value}`).toString('base64')
  await raw`select pg_advisory_xact_lock(hashtextextended(${contact}, 0)) /* tenant_id */`.execute(sql(ctx))
}
