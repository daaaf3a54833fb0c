import { compare, hash } from 'bcrypt'
import { type Database, findTenantKeys } from '../../../../kit/database.ts'
import { inHashPool } from './hash-pool.ts'

/** The cost on every serving process. Only tests that are not about passwords use less. */
export const BCRYPT_COST = 12
const schemeOf = (cost: number) => `hmac-sha384+bcrypt-${cost}`
/** Hash of an unknown password. Compared if there is no account, so that response times are equal. */
const nobodys = (cost: number) =>
  `$2b$${String(cost).padStart(2, '0')}$T5QYLX9PrbKh5kgqDeaUteCzZ2xnl1PoORdgjD3popNQ1UxuY5fXa`

export interface HashedPassword {
  readonly secret: Buffer
  readonly scheme: string
}

export async function hashPassword(db: Database, tenant: string, password: string): Promise<HashedPassword> {
  const keys = (await findTenantKeys(db, tenant))!
  const secret = await inHashPool(() => hash(keys.pepper(password), db.bcryptCost))
  return { secret: Buffer.from(secret), scheme: schemeOf(db.bcryptCost) }
}

/** Always one comparison, also without an account. Never inside a transaction. */
export async function comparePassword(
  db: Database,
  tenant: string,
  password: string,
  stored: { readonly secret: Buffer | null } | null,
): Promise<boolean> {
  const keys = (await findTenantKeys(db, tenant))!
  const secret = stored?.secret ?? null
  const fits = await inHashPool(() => compare(keys.pepper(password), secret?.toString() ?? nobodys(db.bcryptCost)))
  return fits && secret !== null
}

/** Whether the hash uses an earlier scheme; a successful sign-in then renews it. */
export const isOutdated = (db: Database, { scheme }: { readonly scheme: string | null }) =>
  scheme !== schemeOf(db.bcryptCost)
