import type { Context } from '../../../../kit/context.ts'
import { known } from '../../../../kit/known.ts'
import { LANGUAGES, type Language } from '../../../../kit/language.ts'
import type { Role } from '../../../../permissions.ts'
import { credentialsOf, openLogins } from '../credentials.ts'
import { sql } from '../tables.ts'

/** The verified e-mails of active staff in this role, or of the one who acted, with their language. */
export async function staffToNotify(
  ctx: Context,
  whom: Role | { readonly actor: string },
): Promise<{ email: string; language: Language }[]> {
  const account = typeof whom === 'string' ? null : (/^account:([0-9a-f-]{36})$/.exec(whom.actor)?.[1] ?? null)
  if (typeof whom !== 'string' && account === null) return []
  const members = await sql(ctx)
    .selectFrom('accounts')
    .select(['id', 'language'])
    .where('tenant_id', '=', ctx.tenant)
    .$if(typeof whom === 'string', (query) => query.where('role', '=', String(whom)))
    .$if(account !== null, (query) => query.where('id', '=', account!).where('role', 'is not', null))
    .where('status', '=', 'active')
    .orderBy('id')
    .execute()
  const logins = (
    await credentialsOf(
      ctx,
      members.map(({ id }) => id),
    )
  ).filter(({ kind, proved_at }) => kind === 'password' && proved_at !== null)
  const emails = await openLogins(ctx, logins)
  return members.flatMap(({ id, language }) => {
    const login = logins.find(({ account_id }) => account_id === id)
    const email = login && emails.get(login.id)
    return email === undefined ? [] : [{ email, language: known(LANGUAGES, language) }]
  })
}
