// Which fields mail needs and what postal codes look like: Google's address metadata (libaddressinput), 2024; Egypt Post
// has added two digits to its five since. Subdivisions and their codes: ISO 3166-2. Arabic names: CLDR.
import { type CountryRule, subdivisions } from './rule.ts'

export const SOUTH_ASIA_AND_EGYPT = {
  IN: {
    needs: ['line', 'city', 'subdivision', 'postalCode'],
    postalCodes: { pattern: /^[1-9]\d{5}$/, example: '110034', tidy: (typed) => typed.replaceAll(' ', '') },
    subdivisions: subdivisions(`
      AN Andaman and Nicobar Islands · جزر أندمان ونيكوبار
      AP Andhra Pradesh · أندرا براديش
      AR Arunachal Pradesh · أروناجل براديش
      AS Assam · آسام
      BR Bihar · بهار
      CG Chhattisgarh · تشاتيسغار
      CH Chandigarh · شانديغار
      DH Dadra and Nagar Haveli and Daman and Diu · دادرا ونغار هافلي ودامان وديو
      DL Delhi · دلهي
      GA Goa · غوا
      GJ Gujarat · غوجارات
      HP Himachal Pradesh · هيماجل براديش
      HR Haryana · هاريانا
      JH Jharkhand · جهارخاند
      JK Jammu and Kashmir · جامو وكشمير
      KA Karnataka · كارناتاكا
      KL Kerala · كيرالا
      LA Ladakh · لداخ
      LD Lakshadweep · لكشديب
      MH Maharashtra · مهاراشترا
      ML Meghalaya · ميغالايا
      MN Manipur · مانيبور
      MP Madhya Pradesh · ماديا براديش
      MZ Mizoram · ميزورام
      NL Nagaland · ناغالاند
      OD Odisha · أوديشا
      PB Punjab · البنجاب
      PY Puducherry · بودوتشيري
      RJ Rajasthan · راجستان
      SK Sikkim · سيكيم
      TN Tamil Nadu · تاميل نادو
      TR Tripura · تريبورا
      TS Telangana · تيلانغانا
      UK Uttarakhand · أوتاراخند
      UP Uttar Pradesh · أتر برديش
      WB West Bengal · البنغال الغربية
    `),
    writes: 'name',
    number: 'before',
  },
  PK: {
    needs: ['line', 'city'],
    postalCodes: { pattern: /^\d{5}$/, example: '44000' },
    subdivisions: subdivisions(`
      BA Balochistan · بلوشستان
      GB Gilgit-Baltistan · غلغت بلتستان
      IS Islamabad · إسلام آباد
      JK Azad Jammu and Kashmir · آزاد جامو وكشمير
      KP Khyber Pakhtunkhwa · خيبر بختونخوا
      PB Punjab · البنجاب
      SD Sindh · السند
    `),
    writes: 'name',
    number: 'apart',
  },
  EG: {
    needs: ['line', 'city'],
    postalCodes: { pattern: /^\d{5}(?:\d{2})?$/, example: '12411' },
    subdivisions: subdivisions(`
      ALX Alexandria · الإسكندرية
      ASN Aswan · أسوان
      AST Asyut · أسيوط
      BA Red Sea · البحر الأحمر
      BH Beheira · البحيرة
      BNS Beni Suef · بني سويف
      C Cairo · القاهرة
      DK Dakahlia · الدقهلية
      DT Damietta · دمياط
      FYM Fayoum · الفيوم
      GH Gharbia · الغربية
      GZ Giza · الجيزة
      IS Ismailia · الإسماعيلية
      JS South Sinai · جنوب سيناء
      KB Qalyubia · القليوبية
      KFS Kafr El Sheikh · كفر الشيخ
      KN Qena · قنا
      LX Luxor · الأقصر
      MN Minya · المنيا
      MNF Monufia · المنوفية
      MT Matrouh · مطروح
      PTS Port Said · بورسعيد
      SHG Sohag · سوهاج
      SHR Sharqia · الشرقية
      SIN North Sinai · شمال سيناء
      SUZ Suez · السويس
      WAD New Valley · الوادي الجديد
    `),
    writes: 'name',
    number: 'before',
  },
} as const satisfies Record<string, CountryRule>
