import { z } from 'zod'
import { BadConfig } from '../config.ts'

/** The transit engine of Vault (or OpenBao): its key never leaves it. */
export interface Vault {
  readonly address: string
  readonly token: string
  /** The name of the key in the engine. */
  readonly key: string
}

const PATIENCE_MS = 5_000
const Encrypted = z.object({ data: z.object({ ciphertext: z.string() }) })
const Decrypted = z.object({ data: z.object({ plaintext: z.base64() }) })

export async function encrypt(vault: Vault, secret: Buffer): Promise<string> {
  const { data } = await ask(vault, 'encrypt', { plaintext: secret.toString('base64') }, Encrypted)
  return data.ciphertext
}

export async function decrypt(vault: Vault, ciphertext: string): Promise<Buffer> {
  const { data } = await ask(vault, 'decrypt', { ciphertext }, Decrypted)
  return Buffer.from(data.plaintext, 'base64')
}

/** Neither the token nor what was answered is ever in the message. */
async function ask<Answer>(vault: Vault, what: string, body: object, shape: z.ZodType<Answer>): Promise<Answer> {
  const url = new URL(`/v1/transit/${what}/${encodeURIComponent(vault.key)}`, vault.address)
  const request = { method: 'POST', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) } as const
  const headers = { 'x-vault-token': vault.token, 'content-type': 'application/json' }
  const answer = await fetch(url, { ...request, headers, body: JSON.stringify(body) }).catch(() => refuse('no answer'))
  if (!answer.ok) return refuse(`status ${answer.status}`)
  const parsed = shape.safeParse(await answer.json().catch(() => null))
  return parsed.success ? parsed.data : refuse('not an answer of Vault')

  function refuse(reason: string): never {
    throw new BadConfig(`VAULT_ADDR: ${url.origin} does not ${what} with the key ${vault.key}: ${reason}`)
  }
}
