import type { Database } from '../../../../kit/database.ts'
import { issuerOf, signed } from './access-token.ts'
import { currentSigner } from './signing-keys.ts'
import { MOST_STATEMENT_HOURS } from './validity.ts'

const STATEMENTS = {
  features: { typ: 'kith-features+jwt', audience: 'urn:kith:features:' },
} as const

interface Said {
  readonly claims: Readonly<Record<string, unknown>>
  readonly expires: Date
}

/**
 * What the server says about a customer, for programs that check it without asking, with the same published keys as for
 * access tokens. Its type and its audience are none of a token, so that no server takes one for the other.
 */
export async function signStatement(
  db: Database,
  tenant: string,
  kind: keyof typeof STATEMENTS,
  { claims, expires }: Said,
): Promise<string> {
  const { typ, audience } = STATEMENTS[kind]
  const { kid, key } = await currentSigner(db, tenant)
  const iat = Math.floor(Date.now() / 1000)
  const exp = Math.min(Math.floor(expires.getTime() / 1000), iat + MOST_STATEMENT_HOURS * 3_600)
  return signed(
    { alg: 'RS256', typ, kid },
    { iss: issuerOf(db.config), aud: audience + tenant, iat, exp, ...claims },
    key,
  )
}
