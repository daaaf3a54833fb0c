import type { Texts } from '../modules/consent/contract.ts'

type Sentence = Readonly<Record<'en' | 'ar', string>>
interface Document {
  readonly purpose: string
  readonly texts: Texts
}

const CHANNELS = {
  sms: { en: 'SMS', ar: 'الرسائل النصية' },
  email: { en: 'e-mail', ar: 'البريد الإلكتروني' },
  whatsapp: { en: 'WhatsApp', ar: 'واتساب' },
} as const satisfies Record<string, Sentence>

/** What a business asks its customers to agree to. Examples, not advice: its own people read and change them. */
export const consents = ({ terms, kept }: { readonly terms: Sentence; readonly kept: Sentence }): Document[] => [
  {
    purpose: 'terms',
    texts: {
      en: { title: 'Terms of service', text: terms.en },
      ar: { title: 'شروط الخدمة', text: terms.ar },
    },
  },
  {
    purpose: 'privacy',
    texts: {
      en: {
        title: 'Privacy notice',
        text: `We keep your name, phone and ${kept.en} to serve you. We do not sell them. You may see, correct and erase them at any time: ask at the counter.`,
      },
      ar: {
        title: 'إشعار الخصوصية',
        text: `نحتفظ باسمك ورقم هاتفك و${kept.ar} لخدمتك، ولا نبيعها لأحد. يمكنك الاطلاع عليها وتصحيحها ومحوها في أي وقت: اسأل عند الصندوق.`,
      },
    },
  },
  ...Object.entries(CHANNELS).map(([channel, { en, ar }]) => ({
    purpose: `marketing.${channel}`,
    texts: {
      en: {
        title: `Offers by ${en}`,
        text: 'You may send me news and offers this way. I can withdraw this at any time.',
      },
      ar: {
        title: `العروض عبر ${ar}`,
        text: 'أوافق على أن ترسلوا إليّ الأخبار والعروض بهذه الطريقة، ويمكنني سحب موافقتي في أي وقت.',
      },
    },
  })),
]
