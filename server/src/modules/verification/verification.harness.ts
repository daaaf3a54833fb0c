import { expect } from 'vitest'
import { aPhone, type Shop, type World } from '../../../test/harness.ts'
import { readInbox } from '../messages/contract.ts'
import { sendOtp, verifyOtp } from './contract.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
type Body = any

/** Helpers that need the world; resolved on use, because the world is created later. */
export function inWorld(world: () => World) {
  /** Calls as a visitor, naming only the tenant. */
  async function visit(at: Shop, path: string, body: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(world().url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kith-tenant': at.slug, ...headers },
      body: JSON.stringify(body),
    })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body }
  }
  const coolDown = (at: Shop) =>
    world().owner.query(`delete from verification_counts where tenant_id = $1 and window_of = 'cooldown'`, [at.id])
  return { visit, coolDown }
}

export const ask = (at: Shop, phone: string, purpose = 'sign_in' as const) => at.call(sendOtp, { phone, purpose })
export const verify = (at: Shop, phone: string, code: string, purpose: 'sign_in' | 'upgrade' = 'sign_in') =>
  at.call(verifyOtp, { phone, purpose, code })
export const invalid = { status: 422, body: { code: 'verification.code_invalid' } }

export async function codeSentTo(at: Shop, to: string): Promise<string> {
  const { items } = (await at.call(readInbox, { to, limit: '1' })).body
  return /\b\d{6}\b/.exec(items[0].text)![0]
}
export async function aCode(at: Shop, phone = aPhone()) {
  expect(await ask(at, phone)).toMatchObject({ status: 200 })
  return { phone, code: await codeSentTo(at, phone) }
}
export const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

export const tokenOf = async (at: Shop) => {
  const { phone, code } = await aCode(at)
  return { phone, token: (await verify(at, phone, code)).body.verificationToken as string }
}
