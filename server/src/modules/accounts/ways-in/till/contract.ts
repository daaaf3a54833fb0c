import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { fieldProblem } from '../../../../kit/field-problem.ts'
import { Secret } from '../../../../kit/secret.ts'
import { At, latinDigits, text, typedDigits } from '../../../../kit/text.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Done, RoleName, SessionOptions, SignInAnswer, Token } from '../../login/shapes.ts'
import { TillUnknown } from '../../session/till/refusals.ts'
import { isGuessedFirst } from './guessed-pin.ts'
import { PairingOver, PinOver, StaffOnly, TillNotFound, WrongPin } from './refusals.ts'

const PIN_COMMON = fieldProblem('pin_common', {
  en: 'Too easy to guess: avoid repeated digits and sequences',
  ar: 'سهل التخمين: تجنّب تكرار رقم واحد أو الأرقام المتتالية',
})
const PIN_FORM = fieldProblem('pin_form', { en: 'A PIN has 4 to 8 digits', ar: 'يتكوّن رمز PIN من 4 إلى 8 أرقام' })

export const PIN_TRIES = 5

const tag = 'Tills'
const params = z.object({ tillId: z.uuid() })
const Pin = typedDigits(/^\d{4,8}$/, PIN_FORM).meta({ description: '4 to 8 digits', example: '7294' })
const NewPin = Pin.refine((pin) => !isGuessedFirst(pin), { params: { code: PIN_COMMON } })
const TillToken = Token.optional().meta({
  description: 'The token from pairing; not needed if it is kept in the cookie',
})

const Till = z
  .object({
    id: z.uuid(),
    name: z.string(),
    status: z.enum(['waiting', 'paired', 'revoked']),
    createdAt: At,
    createdBy: z.string(),
    pairedAt: At.nullable(),
    usedAt: At.nullable().meta({ description: 'Time of the last sign-in on this till' }),
    revokedAt: At.nullable(),
  })
  .meta({ id: 'Till' })
export type Till = z.output<typeof Till>

export const registerTill = endpoint({
  method: 'post',
  path: '/api/v1/tills',
  summary: 'Register a till',
  description: 'Answers a pairing code for the device: single-use, valid for 15 minutes; see /tills/pair.',
  tag,
  allow: 'tills:manage',
  freshProof: true,
  body: z.strictObject({ name: text(80).meta({ example: 'Counter 1' }) }),
  output: Till.extend({ pairingCode: Secret, pairingExpiresAt: At }),
  status: 201,
  refuses: [],
})

export const listTills = endpoint({
  method: 'get',
  path: '/api/v1/tills',
  summary: 'List the tills, newest first, including revoked ones',
  tag,
  allow: 'tills:manage',
  output: z.object({ items: z.array(Till) }),
  refuses: [],
})

export const revokeTill = endpoint({
  method: 'post',
  path: '/api/v1/tills/:tillId/revoke',
  summary: 'Revoke a till',
  description: 'Its sessions end at once and its PINs are deleted.',
  tag,
  allow: 'tills:manage',
  params,
  output: Till,
  refuses: [TillNotFound],
})

export const pairTill = endpoint({
  method: 'post',
  path: '/api/v1/tills/pair',
  summary: 'Pair this device with a registered till',
  description: 'The token is valid until the till is revoked. By itself it signs no one in.',
  tag,
  allow: 'anyone',
  body: z.strictObject({
    pairingCode: z.string().overwrite(latinDigits).min(8).max(20).meta({ example: '4829 1307' }),
    keepIn: z.enum(['cookie', 'token']).default('token'),
  }),
  output: z.object({
    till: z.object({ id: z.uuid(), name: z.string() }),
    tillToken: Secret.optional().meta({ description: 'Absent when it is kept in a cookie' }),
  }),
  refuses: [PairingOver],
})

export const setPin = endpoint({
  method: 'post',
  path: '/api/v1/tills/pins',
  summary: 'Choose a PIN for this till',
  description:
    'After a full sign-in. The session then belongs to this till: it lasts up to 30 days, locks when idle, and the PIN starts the next one.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ pin: NewPin, tillToken: TillToken }),
  output: Done,
  refuses: [TillUnknown, StaffOnly],
})

export const operators = endpoint({
  method: 'post',
  path: '/api/v1/tills/operators',
  summary: 'List the staff with a PIN on this till',
  tag,
  allow: 'anyone',
  body: z.strictObject({ tillToken: TillToken }),
  example: { tillToken: 'pX3vUo1nT7aYw0sQ2kEd' },
  output: z.object({
    till: z.object({ id: z.uuid(), name: z.string() }),
    idleMinutes: z.int(),
    items: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string().nullable(),
        role: RoleName,
        usable: z.boolean().meta({ description: 'If false, a full sign-in is needed first' }),
      }),
    ),
  }),
  refuses: [TillUnknown],
})

export const signInByPin = endpoint({
  method: 'post',
  path: '/api/v1/tills/sign-in',
  summary: 'Sign in on this till with a PIN',
  description:
    'Ends the current session on this till. Five wrong PINs in a row lock the PIN until a full sign-in. A PIN does not count as recent authentication.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ accountId: z.uuid(), pin: Pin, tillToken: TillToken, session: SessionOptions.session }),
  output: SignInAnswer,
  refuses: [TillUnknown, WrongPin, PinOver, AccountBlocked],
})

export const lockTill = endpoint({
  method: 'post',
  path: '/api/v1/tills/lock',
  summary: 'Lock this till now',
  tag,
  allow: 'signed-in',
  output: Done,
  refuses: [],
})
