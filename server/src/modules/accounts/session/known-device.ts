import { timingSafeEqual } from 'node:crypto'
import { type Database, findTenantKeys } from '../../../kit/database.ts'
import type { Answered, Entrance } from '../../../kit/endpoint.ts'
import type { TenantKeys } from '../../../kit/keyring.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import type { SignedInAnswer } from '../login/shapes.ts'

const DEVICE_COOKIE = 'kith_device'
const REMEMBERED_SECONDS = 365 * 86_400

/** A browser in which this account signed in before: guesses from elsewhere do not lock it out. */
export interface KnownDevice {
  readonly account: string
  readonly id: string
}

/** Signed, so that it cannot be forged. It grants no access: guesses with it have a limit of their own. */
export async function knownDevice(db: Database, { caller, cookies }: Pick<Entrance, 'caller' | 'cookies'>) {
  const [account = '', id = '', given = ''] = (cookies[DEVICE_COOKIE] ?? '').split('.')
  if (given === '') return null
  const device: KnownDevice = { account, id }
  const signature = signatureOf((await findTenantKeys(db, caller.tenant))!, device)
  const sent = Buffer.from(given, 'base64url')
  return sent.length === signature.length && timingSafeEqual(sent, signature) ? device : null
}

/** Sets the device cookie with the session, for the browser's next sign-in. */
export async function rememberDevice<Body extends SignedInAnswer>(
  { db, caller, cookies }: Entrance,
  answered: Answered<Body>,
): Promise<Answered<Body>> {
  const account = answered.body.account.id
  if (!answered.cookies || (await knownDevice(db, { caller, cookies }))?.account === account) return answered
  const device = { account, id: uuidv7() }
  const signature = signatureOf((await findTenantKeys(db, caller.tenant))!, device).toString('base64url')
  const value = `${device.account}.${device.id}.${signature}`
  const cookie = { name: DEVICE_COOKIE, value, path: '/api/v1/auth', maxAgeSeconds: REMEMBERED_SECONDS }
  return { ...answered, cookies: [...answered.cookies, cookie] }
}

const signatureOf = (keys: Pick<TenantKeys, 'digest'>, { account, id }: KnownDevice) =>
  keys.digest('known device', `${account} ${id}`)
