import { consents } from './consents.ts'
import { choice, topics, yesNo } from './items.ts'
import type { Starter } from './starter.ts'

export const laundry: Starter = {
  items: [
    choice('folding', ['Folding', 'طريقة التسليم'], {
      hanger: ['On a hanger', 'على علّاقة'],
      folded: ['Folded', 'مطوية'],
    }),
    choice('fragrance', ['Fragrance', 'العطر'], {
      none: ['None', 'بدون عطر'],
      oud: ['Oud', 'عود'],
      jasmine: ['Jasmine', 'ياسمين'],
      rose: ['Rose', 'ورد'],
      frankincense: ['Frankincense', 'لبان'],
    }),
    yesNo('ecoFriendly', ['Eco-friendly wash', 'غسيل صديق للبيئة']),
  ],
  topics: topics(['Orders', 'الطلبات']),
  documents: consents({
    terms: {
      en: 'We clean with care and by the label. Please empty the pockets. What is not collected within 90 days may be given away. For what we damage we pay up to ten times the price of cleaning it.',
      ar: 'ننظف بعناية وبحسب بطاقة القطعة. يُرجى إفراغ الجيوب. ما لا يُستلم خلال 90 يومًا قد يُتبرع به. ونعوّض عمّا نتلفه بما لا يتجاوز عشرة أضعاف أجرة تنظيفه.',
    },
    kept: { en: 'orders', ar: 'طلباتك' },
  }),
}
