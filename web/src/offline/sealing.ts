import type { Sealed } from './database.ts'

const IV_BYTES = 12

/** Derives an encryption key from the server's secret that no script can read back out of the browser. */
export async function keyFrom(secret: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
  const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode('kith waiting') }
  return crypto.subtle.deriveKey(how, root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** `place` is the associated data: an entry moved elsewhere does not open. */
export async function seal(key: CryptoKey, place: string, content: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  return { iv, content: await crypto.subtle.encrypt(algorithm(iv, place), key, encoded(JSON.stringify(content))) }
}

export async function open<T>(key: CryptoKey, place: string, { iv, content }: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv, place), key, content))) as T
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoded(place),
})
const encoded = (text: string) => new TextEncoder().encode(text)
