import type { Language, Text } from '../../../kit/refusal.ts'
import type { Signal, Warning } from '../shapes.ts'

const SIGNAL_WORDS: Readonly<Record<Signal, Text>> = {
  several_logins: { en: 'This person has several logins.', ar: 'لهذا الشخص أكثر من حساب.' },
  shared_phone: {
    en: 'Other customers have ordered or signed up with this phone.',
    ar: 'طلب عملاء آخرون أو سجّلوا بهذا الهاتف.',
  },
  shared_address: {
    en: 'Other customers have had orders brought to this address.',
    ar: 'وُصّلت إلى هذا العنوان طلبات لعملاء آخرين.',
  },
  number_changed_hands: {
    en: 'The phone number belonged to another person before.',
    ar: 'كان رقم الهاتف لشخص آخر من قبل.',
  },
  cod_refused: {
    en: 'An order to be paid on delivery was refused at the door before.',
    ar: 'رُفض سابقًا عند الباب طلب دفعه عند الاستلام.',
  },
  phone_unproved: {
    en: 'The phone of this order is not verified.',
    ar: 'رقم هاتف هذا الطلب غير موثّق.',
  },
  not_active: {
    en: 'The customer is suspended, deactivated or has left.',
    ar: 'العميل موقوف أو معطّل أو غادر.',
  },
}

const WARNING_WORDS: Readonly<Record<Warning, Text>> = {
  cod_unproved: {
    en: 'Cash on delivery, and the phone is not verified.',
    ar: 'الدفع عند الاستلام ورقم الهاتف غير موثّق.',
  },
  email_unconfirmed: {
    en: 'The e-mail is not confirmed, which this business wants before an order.',
    ar: 'البريد الإلكتروني غير مؤكد، وهذا النشاط يشترط تأكيده قبل الطلب.',
  },
  not_counted: {
    en: 'Another currency without a rate: the order is kept and does not count.',
    ar: 'عملة أخرى بلا سعر صرف: يُحفظ الطلب ولا يُحتسب.',
  },
  after_cancellation: { en: 'The order was cancelled before.', ar: 'كان الطلب ملغى من قبل.' },
  after_delivery: { en: 'The order was delivered before.', ar: 'كان الطلب مُسلّمًا من قبل.' },
  before_delivery: { en: 'The order is not delivered yet.', ar: 'لم يُسلَّم الطلب بعد.' },
  already: { en: 'That was recorded before.', ar: 'سُجّل ذلك من قبل.' },
}

const said = (words: Readonly<Record<string, Text>>, codes: readonly string[], language: Language) =>
  codes.flatMap((code) => (words[code] ? [{ code, text: words[code][language] }] : []))

export const wordsOfSignals = (codes: readonly string[], language: Language) => said(SIGNAL_WORDS, codes, language)
export const wordsOfWarnings = (codes: readonly Warning[], language: Language) => said(WARNING_WORDS, codes, language)
