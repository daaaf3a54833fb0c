import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { openEmbedded } from '../src/db/embedded/index.ts'

/** What an authenticator shows that was given this key. */
export const authenticatorCode = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** As if this login had proved itself an hour ago, in a server that runs on this folder. */
export const ageProofs = (dataFolder: string, accountId: string) =>
  meddle(dataFolder, [
    `update account_sessions set proved_at = proved_at - interval '1 hour' where account_id = '${accountId}'`,
    `select pg_notify('kith_nudges', 'test sessions ' || tenant_id) from tenants`,
  ])

/** As if the last codes of this business had been sent long ago. */
export const ageCodes = (dataFolder: string, tenantId: string) =>
  meddle(dataFolder, [`delete from verification_counts where window_of = 'cooldown' and tenant_id = '${tenantId}'`])

async function meddle(dataFolder: string, statements: readonly string[]): Promise<void> {
  const { host, port, stop } = await openEmbedded({ dataFolder })
  const database = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  await database.connect()
  for (const statement of statements) await database.query(statement)
  await database.end()
  await stop()
}
