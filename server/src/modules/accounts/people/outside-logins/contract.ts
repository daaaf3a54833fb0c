import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { fieldProblem } from '../../../../kit/field-problem.ts'
import { NAME_FORM } from '../../../../kit/problems.ts'
import { refusal } from '../../../../kit/refusal.ts'
import { form } from '../../../../kit/text.ts'
import { EmailTaken, PhoneTaken } from '../../../customers/contract.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Email, Locale, PersonNames, Token, TypedPhone } from '../../login/shapes.ts'

export const LinkNeedsKey = refusal('auth.link_needs_key', 403, {
  en: 'Only a program vouches for a login of another system: it needs an API key.',
  ar: 'البرامج وحدها تضمن حسابات الأنظمة الأخرى: يتطلب ذلك مفتاح واجهة برمجية.',
})

export const SystemTaken = refusal('auth.system_taken', 403, {
  en: 'The logins of this system belong to another API key.',
  ar: 'حسابات هذا النظام تابعة لمفتاح واجهة برمجية آخر.',
})

const SUBJECT_FORM = fieldProblem('subject_form', {
  en: 'No blanks at the ends and no control characters; it is taken as it is',
  ar: 'دون فراغات في الطرفين ودون أحرف تحكم؛ ويؤخذ كما هو',
})
/** Neither trimmed nor normalised: another spelling is the login of another person there. */
const Subject = form(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, SUBJECT_FORM).max(200)

const Verified = z.boolean().default(false)

export const linkLogin = endpoint({
  method: 'post',
  path: '/api/v1/logins',
  summary: 'Link a login of another system',
  description:
    'For an application that manages its own logins, such as with `better-auth`: finds, creates and links the customer of one of them. Call it at each sign-up and sign-in; the same login leads to the same customer. ' +
    'A contact that the other system has verified counts as verified here: the login joins the customer who has it, which can be undone. A contact that is not verified is not stored and opens nothing. No session begins here. With an API key only: the first one that names a system owns it, until it is released in `order-sources`.',
  tag: 'Sign-in',
  allow: 'customers:import',
  body: z.strictObject({
    system: form(/^[a-z0-9][a-z0-9-]{0,39}$/, NAME_FORM).meta({
      description: 'The system with the login; another name is another login',
      example: 'better-auth',
    }),
    subject: Subject.meta({ description: 'The id of the login there, which never changes', example: 'u_8f2k1c' }),
    ...PersonNames,
    firstName: PersonNames.firstName.optional(),
    locale: Locale.optional(),
    phone: TypedPhone.optional(),
    phoneVerified: Verified,
    email: Email.optional(),
    emailVerified: Verified,
    guestToken: Token.optional().meta({
      description: 'Token of /auth/guest; that guest’s cart and profile join the customer',
    }),
  }),
  output: z.object({ customerId: z.string() }),
  refuses: [LinkNeedsKey, SystemTaken, AccountBlocked, PhoneTaken, EmailTaken],
})
