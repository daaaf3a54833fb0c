import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../../../kit/context.ts'
import { beginFlow, type FlowKind, REMEMBERS_NOTHING, takeFlow } from '../../login/flows.ts'

export const CHALLENGE_MINUTES = 5
const Begun = z.object({ session: z.string() })
export const NEW_PASSKEY: FlowKind<z.output<typeof Begun>> = { name: 'new_passkey', remembers: Begun }
export const PASSKEY: FlowKind<object> = { name: 'passkey', remembers: REMEMBERS_NOTHING }

export async function giveChallenge<Remembered>(ctx: Context, kind: FlowKind<Remembered>, remember: Remembered) {
  const challenge = randomBytes(32)
  const secret = challenge.toString('base64url')
  await beginFlow(ctx, { kind, secret, validMinutes: CHALLENGE_MINUTES, remember })
  return new Uint8Array(challenge)
}

/** The signed client data. The challenge is looked up, so only a challenge of ours is accepted, once. */
export async function takeChallenge<Remembered>(
  ctx: Context,
  kind: FlowKind<Remembered>,
  clientDataJSON: string,
): Promise<{ challenge: string; remembered: Remembered } | null> {
  const { challenge, crossOrigin } = readClientData(clientDataJSON)
  // Passkeys are refused in a frame of another site.
  if (typeof challenge !== 'string' || crossOrigin === true) return null
  const remembered = await takeFlow(ctx, kind, challenge)
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
