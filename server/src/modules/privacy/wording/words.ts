import type { Text } from '../../../kit/refusal.ts'
import type { PackName } from '../packs.ts'

/** Legal statements, to be checked by counsel like the deadlines of the packs. */
export const MARKETED = ['sms', 'email', 'whatsapp', 'phone'] as const
type Marketed = (typeof MARKETED)[number]
interface Words {
  readonly en: { readonly title: string; readonly text: string }
  readonly ar: { readonly title: string; readonly text: string }
}

export function privacyWords(pack: PackName, business: Text, answerDays: number): Words {
  const { rights, complain } = LAWS[pack]
  return {
    en: {
      title: `How ${business.en} treats your data`,
      text: `${business.en} keeps your name, your contacts and what you order, so that it can serve you. ${rights.en}
We answer within ${answerDays} days. Ask at the counter or in your account. ${complain.en}`,
    },
    ar: {
      title: `كيف نتعامل مع بياناتك في ${business.ar}`,
      text: `نحتفظ في ${business.ar} باسمك ووسائل التواصل معك وطلباتك لنتمكن من خدمتك. ${rights.ar}
نجيب عن طلبك خلال ${answerDays} يومًا. يمكنك تقديمه عند الصندوق أو من حسابك. ${complain.ar}`,
    },
  }
}

export function marketingWords(pack: PackName, business: Text, channel: Marketed): Words {
  const { marketing } = LAWS[pack]
  return {
    en: {
      title: `Offers ${BY[channel].en}`,
      text: `I agree that ${business.en} sends me offers ${BY[channel].en}. ${marketing.en}`,
    },
    ar: {
      title: `العروض ${BY[channel].ar}`,
      text: `أوافق على أن ترسل إليّ ${business.ar} عروضها ${BY[channel].ar}. ${marketing.ar}`,
    },
  }
}

const BY: Readonly<Record<Marketed, Text>> = {
  sms: { en: 'by text message', ar: 'برسائل نصية' },
  email: { en: 'by e-mail', ar: 'بالبريد الإلكتروني' },
  whatsapp: { en: 'by WhatsApp', ar: 'عبر واتساب' },
  phone: { en: 'by phone call', ar: 'بمكالمات هاتفية' },
}

const LAWS: Readonly<Record<PackName, Readonly<Record<'rights' | 'complain' | 'marketing', Text>>>> = {
  gdpr: {
    rights: {
      en: 'You may ask for a copy of your data, for its correction, erasure or restriction, take it elsewhere, and object to its use.',
      ar: 'يحق لك أن تطلب نسخة من بياناتك أو تصحيحها أو محوها أو تقييد معالجتها أو نقلها إلى جهة أخرى، وأن تعترض على استخدامها.',
    },
    complain: {
      en: 'You may complain to the data protection authority of your country.',
      ar: 'ويحق لك تقديم شكوى إلى هيئة حماية البيانات في بلدك.',
    },
    marketing: {
      en: 'This is voluntary: without it I am served just the same. I can take it back at any time, as easily as I gave it, in my account, by the link in a message or at the counter; what was sent before stays lawful.',
      ar: 'هذه الموافقة اختيارية، وأحصل على الخدمة نفسها من دونها. ويمكنني سحبها في أي وقت بالسهولة نفسها: من حسابي أو من الرابط في الرسالة أو عند الصندوق، ويبقى ما أُرسل قبل ذلك مشروعًا.',
    },
  },
  'pdpl-oman': {
    rights: {
      en: 'Under the Omani Personal Data Protection Law you may take your consent back, ask for a copy of your data, for its correction, blocking or erasure, have it handed to another business, and be told of a breach that concerns you.',
      ar: 'بموجب قانون حماية البيانات الشخصية العُماني يحق لك سحب موافقتك، وطلب نسخة من بياناتك أو تعديلها أو حجبها أو محوها، ونقلها إلى متحكم آخر، وإخطارك بأي اختراق يمس بياناتك.',
    },
    complain: {
      en: 'You may complain to the Ministry of Transport, Communications and Information Technology.',
      ar: 'ويحق لك تقديم شكوى إلى وزارة النقل والاتصالات وتقنية المعلومات.',
    },
    marketing: {
      en: 'I give this consent expressly and in writing. I can take it back at any time, free of charge, in my account, by the link in a message or at the counter; then no more are sent.',
      ar: 'أمنح هذه الموافقة صراحةً وكتابةً. ويمكنني سحبها مجانًا في أي وقت: من حسابي أو من الرابط في الرسالة أو عند الصندوق، وعندها يتوقف الإرسال.',
    },
  },
  ccpa: {
    rights: {
      en: 'You may ask what we have collected about you and for a copy of it, for its correction and deletion, and tell us not to sell or share it. You are not treated worse for asking.',
      ar: 'يحق لك أن تعرف ما جمعناه عنك وأن تحصل على نسخة منه وأن تطلب تصحيحه أو حذفه، وأن تمنعنا من بيعه أو مشاركته. ولن تُعامل معاملة أسوأ بسبب طلبك.',
    },
    complain: {
      en: 'You may complain to the California Privacy Protection Agency.',
      ar: 'ويحق لك تقديم شكوى إلى وكالة حماية الخصوصية في كاليفورنيا.',
    },
    marketing: {
      en: 'This is no condition of any purchase. I can opt out at any time in my account, by the link in a message or at the counter.',
      ar: 'ليست هذه الموافقة شرطًا لأي عملية شراء. ويمكنني إلغاء الاشتراك في أي وقت: من حسابي أو من الرابط في الرسالة أو عند الصندوق.',
    },
  },
}
