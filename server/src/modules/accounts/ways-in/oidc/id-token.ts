import { randomBytes } from 'node:crypto'
import { jwtVerify } from 'jose'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { answerSignIn } from '../../gate/complete-sign-in.ts'
import { BEGINNINGS_BY_ADDRESS, byAddress, giveTurnsBack, SIGN_IN_BY_ADDRESS, takeTurns } from '../../login/attempts.ts'
import { beginFlow, type FlowKind, REMEMBERS_NOTHING, takeFlow } from '../../login/flows.ts'
import type { SignInAnswer } from '../../login/shapes.ts'
import { asRefusal, type Client, clientFor } from '../providers/client.ts'
import { readIdentity } from '../providers/identity.ts'
import { ProviderRefused } from '../providers/refusals.ts'
import { requireProvider } from '../providers/settings.ts'
import type * as api from './contract.ts'
import { noteRefusal, settle } from './finish.ts'
import { FlowOver } from './refusals.ts'
import { signInAs } from './sign-in-as.ts'

const NONCE: FlowKind<object> = { name: 'nonce', remembers: REMEMBERS_NOTHING }
const NONCE_MINUTES = 10
const CLOCKS_APART_SECONDS = 30
/** Asymmetric algorithms only: with HMAC the public key would pass as the secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

export async function giveNonce({ db, caller }: Entrance): Promise<Answered<{ nonce: string; expiresAt: string }>> {
  await takeTurns(db, caller, [byAddress(BEGINNINGS_BY_ADDRESS, caller)])
  const nonce = randomBytes(32).toString('base64url')
  const expiresAt = await inTenant(db, caller, (ctx) =>
    beginFlow(ctx, { kind: NONCE, secret: nonce, validMinutes: NONCE_MINUTES, remember: {} }),
  )
  return { body: { nonce, expiresAt: expiresAt.toISOString() } }
}

/** The nonce is consumed by the first attempt, so that an intercepted token is useless. */
export async function signInByIdToken(
  entrance: Entrance,
  { provider: name, idToken, nonce, session, deviceName, guestToken }: Input<typeof api.signInByIdToken>,
): Promise<Answered<SignInAnswer>> {
  const { db, caller } = entrance
  const turn = byAddress(SIGN_IN_BY_ADDRESS, caller)
  await takeTurns(db, caller, [turn])
  const { provider, ours } = await inTenant(db, caller, async (ctx) => ({
    provider: await requireProvider(ctx, name),
    ours: await takeFlow(ctx, NONCE, nonce),
  }))
  if (!ours) throw FlowOver()
  const identity = await noteRefusal(entrance, { provider: name }, async () => {
    const client = await clientFor(db.config, caller.tenant, provider)
    return asRefusal(async () => readIdentity(provider, await readIdToken(client, provider.clientId, idToken, nonce)))
  })
  const outcome = await settle(db, caller, async (ctx) => {
    giveTurnsBack(ctx, [turn], 'one')
    return signInAs(ctx, identity, { session, deviceName, guestToken })
  })
  return answerSignIn(entrance, outcome)
}

async function readIdToken({ configuration, keys }: Client, clientId: string, idToken: string, nonce: string) {
  if (!keys) throw ProviderRefused()
  const { payload } = await jwtVerify(idToken, keys, {
    issuer: configuration.serverMetadata().issuer,
    audience: clientId,
    algorithms: ALGORITHMS,
    requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
    maxTokenAge: NONCE_MINUTES * 60,
    clockTolerance: CLOCKS_APART_SECONDS,
  })
  const { aud, azp } = payload
  const meantForUs = !Array.isArray(aud) || aud.length === 1 || azp === clientId
  if (payload['nonce'] !== nonce || !meantForUs) throw ProviderRefused({ why: 'claims' })
  return payload
}
