import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { fieldProblem } from '../../../../kit/field-problem.ts'
import { At } from '../../../../kit/text.ts'
import { WrongProof } from '../../login/refusals.ts'
import { Password, SixDigits } from '../../login/shapes.ts'
import { SentTo, tooManyCodes } from '../second-factor/contract.ts'
import { NoPhone } from './refusals.ts'

const PASSWORD_OR_CODE = fieldProblem('password_or_code', {
  en: 'Give exactly one: a password or a code',
  ar: 'اذكر واحدًا فقط: كلمة المرور أو الرمز',
})

const tag = 'Sign-in'

export const stepUp = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up',
  summary: 'Authenticate again',
  description:
    'With the password, an authenticator code, or the code of /auth/step-up/sms. Operations that require recent authentication are then allowed for 10 minutes. Passkeys and providers have endpoints of their own below this one.',
  tag,
  allow: 'signed-in',
  body: z
    .strictObject({ password: Password.optional(), code: SixDigits.optional(), smsCode: SixDigits.optional() })
    .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
      params: { code: PASSWORD_OR_CODE },
    }),
  example: { password: 'saffron kettle seventeen' },
  output: z.object({ provedAt: At }),
  refuses: [WrongProof],
})

export const sendStepUpCode = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up/sms',
  summary: 'Send a code to authenticate again',
  description: 'Sent to the phone that signs in to this account, for /auth/step-up.',
  tag,
  allow: 'signed-in',
  output: SentTo,
  refuses: [NoPhone, ...tooManyCodes],
})
