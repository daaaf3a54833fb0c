import type { AuthenticationResponseJSON, RegistrationResponseJSON, WebAuthnCredential } from '@simplewebauthn/server'
import type { Config } from '../../../../config.ts'
import { ownOrigins, relyingPartyId } from '../origins.ts'
import type { NewCredential, UsedCredential } from './contract.ts'

// Its certificates and parsers take a tenth of a second to load: with the first passkey, not at start.
export const webauthn = () => import('@simplewebauthn/server')

/** The origins and the relying party id that a passkey must be used for. */
const expected = (config: Config, slug: string) => ({
  expectedOrigin: ownOrigins(config, slug),
  expectedRPID: relyingPartyId(config),
  requireUserVerification: true,
})

/** Null for an invalid response. */
export async function readNewPasskey(config: Config, slug: string, credential: NewCredential, challenge: string) {
  const { verifyRegistrationResponse } = await webauthn()
  try {
    const { attestationObject } = credential.response
    const response = { ...credential.response, attestationObject: await withoutAttestation(attestationObject) }
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...credential, response } as RegistrationResponseJSON, // Looser in what may be left out; it is parsed there.
      expectedChallenge: challenge,
      ...expected(config, slug),
    })
    return registrationInfo ?? null
  } catch {
    return null
  }
}

/** The device's counter if everything is valid, else null. The counter itself is checked where it is written. */
export async function readUse(
  config: Config,
  slug: string,
  credential: UsedCredential,
  challenge: string,
  passkey: Omit<WebAuthnCredential, 'counter'>,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webauthn()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential as AuthenticationResponseJSON, // As above.
      expectedChallenge: challenge,
      ...expected(config, slug),
      credential: { ...passkey, counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

/**
 * No attestation is requested. One sent anyway would be checked with certificates that name URLs to fetch, so
 * it is dropped unread.
 */
async function withoutAttestation(attestationObject: string): Promise<string> {
  const { decodeAttestationObject, isoCBOR } = await import('@simplewebauthn/server/helpers')
  const authData = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url'))).get('authData')
  const bare = new Map<string, Parameters<typeof isoCBOR.encode>[0]>()
    .set('fmt', 'none')
    .set('attStmt', new Map())
    .set('authData', authData)
  return Buffer.from(isoCBOR.encode(bare)).toString('base64url')
}
