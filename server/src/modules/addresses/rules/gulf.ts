// Which fields mail needs and what postal codes look like: Google's address metadata (libaddressinput), 2024.
// Subdivisions and their codes: ISO 3166-2. Arabic names: CLDR and the governments' own.
import { type CountryRule, subdivisions } from './rule.ts'

const withoutLetters = (typed: string) => typed.replace(/^P\.? ?C\.? ?/, '')

export const GULF = {
  OM: {
    needs: ['line', 'city'],
    postalCodes: { pattern: /^\d{3}$/, example: '133', tidy: withoutLetters },
    subdivisions: subdivisions(`
      MA Muscat · مسقط
      ZU Dhofar · ظفار
      MU Musandam · مسندم
      BU Al Buraymi · البريمي
      DA Ad Dakhiliyah · الداخلية
      BS Al Batinah North · شمال الباطنة
      BJ Al Batinah South · جنوب الباطنة
      SS Ash Sharqiyah North · شمال الشرقية
      SJ Ash Sharqiyah South · جنوب الشرقية
      ZA Ad Dhahirah · الظاهرة
      WU Al Wusta · الوسطى
    `),
    writes: 'name',
    number: 'apart',
  },
  AE: {
    needs: ['line', 'subdivision'],
    postalCodes: null,
    subdivisions: subdivisions(`
      AZ Abu Dhabi · أبوظبي
      AJ Ajman · عجمان
      DU Dubai · دبي
      FU Fujairah · الفجيرة
      RK Ras Al Khaimah · رأس الخيمة
      SH Sharjah · الشارقة
      UQ Umm Al Quwain · أم القيوين
    `),
    writes: 'name',
    number: 'apart',
  },
  SA: {
    needs: ['line', 'city'],
    postalCodes: { pattern: /^\d{5}(?:-\d{4})?$/, example: '12345-6789', tidy: (typed) => typed.replace(' ', '-') },
    subdivisions: subdivisions(`
      01 Riyadh · الرياض
      02 Makkah · مكة المكرمة
      03 Madinah · المدينة المنورة
      04 Eastern Province · المنطقة الشرقية
      05 Qassim · القصيم
      06 Hail · حائل
      07 Tabuk · تبوك
      08 Northern Borders · الحدود الشمالية
      09 Jazan · جازان
      10 Najran · نجران
      11 Al Bahah · الباحة
      12 Al Jawf · الجوف
      14 Asir · عسير
    `),
    writes: 'name',
    number: 'before',
  },
  BH: {
    needs: ['line', 'city'],
    // The block: the first one or two digits are the city.
    postalCodes: { pattern: /^(?:[1-9]|1[0-2])\d{2}$/, example: '317' },
    subdivisions: subdivisions(`
      13 Capital · العاصمة
      14 Southern · الجنوبية
      15 Muharraq · المحرق
      17 Northern · الشمالية
    `),
    writes: 'name',
    number: 'apart',
  },
  KW: {
    needs: ['line', 'city'],
    postalCodes: { pattern: /^\d{5}$/, example: '54541' },
    subdivisions: subdivisions(`
      AH Al Ahmadi · الأحمدي
      FA Al Farwaniyah · الفروانية
      HA Hawalli · حولي
      JA Al Jahra · الجهراء
      KU Al Asimah · العاصمة
      MU Mubarak Al-Kabeer · مبارك الكبير
    `),
    writes: 'name',
    number: 'apart',
  },
  QA: {
    needs: ['line', 'city'],
    postalCodes: null,
    subdivisions: subdivisions(`
      DA Doha · الدوحة
      KH Al Khor · الخور
      MS Madinat ash Shamal · الشمال
      RA Al Rayyan · الريان
      SH Al Shahaniya · الشيحانية
      US Umm Salal · أم صلال
      WA Al Wakrah · الوكرة
      ZA Al Daayen · الظعاين
    `),
    writes: 'name',
    number: 'apart',
  },
} as const satisfies Record<string, CountryRule>
