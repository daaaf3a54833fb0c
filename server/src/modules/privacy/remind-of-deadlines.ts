import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import type { Subscriber } from '../../kit/module.ts'
import type { Text } from '../../kit/refusal.ts'
import { staffToNotify } from '../accounts/index.ts'
import { sendMessage } from '../messages/index.ts'
import { BreachDue, PrivacyRequestDue } from './events.ts'
import { REQUEST_KINDS } from './requests/kinds.ts'
import { requestRows } from './requests/request-row.ts'

type Clock = 'due_soon' | 'overdue'

const KINDS: Readonly<Record<(typeof REQUEST_KINDS)[number], Text>> = {
  access: { en: 'A request for a copy of the data', ar: 'طلب نسخة من البيانات' },
  rectification: { en: 'A request for correction', ar: 'طلب تصحيح البيانات' },
  erasure: { en: 'A request for erasure', ar: 'طلب محو البيانات' },
  restriction: { en: 'A request for restriction', ar: 'طلب تقييد المعالجة' },
  objection: { en: 'An objection', ar: 'اعتراض على المعالجة' },
}
const BREACH: Text = { en: 'The report of a breach to the authority', ar: 'إبلاغ الجهة المختصة بالحادث' }
const STANDS: Readonly<Record<Clock, Text>> = {
  due_soon: { en: 'is due soon', ar: 'يقترب موعده' },
  overdue: { en: 'is overdue', ar: 'تجاوز موعده' },
}

/** E-mails the privacy officers, or the owners if there are none. The e-mail contains no names. */
export const remindOfDeadlines: Subscriber = {
  name: 'tell-officers-of-deadlines',
  on: [PrivacyRequestDue, BreachDue],
  from: 'now',
  again: { twice: 'privacy officers would get the same e-mails' },
  async hear(ctx, { type, data }) {
    const { clock, dueAt, ...about } = (type === BreachDue.type ? BreachDue : PrivacyRequestDue).schema.parse(data)
    const what = 'requestId' in about ? await requestInWords(ctx, about) : BREACH
    if (what === null) return
    const officers = await staffToNotify(ctx, 'privacy-officer')
    for (const { email, language } of officers.length > 0 ? officers : await staffToNotify(ctx, 'owner')) {
      await sendMessage(ctx, {
        channel: 'email',
        to: email,
        template: 'privacy_deadline',
        values: { what: `${what[language]} ${STANDS[clock][language]}`, due: dueAt.slice(0, 16).replace('T', ' ') },
        language,
        customerId: null,
      })
    }
  },
}

/** Null if it was answered meanwhile. */
async function requestInWords(ctx: Context, { requestId }: { requestId: string }): Promise<Text | null> {
  const request = await requestRows(ctx).where('id', '=', requestId).executeTakeFirst()
  return request?.status === 'open' ? KINDS[known(REQUEST_KINDS, request.kind)] : null
}
