import { hash, verify } from '@node-rs/bcrypt'
import type { TenantKeys } from '../../../kit/keyring.ts'
import { inHashPool } from './hash-pool.ts'

const COST = 12
const SCHEME = `hmac-sha384+bcrypt-${COST}`
/** Of a password that nobody knows. Compared when there is no such account, so that the answer takes as long. */
const NOBODYS = '$2b$12$T5QYLX9PrbKh5kgqDeaUteCzZ2xnl1PoORdgjD3popNQ1UxuY5fXa'

export interface HashedPassword {
  readonly secret: Buffer
  readonly scheme: string
}

export async function hashPassword(keys: TenantKeys, password: string): Promise<HashedPassword> {
  const secret = await inHashPool(() => hash(keys.pepper(password), { cost: COST }))
  return { secret: Buffer.from(secret), scheme: SCHEME }
}

/** Always one comparison, also against nothing. Never inside a transaction. */
export async function comparePassword(
  keys: TenantKeys,
  password: string,
  stored: { readonly secret: Buffer | null } | null,
): Promise<boolean> {
  const secret = stored?.secret ?? null
  const fits = await inHashPool(() => verify(keys.pepper(password), secret?.toString() ?? NOBODYS))
  return fits && secret !== null
}

/** Whether the hash was made the way we no longer do; a successful sign-in then makes it anew. */
export const isOutdated = ({ scheme }: { readonly scheme: string | null }) => scheme !== SCHEME
