import { login } from '../carry.ts'
import type { Answer } from './arrival.tsx'

/** Browsers bind passkeys to a host name: on a bare IP address there are none. */
export const passkeysWork = () =>
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  !/^[\d.]+$|:/.test(window.location.hostname)

export const signInByPasskey = async (): Promise<Answer> =>
  login.accounts.signInByPasskey({ credential: await used(), session: 'cookie' })

export const proveByPasskey = async () => login.accounts.stepUpByPasskey({ credential: await used() })

export async function addPasskey(name: string) {
  const { publicKey } = await login.accounts.beginPasskey()
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(publicKey as never)
  const made = (await navigator.credentials.create({ publicKey: options })) as PublicKeyCredential
  return login.accounts.addPasskey({ credential: made.toJSON(), ...(name && { name }) })
}

async function used() {
  const { publicKey } = await login.accounts.beginPasskeySignIn()
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey as never)
  const credential = (await navigator.credentials.get({ publicKey: options })) as PublicKeyCredential
  return credential.toJSON()
}

/** The user closed the browser's dialog, or the device has no passkey: not an error. */
export const wasClosed = (error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError'
