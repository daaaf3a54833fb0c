import { keysOf } from '../../../kit/known.ts'
import type { Target } from './targets.ts'

/**
 * What columns are called by shops, exports and people. A name is compared in lower case without spaces and signs; Arabic
 * without vowel marks, article and the variants of alif. The exports of Kith, Shopify, Square, Medusa, Vendure and of vCards are in here.
 */
const NAMES: Readonly<Partial<Record<Target, readonly string[]>>> = {
  firstName: ['first name', 'given name', 'forename', 'fname', 'first', 'الاسم الأول', 'الاسم الاول'],
  lastName: [
    'last name',
    'surname',
    'family name',
    'lname',
    'last',
    'family',
    'اسم العائلة',
    'العائلة',
    'اللقب',
    'القبيلة',
    'الكنية',
  ],
  fullName: [
    'name',
    'full name',
    'fn',
    'customer name',
    'customer',
    'contact name',
    'client name',
    'اسم',
    'الاسم الكامل',
    'اسم العميل',
    'العميل',
    'اسم الزبون',
    'الزبون',
    'الاسم الثلاثي',
  ],
  name2: [
    'name2',
    'arabic name',
    'name in arabic',
    'name arabic',
    'name ar',
    'الاسم بالعربية',
    'الاسم العربي',
    'الاسم بالعربي',
  ],
  preferredName: ['preferred name', 'nickname', 'display name preferred', 'الاسم المفضل', 'اسم الشهرة'],
  companyName: [
    'company name',
    'company',
    'organization',
    'organisation',
    'org',
    'business',
    'الشركة',
    'اسم الشركة',
    'المؤسسة',
    'جهة العمل',
  ],
  birthDate: [
    'birth date',
    'date of birth',
    'birthday',
    'dob',
    'bday',
    'born',
    'تاريخ الميلاد',
    'الميلاد',
    'تاريخ الولادة',
  ],
  phone: [
    'phone',
    'phone number',
    'mobile',
    'mobile number',
    'mobile phone',
    'cell',
    'cell phone',
    'tel',
    'telephone',
    'gsm',
    'whatsapp',
    'contact',
    'contact number',
    'default address phone',
    'customer phone',
    'الهاتف',
    'رقم الهاتف',
    'الجوال',
    'رقم الجوال',
    'النقال',
    'رقم النقال',
    'الموبايل',
    'رقم الموبايل',
    'التلفون',
    'تلفون',
    'رقم التواصل',
    'واتساب',
  ],
  email: [
    'email',
    'e mail',
    'email address',
    'mail',
    'customer email',
    'البريد',
    'البريد الإلكتروني',
    'الايميل',
    'ايميل',
    'بريد',
    'بريد الكتروني',
  ],
  notes: ['notes', 'note', 'memo', 'remarks', 'remark', 'comment', 'comments', 'ملاحظات', 'ملاحظة', 'الملاحظات'],
  locale: ['locale', 'language', 'lang', 'اللغة', 'لغة'],
  country: [
    'country',
    'country code',
    'default address country code',
    'address country',
    'البلد',
    'الدولة',
    'رمز الدولة',
  ],
  phoneVerified: ['phone verified', 'mobile verified', 'هاتف موثق'],
  emailVerified: ['email verified', 'verified email', 'has account verified', 'بريد موثق'],
  plan: ['plan', 'tier plan', 'الباقة'],
  createdAt: [
    'created at',
    'created',
    'creation date',
    'date created',
    'created on',
    'registered',
    'registered at',
    'registration date',
    'customer since',
    'first visit',
    'تاريخ الإنشاء',
    'تاريخ التسجيل',
    'عميل منذ',
  ],
  number: ['number', 'customer number', 'رقم العميل'],
  externalId: [
    'external id',
    'id',
    'customer id',
    'uid',
    'user id',
    'reference id',
    'square customer id',
    'code',
    'customer code',
    'المعرف',
    'كود العميل',
  ],
  'consent.marketing.email': [
    'accepts email marketing',
    'accepts marketing',
    'email subscription status',
    'email marketing',
    'newsletter',
    'subscribed',
    'النشرة البريدية',
    'موافقة البريد',
  ],
  'consent.marketing.sms': [
    'accepts sms marketing',
    'sms subscription status',
    'sms marketing',
    'text message marketing',
    'موافقة الرسائل النصية',
  ],
  'consent.marketing.whatsapp': ['accepts whatsapp marketing', 'whatsapp marketing', 'موافقة واتساب'],
  consentAt: ['consent at', 'consent date', 'consented at', 'opt in date', 'marketing opt in at', 'تاريخ الموافقة'],
  consentOrigin: ['consent origin', 'consent source', 'opt in source', 'source of consent', 'مصدر الموافقة'],
  consentProof: ['consent proof', 'proof', 'opt in proof', 'opt in ip', 'إثبات الموافقة'],
}

/** Names of ready files that say nothing here: a tag, a total, an address that is kept by another call. */
export const REASON_COLUMN = 'Kith: reason'

const MARKS = /[\u064b-\u0652\u0640]/g

/** `Accepts E-mail Marketing` and `accepts_email_marketing` are one name, as are الهاتف and هاتف. */
export function plainName(name: string): string {
  const spaced = name
    .normalize('NFKC')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return spaced
    .replaceAll(MARKS, '')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/^ال(?=\p{Script=Arabic}{2})/u, ''))
    .filter(Boolean)
    .join('')
}

const BY_NAME = new Map<string, Target>()
for (const target of keysOf(NAMES))
  for (const name of [target, ...(NAMES[target] ?? [])])
    if (!BY_NAME.has(plainName(name))) BY_NAME.set(plainName(name), target)

export const targetNamed = (name: string): Target | null => BY_NAME.get(plainName(name)) ?? null
