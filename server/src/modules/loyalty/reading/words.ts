import { decimalText } from '../../../kit/money.ts'
import type { Language } from '../../../kit/refusal.ts'
import type { Why } from '../rules/why.ts'

type Sayings = Readonly<Record<Language, string>>

const RULES: Readonly<Record<Exclude<Why['rule'], 'order'>, Sayings>> = {
  welcome: { en: 'Welcome', ar: 'نقاط ترحيبية' },
  birthday: { en: 'For the birthday', ar: 'بمناسبة عيد الميلاد' },
  by_hand: { en: 'Changed by hand', ar: 'تعديل يدوي' },
  vested: { en: 'Pending points can be spent now', ar: 'صارت النقاط المعلّقة قابلة للاستخدام' },
  redeemed: { en: 'Redeemed', ar: 'استبدال' },
  captured: { en: 'Reserved points were spent', ar: 'صُرفت النقاط المحجوزة' },
  released: { en: 'Reserved points came back', ar: 'عادت النقاط المحجوزة' },
  timed_out: { en: 'Reserved points came back: their time was over', ar: 'عادت النقاط المحجوزة بعد انتهاء مدتها' },
  offline: { en: 'Redeemed at a till that was offline', ar: 'استبدال عند صندوق دون شبكة' },
  ended: { en: 'Expired', ar: 'انتهت صلاحيتها' },
  refunded: { en: 'Taken back for a refund', ar: 'استُرجعت بسبب رد مبلغ' },
  cancelled: { en: 'Taken back: the order was cancelled', ar: 'استُرجعت بسبب إلغاء الطلب' },
  returned: { en: 'Redeemed points came back with a refund', ar: 'عادت النقاط المستبدلة مع رد المبلغ' },
  merged: { en: 'Two customers became one', ar: 'صار العميلان عميلًا واحدًا' },
  unmerged: { en: 'A merge was undone', ar: 'أُلغي دمج العميلين' },
}

const WITHOUT: Readonly<Record<NonNullable<Why['without']>, Sayings>> = {
  unknown: {
    en: 'settled without the order: it is not of this customer',
    ar: 'دون ربطه بالطلب لأنه ليس لهذا العميل',
  },
  over: {
    en: 'settled without the order: it was cancelled or refunded before',
    ar: 'دون ربطه بالطلب لأنه أُلغي أو رُدّ مبلغه قبل ذلك',
  },
  worth: {
    en: 'settled without the order: the points are worth more than was left of it',
    ar: 'دون ربطه بالطلب لأن قيمة النقاط تزيد على ما تبقى منه',
  },
}

const ROUNDED: Readonly<Record<string, Sayings>> = {
  down: { en: 'rounded down', ar: 'بالتقريب إلى الأدنى' },
  nearest: { en: 'rounded to the nearest', ar: 'بالتقريب إلى الأقرب' },
  up: { en: 'rounded up', ar: 'بالتقريب إلى الأعلى' },
}

/** One line: why so many points. */
export function whyInWords(why: Why, language: Language): string {
  const parts = why.rule === 'order' ? orderInWords(why, language) : [RULES[why.rule][language]]
  if (why.part) parts.push(`${share(why.part)} %`)
  if (why.overdrawn) {
    parts.push({ en: `${why.overdrawn} of them are owed`, ar: `منها ${why.overdrawn} دين على الرصيد` }[language])
  }
  if (why.without) parts.push(WITHOUT[why.without][language])
  if (why.paidDebt)
    parts.push({ en: `${why.paidDebt} paid what was owed`, ar: `سُدّد بها دين قدره ${why.paidDebt}` }[language])
  return parts.join(language === 'ar' ? '، ' : ', ')
}

function orderInWords({ rate, currency, counted, tier, day, lines, exact, rounding, capped }: Why, language: Language) {
  const money = (minor: number) => (currency ? `${decimalText(minor, currency)} ${currency}` : String(minor))
  const parts: string[] = []
  if (rate && counted !== undefined) {
    const [each, of] = [money(rate.per), money(counted)]
    parts.push(
      { en: `${rate.points} for each ${each} of ${of}`, ar: `${rate.points} عن كل ${each} من ${of}` }[language],
    )
  }
  for (const { category, times } of lines ?? []) parts.push(`× ${times} ${category}`)
  for (const one of [tier, day]) if (one) parts.push(`× ${one.times} ${one.key}`)
  if (exact && rounding && !/\.00$/.test(exact)) parts.push(`= ${exact}, ${ROUNDED[rounding]?.[language]}`)
  if (capped !== undefined) parts.push({ en: `at most ${capped} a day`, ar: `بحد أقصى ${capped} في اليوم` }[language])
  return parts
}

const share = ({ amount, of }: NonNullable<Why['part']>) => (of === 0 ? 100 : Math.round((amount * 10_000) / of) / 100)
