import type { Texts } from '../modules/consent/contract.ts'

/** What a laundry asks its customers to agree to. Examples, not advice. */
export const LAUNDRY_CONSENTS: readonly { readonly purpose: string; readonly texts: Texts }[] = [
  {
    purpose: 'terms',
    texts: {
      en: {
        title: 'Terms of service',
        text: 'We clean with care and by the label. Please empty the pockets. What is not collected within 90 days may be given away. For what we damage we pay up to ten times the price of cleaning it.',
      },
      ar: {
        title: 'شروط الخدمة',
        text: 'ننظف بعناية وبحسب بطاقة القطعة. يُرجى إفراغ الجيوب. ما لا يُستلم خلال 90 يومًا قد يُتبرع به. ونعوّض عمّا نتلفه بما لا يتجاوز عشرة أضعاف أجرة تنظيفه.',
      },
    },
  },
  {
    purpose: 'privacy',
    texts: {
      en: {
        title: 'Privacy notice',
        text: 'We keep your name, phone and orders to serve you. We sell them to nobody. You may see, correct and erase them at any time: ask at the counter.',
      },
      ar: {
        title: 'إشعار الخصوصية',
        text: 'نحتفظ باسمك ورقم هاتفك وطلباتك لخدمتك، ولا نبيعها لأحد. يمكنك الاطلاع عليها وتصحيحها ومحوها في أي وقت: اسأل عند الصندوق.',
      },
    },
  },
  ...(['sms', 'email', 'whatsapp'] as const).map((channel) => ({
    purpose: `marketing.${channel}`,
    texts: {
      en: {
        title: `Offers by ${{ sms: 'SMS', email: 'e-mail', whatsapp: 'WhatsApp' }[channel]}`,
        text: 'You may send me news and offers this way. I can withdraw this at any time.',
      },
      ar: {
        title: `العروض عبر ${{ sms: 'الرسائل النصية', email: 'البريد الإلكتروني', whatsapp: 'واتساب' }[channel]}`,
        text: 'أوافق على أن ترسلوا إليّ الأخبار والعروض بهذه الطريقة، ويمكنني سحب موافقتي في أي وقت.',
      },
    },
  })),
]
