import type { Text } from './refusal.ts'

/** What is said of a field that does not fit, by the code of the rule. */
export const SENTENCES = {
  broken_characters: { en: 'Contains broken characters', ar: 'يحتوي على محارف تالفة' },
  control_characters: { en: 'Contains control characters', ar: 'يحتوي على محارف تحكم' },
  line_breaks: { en: 'Must be a single line', ar: 'يجب أن يكون سطرًا واحدًا' },
  reordering_characters: {
    en: 'Contains characters that change the direction of the text',
    ar: 'يحتوي على محارف تغيّر اتجاه النص',
  },
  phone_invalid: { en: 'Not a phone number of this country', ar: 'ليس رقم هاتف صحيحًا في هذا البلد' },
  email_invalid: { en: 'Not an e-mail address', ar: 'ليس عنوان بريد إلكتروني صحيحًا' },
  contact_missing: {
    en: 'Says that a contact is verified which is not given',
    ar: 'يذكر أن وسيلة تواصل مُثبتة دون إدراجها',
  },
  id_invalid: { en: 'Not a customer id', ar: 'ليس معرّف عميل صحيحًا' },
  too_deep: { en: 'Nested too deeply', ar: 'مستويات متداخلة كثيرة' },
  too_many_keys: { en: 'Too many keys or too much text', ar: 'مفاتيح كثيرة أو نص كبير' },
  one_name: {
    en: 'Name it once: from or source, into or target',
    ar: 'اذكره مرة واحدة: from أو source، وinto أو target',
  },
  exactly_one: { en: 'Give exactly one of phone, email and number', ar: 'اذكر واحدًا فقط: الهاتف أو البريد أو الرقم' },
  phone_or_email: {
    en: 'Give a phone or an e-mail, and not both',
    ar: 'اذكر الهاتف أو البريد الإلكتروني، وليس كليهما',
  },
  channel_unfit: {
    en: 'A phone gets a text, an e-mail address an e-mail',
    ar: 'تُرسل إلى الهاتف رسالة نصية، وإلى البريد رسالة بريد',
  },
  nothing_to_change: { en: 'Nothing to change', ar: 'لا يوجد ما يُعدَّل' },
  password_too_short: { en: 'Use at least 8 characters', ar: 'استخدم 8 أحرف على الأقل' },
  password_too_long: { en: 'Use at most 128 characters', ar: 'استخدم 128 حرفًا على الأكثر' },
  password_common: {
    en: 'Too easy to guess: it is common, or made of your name, e-mail or this business',
    ar: 'سهلة التخمين: شائعة أو مكوّنة من اسمك أو بريدك أو اسم هذا النشاط',
  },
  pin_common: {
    en: 'Too easy to guess: not one digit repeated, nor digits in a row',
    ar: 'سهل التخمين: تجنّب تكرار رقم واحد أو الأرقام المتتالية',
  },
  token_or_code: { en: 'Give exactly one of token and code', ar: 'اذكر واحدًا فقط: الرابط أو الرمز' },
  password_or_code: { en: 'Give exactly one: a password or a code', ar: 'اذكر واحدًا فقط: كلمة المرور أو الرمز' },
  issuer_not_https: { en: 'Must be an https:// address', ar: 'يجب أن يكون عنوانًا يبدأ بـ https://' },
  issuer_inside: {
    en: 'Leads into this network: only public addresses are asked',
    ar: 'يؤدي إلى داخل هذه الشبكة: لا تُسأل إلا العناوين العامة',
  },
  secret_needed: {
    en: 'Give the secret: it is new, or the provider is another one now',
    ar: 'أدخل السر: فهو جديد، أو أن المزوّد أصبح غيره',
  },
  repeated_name: { en: 'Give each name only once', ar: 'يجب أن يرد كل اسم مرة واحدة فقط' },
  own_page: { en: 'Must be a page of this site', ar: 'يجب أن تكون صفحة من هذا الموقع' },
  repeated_sku: { en: 'Give each article in one line only', ar: 'يجب أن يرد كل صنف في سطر واحد فقط' },
  country_unknown: { en: 'Not the code of a country', ar: 'ليس رمز بلد صحيحًا' },
  needed_here: { en: 'Needed for an address in this country', ar: 'مطلوب في عناوين هذا البلد' },
  address_line_needed: {
    en: 'Give a building, a street or an area, in either script',
    ar: 'اذكر المبنى أو الشارع أو المنطقة بإحدى اللغتين',
  },
  postal_code_invalid: { en: 'Not a postal code of this country', ar: 'ليس رمزًا بريديًا صحيحًا في هذا البلد' },
  postal_code_unused: { en: 'This country has no postal codes', ar: 'لا توجد رموز بريدية في هذا البلد' },
  subdivision_unknown: { en: 'Not a part of this country', ar: 'ليست من مناطق هذا البلد' },
  coordinates_incomplete: {
    en: 'Give latitude and longitude, or neither',
    ar: 'اذكر خط العرض وخط الطول معًا أو اتركهما',
  },
  coordinates_unset: {
    en: '0, 0 lies in the Atlantic: the device had not found its place',
    ar: 'الموقع 0، 0 في المحيط الأطلسي: لم يحدد الجهاز موقعه',
  },
  not_a_point: { en: 'Not a point; write it as 23.588,58.383', ar: 'ليست نقطة صحيحة؛ اكتبها هكذا: 23.588,58.383' },
  date_out_of_range: { en: 'Must lie between 1900 and 2199', ar: 'يجب أن يقع بين عامي 1900 و2199' },
  in_the_future: { en: 'Must not be in the future', ar: 'يجب ألا يكون في المستقبل' },
  time_zone_unknown: {
    en: 'Not a time zone; write it as Asia/Muscat',
    ar: 'ليست منطقة زمنية معروفة؛ اكتبها هكذا: Asia/Muscat',
  },
  role_or_scopes: { en: 'Give either a role or scopes', ar: 'اذكر إما الدور أو الصلاحيات' },
  period_backwards: { en: 'Ends before it begins', ar: 'ينتهي قبل أن يبدأ' },
  period_too_long: { en: 'Longer than 400 days', ar: 'أطول من 400 يوم' },
  not_a_date: { en: 'Not a date', ar: 'ليس تاريخًا صحيحًا' },
  country_form: { en: 'Two capital letters, such as OM', ar: 'حرفان لاتينيان كبيران، مثل OM' },
  six_digits: { en: 'A code has six digits', ar: 'يتكوّن الرمز من ستة أرقام' },
  pin_form: { en: 'A PIN has 4 to 8 digits', ar: 'يتكوّن الرقم السري من 4 إلى 8 أرقام' },
  slug_form: {
    en: 'Small Latin letters, digits and single hyphens, such as alpha-wash',
    ar: 'أحرف لاتينية صغيرة وأرقام وشرطات مفردة، مثل alpha-wash',
  },
  name_form: {
    en: 'Small Latin letters, digits and hyphens, at most 40',
    ar: 'أحرف لاتينية صغيرة وأرقام وشرطات، بحد أقصى 40',
  },
  key_form: {
    en: 'Latin letters and digits, beginning with a small letter, at most 40',
    ar: 'أحرف لاتينية وأرقام تبدأ بحرف صغير، بحد أقصى 40',
  },
  sku_form: {
    en: 'Latin letters, digits and . _ : / # -, at most 100',
    ar: 'أحرف لاتينية وأرقام والعلامات . _ : / # -، بحد أقصى 100',
  },
  purpose_form: {
    en: 'terms, privacy, marketing. with a channel, or custom. with a name of yours',
    ar: 'terms أو privacy أو marketing. مع القناة أو custom. مع اسم من عندك',
  },
  number_form: { en: 'Write it as CUST-00042', ar: 'اكتبه هكذا: CUST-00042' },
  address_id_form: { en: 'Not the id of an address', ar: 'ليس معرّف عنوان صحيحًا' },
  assignee_form: {
    en: 'Not the id of an account or of an API key',
    ar: 'ليس معرّف حساب أو مفتاح واجهة برمجية',
  },
  clock_time_form: { en: 'Write it as 22:00', ar: 'اكتبه هكذا: 22:00' },
  page_size: { en: 'From 1 to 200', ar: 'من 1 إلى 200' },
  https_address: { en: 'A web address that begins with https://', ar: 'عنوان ويب يبدأ بـ https://' },
  one_language: { en: 'Give the text in one language at least', ar: 'اكتب النص بلغة واحدة على الأقل' },
  currency_form: { en: 'Three capital letters, such as OMR', ar: 'ثلاثة أحرف لاتينية كبيرة، مثل OMR' },
  currency_unknown: { en: 'Not the code of a currency', ar: 'ليس رمز عملة صحيحًا' },
  rate_form: { en: 'A decimal above 0, written as 0.3845', ar: 'عدد عشري أكبر من 0، يُكتب هكذا: 0.3845' },
  rate_not_needed: {
    en: 'This is the reporting currency: it needs no rate',
    ar: 'هذه هي عملة التقارير: لا تحتاج إلى سعر صرف',
  },
  card_number: {
    en: 'Contains the number of a payment card; send the provider’s token instead',
    ar: 'يحتوي على رقم بطاقة دفع؛ أرسل رمز مزوّد الدفع بدلًا منه',
  },
  too_long_ago: { en: 'Must not be before the year 2000', ar: 'يجب ألا يكون قبل عام 2000' },
  order_id_form: { en: 'Not the id of an order', ar: 'ليس معرّف طلب صحيحًا' },
  four_digits: { en: 'Exactly four digits', ar: 'أربعة أرقام بالضبط' },
  payment_method_id_form: { en: 'Not the id of a payment method', ar: 'ليس معرّف وسيلة دفع صحيحًا' },
  reference_form: {
    en: 'Letters, digits and signs without blanks, at most 200',
    ar: 'أحرف وأرقام وعلامات بلا فراغات، بحد أقصى 200',
  },
  line_unknown: { en: 'The order has no such line', ar: 'لا يوجد في الطلب سطر بهذا الرقم' },
  more_than_ordered: { en: 'More than this line had', ar: 'أكثر مما في هذا السطر' },
  customer_or_contact: {
    en: 'Give either a customer or a contact',
    ar: 'اذكر إما العميل أو وسيلة التواصل',
  },
  address_or_text: { en: 'Give either a saved address or its text', ar: 'اذكر إما عنوانًا محفوظًا أو نص العنوان' },
  given_twice: { en: 'Given more than once; give it once', ar: 'ورد أكثر من مرة؛ اذكره مرة واحدة' },
} as const satisfies Readonly<Record<string, Text>>
export type Said = keyof typeof SENTENCES
