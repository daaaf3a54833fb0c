import { describe, expect, test } from 'vitest'
import arFirst from '../language/ar.json' with { type: 'json' }
import arMore from '../language/ar.more.json' with { type: 'json' }
import enFirst from '../language/en.json' with { type: 'json' }
import enMore from '../language/en.more.json' with { type: 'json' }
import { sections } from '../settings/sections.ts'
import { ranked } from './ranked.ts'

const TEXTS = { en: { ...enFirst, ...enMore }, ar: { ...arFirst, ...arMore } }

/** As in use-commands.ts. */
function commandsIn(language: 'en' | 'ar') {
  const texts = TEXTS[language]
  const words: Readonly<Record<string, string>> = texts.commandWords
  const settings: Readonly<Record<string, string>> = texts.settings
  const acts = {
    newCustomer: texts.customers.new,
    import: texts.customers.import,
    marketing: texts.customers.marketing,
    secondScreen: texts.secondScreen.open,
    language: texts.look.otherLanguage,
    scheme: texts.look.dark,
    account: texts.shell.ownLogin,
    signOut: texts.shell.signOut,
    shortcuts: texts.shell.shortcuts,
  }
  const ofSettings = sections.map(({ label }) => label.slice('settings.'.length))
  const labels = {
    ...texts.place,
    ...acts,
    ...Object.fromEntries(ofSettings.map((id) => [id, settings[id]!])),
  }
  return Object.entries(labels).map(([id, label]) => ({ id, label, words: words[id] ?? '' }))
}

const EVERYDAY = {
  en: {
    newCustomer: ['new customer', 'add a customer', 'create a cust'],
    import: ['import customers', 'customers from a file', 'csv'],
    marketing: ['campaign', 'marketing lists', 'contacts of a segment'],
    duplicates: ['merge customers', 'likely duplicates', 'same person twice'],
    privacy: ['privacy requests', 'deadlines', 'erase a customer'],
    audit: ['who did what', 'audit trail', 'changes'],
    business: ['time zone', 'currency', 'name of the business'],
    staff: ['staff', 'invite staff', 'roles'],
    tills: ['pair a till', 'add a till', 'devices'],
    consents: ['terms and conditions', 'publish a document', 'consent documents'],
    preferences: ['preference questions', 'what customers like', 'questions to customers'],
    fields: ['custom fields', 'own fields', 'extra'],
    loyalty: ['points', 'tiers', 'rewards'],
    segments: ['segments', 'tags', 'groups of customers'],
    messages: ['templates', 'e-mail templates', 'texts of messages'],
    rules: ['passwords', 'two-step verification', 'sign-in rules'],
    keys: ['api keys', 'integrations', 'access for programs'],
    jobs: ['run a job', 'nightly jobs', 'scheduled jobs'],
    language: ['arabic', 'language', 'switch to arabic'],
    scheme: ['dark', 'dark mode', 'light'],
    signOut: ['sign out', 'leave', 'end my session'],
  },
  ar: {
    newCustomer: ['عميل جديد', 'إضافة عميل', 'انشاء عميل'],
    import: ['استيراد العملاء', 'عملاء من ملف', 'csv'],
    marketing: ['حملة', 'قوائم التسويق', 'وسائل اتصال شريحة'],
    duplicates: ['دمج العملاء', 'سجلات مكررة', 'الشخص نفسه'],
    privacy: ['طلبات الخصوصية', 'المهل', 'محو عميل'],
    audit: ['سجل التدقيق', 'من فعل ماذا', 'التغييرات'],
    business: ['العملة', 'المنطقة الزمنية', 'اسم المنشاة'],
    staff: ['الموظفون', 'دعوة موظف', 'الأدوار'],
    tills: ['ربط صندوق', 'إضافة صندوق', 'أجهزة'],
    consents: ['وثائق الموافقة', 'الشروط والأحكام', 'نشر وثيقة'],
    preferences: ['أسئلة التفضيلات', 'ما يفضله العملاء', 'أسئلة للعملاء'],
    fields: ['حقول خاصة', 'حقول إضافية', 'حقل جديد'],
    loyalty: ['نقاط', 'قواعد الولاء', 'مكافآت'],
    segments: ['شرائح', 'وسوم', 'مجموعات العملاء'],
    messages: ['قوالب', 'نصوص الرسائل', 'قوالب البريد'],
    rules: ['كلمات المرور', 'التحقق بخطوتين', 'قواعد تسجيل الدخول'],
    keys: ['تكامل', 'وصول البرامج', 'مفاتيح الواجهة البرمجية'],
    jobs: ['تشغيل مهمة', 'مهام ليلية', 'المهام المجدولة'],
    language: ['اللغة', 'الإنجليزية', 'تغيير اللغة'],
    scheme: ['داكن', 'الوضع الليلي', 'فاتح'],
    signOut: ['تسجيل الخروج', 'مغادرة', 'إنهاء جلستي'],
  },
} as const

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  test.each(Object.entries(EVERYDAY[language]))('%s is the first hit of each of its names', (id, phrasings) => {
    const first = phrasings.map((typed: string) => ranked(commandsIn(language), typed).hits[0]?.id)
    expect(first).toEqual(phrasings.map(() => id))
  })

  test('every command has other words', () => {
    expect(commandsIn(language).filter(({ words }) => words === '')).toEqual([])
  })
})

test('a name of a customer comes before the beginning of a command', () => {
  expect(ranked(commandsIn('en'), 'till').isSure).toBe(true)
  expect(ranked(commandsIn('en'), 'sal').isSure).toBe(false)
  expect(ranked(commandsIn('en'), 'mess')).toMatchObject({ isSure: false, hits: [{ id: 'messages' }, {}, {}] })
})
