import type { PreferenceSchema } from '../modules/preferences/contract.ts'

const choices = (all: Record<string, readonly [en: string, ar: string]>) =>
  Object.entries(all).map(([value, [en, ar]]) => ({ value, label: { en, ar } }))

/** What a laundry asks its customers about. */
export const LAUNDRY_PREFERENCES: PreferenceSchema = {
  items: [
    {
      key: 'folding',
      label: { en: 'Folding', ar: 'طريقة التسليم' },
      type: 'choice',
      choices: choices({ hanger: ['On a hanger', 'على علّاقة'], folded: ['Folded', 'مطوية'] }),
      default: 'hanger',
    },
    {
      key: 'fragrance',
      label: { en: 'Fragrance', ar: 'العطر' },
      type: 'choice',
      choices: choices({
        none: ['None', 'بدون عطر'],
        oud: ['Oud', 'عود'],
        jasmine: ['Jasmine', 'ياسمين'],
        rose: ['Rose', 'ورد'],
        frankincense: ['Frankincense', 'لبان'],
      }),
      default: 'none',
    },
    {
      key: 'ecoFriendly',
      label: { en: 'Eco-friendly wash', ar: 'غسيل صديق للبيئة' },
      type: 'boolean',
      default: false,
    },
  ],
  topics: [
    { key: 'orders', label: { en: 'Orders', ar: 'الطلبات' }, default: true },
    { key: 'offers', label: { en: 'Offers', ar: 'العروض' }, default: true },
    { key: 'news', label: { en: 'News', ar: 'الأخبار' }, default: true },
  ],
  timeZone: null,
}
