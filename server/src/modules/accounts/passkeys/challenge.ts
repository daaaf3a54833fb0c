import { randomBytes } from 'node:crypto'
import type { Context } from '../../../kit/context.ts'
import { beginFlow, takeFlow } from '../flows.ts'

type Ceremony = 'new_passkey' | 'passkey'
export const CHALLENGE_MINUTES = 5

export async function giveChallenge(ctx: Context, kind: Ceremony, remember: object = {}) {
  const challenge = randomBytes(32)
  const secret = challenge.toString('base64url')
  await beginFlow(ctx, { kind, secret, validMinutes: CHALLENGE_MINUTES, remember })
  return new Uint8Array(challenge)
}

/** What the browser says that it signed. It is looked up, so nothing but a challenge of ours is found, and that once. */
export async function takeChallenge<Remembered>(
  ctx: Context,
  kind: Ceremony,
  clientDataJSON: string,
): Promise<{ challenge: string; remembered: Remembered } | null> {
  const { challenge, crossOrigin } = readClientData(clientDataJSON)
  // A page that shows ours in a frame has no business with our people's passkeys.
  if (typeof challenge !== 'string' || crossOrigin === true) return null
  const remembered = await takeFlow<Remembered>(ctx, kind, challenge)
  return remembered && { challenge, remembered }
}

function readClientData(clientDataJSON: string): { challenge?: unknown; crossOrigin?: unknown } {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())
    return typeof data === 'object' && data !== null ? data : {}
  } catch {
    return {}
  }
}
