import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { z } from 'zod'
import type { NewCredential, UsedCredential } from './contract.ts'

type Created = z.input<typeof NewCredential>
type Used = z.input<typeof UsedCredential>
interface Options {
  readonly publicKey: Record<string, unknown>
}

/** Deviations from an honest device and browser. */
interface Odd {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly userVerified?: boolean
  readonly userPresent?: boolean
  readonly counter?: number
  readonly userHandle?: string
  readonly id?: string
  readonly attestation?: Map<string, unknown>
}

const ORIGIN = 'http://localhost:4999'
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()

/** A software security key: one ES256 pair, and a browser with given values. */
export function anAuthenticator({ counts = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0
  let userHandle = ''

  const clientData = (type: string, challenge: unknown, odd: Odd) =>
    Buffer.from(
      JSON.stringify({
        type: odd.type ?? type,
        challenge: odd.challenge ?? challenge,
        origin: odd.origin ?? ORIGIN,
        crossOrigin: odd.crossOrigin ?? false,
      }),
    )

  function authenticatorData(odd: Odd, attested: Uint8Array): Buffer {
    if (counts) counter += 1
    const { userPresent = true, userVerified = true } = odd
    const head = Buffer.alloc(5)
    head[0] = (userPresent ? 0x01 : 0) | (userVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    head.writeUInt32BE(odd.counter ?? counter, 1)
    return Buffer.concat([sha256(odd.rpId ?? 'localhost'), head, attested])
  }

  function attested(): Buffer {
    const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    return Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
  }

  return {
    id: b64(id),
    create({ publicKey: options }: Options, odd: Odd = {}): Created {
      userHandle = String((options['user'] as { id: string }).id)
      const data = authenticatorData(odd, attested())
      const object = new Map<string, Parameters<typeof isoCBOR.encode>[0]>()
        .set('fmt', odd.attestation ? 'packed' : 'none')
        .set('attStmt', (odd.attestation ?? new Map()) as Map<string, string>)
        .set('authData', new Uint8Array(data))
      return {
        id: odd.id ?? b64(id),
        rawId: odd.id ?? b64(id),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: { credProps: { rk: true } },
        response: {
          clientDataJSON: b64(clientData('webauthn.create', options['challenge'], odd)),
          attestationObject: b64(isoCBOR.encode(object)),
          transports: ['internal'],
        },
      }
    },
    get({ publicKey: options }: Options, odd: Odd = {}): Used {
      const data = authenticatorData(odd, new Uint8Array())
      const said = clientData('webauthn.get', options['challenge'], odd)
      return {
        id: odd.id ?? b64(id),
        rawId: odd.id ?? b64(id),
        type: 'public-key',
        response: {
          clientDataJSON: b64(said),
          authenticatorData: b64(data),
          signature: b64(sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)),
          userHandle: odd.userHandle ?? userHandle,
        },
      }
    },
  }
}
