import { consents } from './consents.ts'
import { choice, topics, words, yesNo } from './items.ts'
import type { Starter } from './starter.ts'

export const cafe: Starter = {
  items: [
    choice('milk', ['Milk', 'الحليب'], {
      whole: ['Whole milk', 'حليب كامل الدسم'],
      skimmed: ['Skimmed milk', 'حليب خالي الدسم'],
      oat: ['Oat drink', 'شراب الشوفان'],
      none: ['No milk', 'بدون حليب'],
    }),
    choice('sugar', ['Sugar', 'السكر'], {
      none: ['None', 'بدون سكر'],
      little: ['A little', 'سكر خفيف'],
      usual: ['As usual', 'سكر عادي'],
    }),
    yesNo('ownCup', ['Brings a cup', 'يُحضر كوبه معه']),
    words('avoids', ['Does not eat or drink', 'لا يتناول']),
  ],
  topics: topics(['Orders', 'الطلبات']),
  documents: consents({
    terms: {
      en: 'Orders are prepared when they are paid. What is not collected within 30 minutes is not kept. Tell us of allergies with every order.',
      ar: 'نبدأ تحضير الطلب بعد دفع ثمنه. ما لا يُستلم خلال 30 دقيقة لا نحتفظ به. أخبرنا عن أي حساسية مع كل طلب.',
    },
    kept: { en: 'orders', ar: 'طلباتك' },
  }),
}
