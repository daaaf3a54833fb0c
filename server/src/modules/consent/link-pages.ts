import type { Context } from '../../kit/context.ts'
import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import type { Language, Text } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { contactsOf } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { confirmConsent, findConfirmation } from './confirm.ts'
import { type Published, shownText } from './documents.ts'
import { directionOf, escaped, showPage } from './page.ts'
import { findSubscription, unsubscribe } from './unsubscribe.ts'

interface Found {
  readonly customerId: string
  readonly version: Published
}
type Find = (ctx: Context, token: string) => Promise<Found | null>
interface Wording {
  readonly title: Text
  readonly says: Text
  readonly button?: Text
}

const ASK_UNSUBSCRIBE: Wording = {
  title: { en: 'Unsubscribe', ar: 'إلغاء الاشتراك' },
  says: {
    en: 'Press the button, and {business} will not send you this any more:',
    ar: 'اضغط الزر ولن تصلك هذه الرسائل من {business} بعد الآن:',
  },
  button: { en: 'Unsubscribe', ar: 'إلغاء الاشتراك' },
}
const UNSUBSCRIBED: Wording = {
  title: { en: 'You are unsubscribed', ar: 'أُلغي اشتراكك' },
  says: {
    en: '{business} will not send you this any more:',
    ar: 'لن تصلك هذه الرسائل من {business} بعد الآن:',
  },
}
const ASK_CONFIRM: Wording = {
  title: { en: 'One more step', ar: 'خطوة أخيرة' },
  says: {
    en: 'Press the button if you agree that {business} may do this:',
    ar: 'اضغط الزر إذا كنت توافق على أن تقوم {business} بما يلي:',
  },
  button: { en: 'Yes, I agree', ar: 'نعم، أوافق' },
}
const CONFIRMED: Wording = {
  title: { en: 'Thank you', ar: 'شكرًا لك' },
  says: {
    en: 'You agreed that {business} may do this. You can withdraw at any time:',
    ar: 'وافقت على أن تقوم {business} بما يلي، ويمكنك التراجع في أي وقت:',
  },
}
const NO_LINK: Text = { en: 'This link is not valid', ar: 'هذا الرابط غير صالح' }
const NO_LINK_SAYS: Text = {
  en: 'It may already be used or expired. Ask us for a new one.',
  ar: 'ربما استُخدم من قبل أو انتهت صلاحيته. اطلب منا رابطًا جديدًا.',
}

export const showUnsubscribe = linkPage(findSubscription, ASK_UNSUBSCRIBE, 'look')
export const postUnsubscribe = linkPage(unsubscribe, UNSUBSCRIBED, 'act')
export const showConfirmation = linkPage(findConfirmation, ASK_CONFIRM, 'look')
export const postConfirmation = linkPage(confirmConsent, CONFIRMED, 'act')

/** In the person's own language. The reason of an invalid link is not revealed, so that links tell nothing about people. */
function linkPage(find: Find, wording: Wording, does: 'look' | 'act') {
  return ({ db, caller }: Entrance, { token }: { token: string }): Promise<TextStream> =>
    inTenant(
      db,
      caller,
      async (ctx) => {
        const found = await find(ctx, token)
        return found ? toPage(ctx, wording, found) : noSuchLink(caller.language)
      },
      { readOnly: does === 'look' },
    )
}

async function toPage(ctx: Context, { title, says, button }: Wording, { customerId, version }: Found) {
  const { locale } = await contactsOf(ctx, customerId)
  const { name, name2 } = await tenantDefaults(ctx)
  const business = locale === 'ar' ? (name2 ?? name) : name
  const shown = await shownText(ctx, version, locale)
  const form = button ? `<form method="post"><button>${escaped(button[locale])}</button></form>` : ''
  return showPage({
    language: locale,
    title: title[locale],
    body: `<p>${escaped(says[locale]).replace('{business}', () => `<bdi>${escaped(business)}</bdi>`)}</p>
<section lang="${shown.language}" dir="${directionOf(shown.language)}"><h2>${escaped(shown.title)}</h2>
<article>${escaped(shown.text)}</article></section>${form}`,
  })
}

const noSuchLink = (language: Language) =>
  showPage({ language, title: NO_LINK[language], body: `<p>${escaped(NO_LINK_SAYS[language])}</p>`, status: 404 })
