import { seal } from '../../../server/src/kit/sealing.ts'
import { uuidv7 } from '../../../server/src/kit/uuid.ts'
import { sql } from '../../../server/src/modules/accounts/login/tables.ts'
import { signAccessToken } from '../../../server/src/modules/accounts/session/tokens/access-token.ts'
import { writeRefreshToken } from '../../../server/src/modules/accounts/session/tokens/refresh-token.ts'
import { currentSigner } from '../../../server/src/modules/accounts/session/tokens/signing-keys.ts'
import { outsideId } from '../../../server/src/modules/customers/contract.ts'
import type { Inside } from './inside.ts'
import type { Person } from './people.ts'

const HOUR = 3_600_000
const AT_ONCE = 500

export interface Session {
  readonly id: string
  readonly person: Person
  readonly refreshToken: string
}

/** Sessions as a sign-in leaves them, in turn for each of the people. */
export async function addSessions(inside: Inside, people: readonly Person[], count: number): Promise<Session[]> {
  const sessions: Session[] = []
  while (sessions.length < count) {
    const wanted = Math.min(AT_ONCE, count - sessions.length)
    const first = sessions.length
    await inside.run(async (ctx) => {
      const rows = Array.from({ length: wanted }, (_, index) => {
        const id = uuidv7()
        const person = people[(first + index) % people.length]!
        const { token, digest } = writeRefreshToken(ctx.keys, id, 1)
        sessions.push({ id, person, refreshToken: token })
        return {
          tenant_id: ctx.tenant,
          id,
          account_id: person.account,
          transport: 'token',
          factor: 'password',
          second_factor: false,
          proved_at: ctx.now,
          created_at: ctx.now,
          used_at: ctx.now,
          expires_at: new Date(ctx.now.getTime() + 24 * HOUR),
          ends_at: new Date(ctx.now.getTime() + 48 * HOUR),
          generation: 1,
          refresh_digest: digest,
          device: ctx.keys.digest('device', ''),
          origin: seal(ctx.keys.own, `account_sessions.origin|${ctx.tenant}|${id}`, '{}'),
        }
      })
      sql.insert(ctx, 'account_sessions', rows)
    })
  }
  return sessions
}

/** Different tokens of the same sessions: each says another second of the proof. */
export async function signTokens(inside: Inside, sessions: readonly Session[], count: number): Promise<string[]> {
  const { db, tenant } = inside
  const signer = await currentSigner(db, tenant)
  const ends = new Date(Date.now() + HOUR)
  return Array.from({ length: count }, (_, n) => {
    const { id, person } = sessions[n % sessions.length]!
    const customer = outsideId(person.customer)
    const provedAt = new Date(Date.now() - Math.floor(n / sessions.length) * 1000)
    const claims = { tenant, account: person.account, session: id, customer, role: null, provedAt }
    return signAccessToken(db.config, signer, claims, ends).accessToken
  })
}
