import { kith } from './world.ts'

/** Calls of another program meanwhile, as the owner of the demo. */
export async function api<T = unknown>(method: string, where: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${kith().url}/api/v1${where}`, {
    method,
    headers: { authorization: `Bearer ${kith().apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as T
}

/** The messages to a contact, the last first. */
export const messagesTo = async (to: string) =>
  (await api<{ items: { template: string; text: string }[] }>('GET', `/dev/messages?to=${encodeURIComponent(to)}`))
    .items

/** The newest code in the development inbox. */
export async function codeSentTo(phone: string): Promise<string> {
  const inbox = await api<{ items: { text: string }[] }>('GET', `/dev/messages?to=${encodeURIComponent(phone)}&limit=1`)
  const code = /\b\d{6}\b/.exec(inbox.items[0]?.text ?? '')?.[0]
  if (!code) throw new Error(`no code for ${phone}`)
  return code
}

/** A verification token for a phone, as its holder gets one. */
export async function prove(phone: string, purpose: 'verification' | 'cod' | 'sign_in'): Promise<string> {
  await api('POST', '/customers/send-otp', { phone, purpose })
  const code = await codeSentTo(phone)
  const proved = await api<{ verificationToken: string }>('POST', '/customers/verify-otp', { phone, purpose, code })
  return proved.verificationToken
}
