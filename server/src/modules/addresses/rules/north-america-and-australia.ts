// Which fields mail needs and what postal codes look like: Google's address metadata (libaddressinput), 2024.
// Subdivisions and their codes: ISO 3166-2 and, for the military, the USPS. Arabic names: CLDR.
import { type CountryRule, subdivisions } from './rule.ts'

export const NORTH_AMERICA_AND_AUSTRALIA = {
  US: {
    needs: ['line', 'city', 'subdivision', 'postalCode'],
    postalCodes: { pattern: /^\d{5}(?:-\d{4})?$/, example: '95014', tidy: (typed) => typed.replace(' ', '-') },
    subdivisions: subdivisions(`
      AL Alabama · ألاباما
      AK Alaska · ألاسكا
      AZ Arizona · أريزونا
      AR Arkansas · أركنساس
      AA Armed Forces Americas · القوات المسلحة في الأمريكتين
      AE Armed Forces Europe · القوات المسلحة في أوروبا
      AP Armed Forces Pacific · القوات المسلحة في المحيط الهادئ
      CA California · كاليفورنيا
      CO Colorado · كولورادو
      CT Connecticut · كونيتيكت
      DE Delaware · ديلاوير
      DC District of Columbia · مقاطعة كولومبيا
      FL Florida · فلوريدا
      GA Georgia · جورجيا
      HI Hawaii · هاواي
      ID Idaho · أيداهو
      IL Illinois · إلينوي
      IN Indiana · إنديانا
      IA Iowa · آيوا
      KS Kansas · كانساس
      KY Kentucky · كنتاكي
      LA Louisiana · لويزيانا
      ME Maine · مين
      MD Maryland · ماريلاند
      MA Massachusetts · ماساتشوستس
      MI Michigan · ميشيغان
      MN Minnesota · مينيسوتا
      MS Mississippi · مسيسيبي
      MO Missouri · ميزوري
      MT Montana · مونتانا
      NE Nebraska · نبراسكا
      NV Nevada · نيفادا
      NH New Hampshire · نيوهامشير
      NJ New Jersey · نيوجيرسي
      NM New Mexico · نيومكسيكو
      NY New York · نيويورك
      NC North Carolina · كارولاينا الشمالية
      ND North Dakota · داكوتا الشمالية
      OH Ohio · أوهايو
      OK Oklahoma · أوكلاهوما
      OR Oregon · أوريغون
      PA Pennsylvania · بنسلفانيا
      RI Rhode Island · رود آيلاند
      SC South Carolina · كارولاينا الجنوبية
      SD South Dakota · داكوتا الجنوبية
      TN Tennessee · تينيسي
      TX Texas · تكساس
      UT Utah · يوتا
      VT Vermont · فيرمونت
      VA Virginia · فرجينيا
      WA Washington · واشنطن
      WV West Virginia · فرجينيا الغربية
      WI Wisconsin · ويسكونسن
      WY Wyoming · وايومنغ
    `),
    writes: 'code',
    number: 'before',
  },
  CA: {
    needs: ['line', 'city', 'subdivision', 'postalCode'],
    postalCodes: {
      pattern: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/,
      example: 'H3Z 2Y7',
      tidy: (typed) => typed.replace(/^(\S{3}) ?(\S{3})$/, '$1 $2'),
    },
    subdivisions: subdivisions(`
      AB Alberta · ألبرتا
      BC British Columbia · كولومبيا البريطانية
      MB Manitoba · مانيتوبا
      NB New Brunswick · نيو برونزويك
      NL Newfoundland and Labrador · نيوفاوندلاند ولابرادور
      NT Northwest Territories · الأقاليم الشمالية الغربية
      NS Nova Scotia · نوفا سكوشا
      NU Nunavut · نونافوت
      ON Ontario · أونتاريو
      PE Prince Edward Island · جزيرة الأمير إدوارد
      QC Quebec · كيبك
      SK Saskatchewan · ساسكاتشوان
      YT Yukon · يوكون
    `),
    writes: 'code',
    number: 'before',
  },
  AU: {
    needs: ['line', 'city', 'subdivision', 'postalCode'],
    postalCodes: { pattern: /^\d{4}$/, example: '2060' },
    subdivisions: subdivisions(`
      ACT Australian Capital Territory · إقليم العاصمة الأسترالية
      NSW New South Wales · نيو ساوث ويلز
      NT Northern Territory · الإقليم الشمالي
      QLD Queensland · كوينزلاند
      SA South Australia · أستراليا الجنوبية
      TAS Tasmania · تسمانيا
      VIC Victoria · فيكتوريا
      WA Western Australia · أستراليا الغربية
    `),
    writes: 'code',
    number: 'before',
  },
} as const satisfies Record<string, CountryRule>
