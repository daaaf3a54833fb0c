import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { At, text } from '../../../../kit/text.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Done, SessionOptions, SignInAnswer } from '../../login/shapes.ts'
import { LastLogin, LoginNotFound, LoginTaken } from '../refusals.ts'
import { TooManyPasskeys, WrongPasskey } from './refusals.ts'

const tag = 'Passkeys'
const Bytes = z
  .string()
  .regex(/^[\w-]{1,12000}$/)
  .meta({ example: 'q83vEjRWeJCrze8' })
const PasskeyName = text(60).meta({ example: 'My phone' })
const Credential = {
  id: Bytes,
  rawId: Bytes,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(100), z.unknown()).default({}),
}

/** The result of `navigator.credentials.create()`, as its toJSON() writes it. */
export const NewCredential = z.strictObject({
  ...Credential,
  response: z.strictObject({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(z.string().max(40)).max(10).optional(),
    authenticatorData: Bytes.optional(),
    publicKey: Bytes.optional(),
    publicKeyAlgorithm: z.int().optional(),
  }),
})
/** The result of `navigator.credentials.get()`, as its toJSON() writes it. */
export const UsedCredential = z.strictObject({
  ...Credential,
  response: z.strictObject({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes.nullish(),
    attestationObject: Bytes.nullish(),
  }),
})
export type NewCredential = z.output<typeof NewCredential>
export type UsedCredential = z.output<typeof UsedCredential>

/** For the browser's own parser, so not described here. */
const BrowserOptions = z.object({ publicKey: z.record(z.string(), z.unknown()) })
const Passkey = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    synced: z.boolean().meta({ description: 'Whether it is synced to other devices' }),
    createdAt: At,
    usedAt: At.nullable(),
  })
  .meta({ id: 'Passkey' })

export const beginPasskey = endpoint({
  method: 'post',
  path: '/api/v1/auth/passkeys/begin',
  summary: 'Start adding a passkey',
  description:
    '`publicKey` is for `PublicKeyCredential.parseCreationOptionsFromJSON()`. Single-use, valid for 5 minutes.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  output: BrowserOptions,
  refuses: [TooManyPasskeys],
})

export const addPasskey = endpoint({
  method: 'post',
  path: '/api/v1/auth/passkeys',
  summary: 'Add a passkey to this account',
  description:
    'A passkey signs in alone: the device asks for a fingerprint, a face or its code, which makes it two factors.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ credential: NewCredential, name: PasskeyName.optional() }),
  output: Passkey,
  status: 201,
  refuses: [WrongPasskey, LoginTaken, TooManyPasskeys],
})

export const listPasskeys = endpoint({
  method: 'get',
  path: '/api/v1/auth/passkeys',
  summary: 'List the passkeys of this account',
  tag,
  allow: 'signed-in',
  output: z.object({ items: z.array(Passkey) }),
  refuses: [],
})

export const renamePasskey = endpoint({
  method: 'patch',
  path: '/api/v1/auth/passkeys/:passkeyId',
  summary: 'Rename a passkey',
  tag,
  allow: 'signed-in',
  params: z.object({ passkeyId: z.uuid() }),
  body: z.strictObject({ name: PasskeyName }),
  output: Passkey,
  refuses: [LoginNotFound],
})

export const removePasskey = endpoint({
  method: 'delete',
  path: '/api/v1/auth/passkeys/:passkeyId',
  summary: 'Remove a passkey from this account',
  description: 'All other sessions end. The last way to sign in cannot be removed.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  params: z.object({ passkeyId: z.uuid() }),
  output: Done,
  refuses: [LoginNotFound, LastLogin],
})

export const beginPasskeySignIn = endpoint({
  method: 'post',
  path: '/api/v1/auth/passkey/begin',
  summary: 'Start signing in or authenticating again with a passkey',
  description:
    '`publicKey` is for `PublicKeyCredential.parseRequestOptionsFromJSON()`. It names no account: the device offers the passkeys that it has. Single-use, valid for 5 minutes.',
  tag,
  allow: 'anyone',
  output: BrowserOptions,
  refuses: [],
})

export const signInByPasskey = endpoint({
  method: 'post',
  path: '/api/v1/auth/passkey',
  summary: 'Sign in with a passkey',
  description: 'No second factor is required: the device has verified its user.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ credential: UsedCredential, ...SessionOptions }),
  output: SignInAnswer,
  refuses: [WrongPasskey, AccountBlocked],
})

export const stepUpByPasskey = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up/passkey',
  summary: 'Authenticate again with a passkey of this account',
  tag,
  allow: 'signed-in',
  body: z.strictObject({ credential: UsedCredential }),
  output: z.object({ provedAt: At }),
  refuses: [WrongPasskey],
})
