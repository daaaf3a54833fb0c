import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { openEmbedded } from '../../db/embedded/index.ts'

/** What an authenticator shows that was given this key. */
export const authenticatorCode = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** As if everybody's last proof of who they are were an hour ago, in a server that runs on this folder. */
export async function ageProofs(dataFolder: string): Promise<void> {
  const { host, port, stop } = await openEmbedded({ dataFolder })
  const database = new pg.Client({ host, port, user: 'postgres', database: 'kith' })
  await database.connect()
  await database.query(`update account_sessions set proved_at = proved_at - interval '1 hour'`)
  await database.query(`select pg_notify('kith_nudges', 'test sessions ' || tenant_id) from tenants`)
  await database.end()
  await stop()
}
