import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import { keysOf } from '../../kit/known.ts'
import type { Language, Text } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import type { Receipt } from './contract.ts'
import { readReceipt } from './decisions.ts'
import { directionOf, escaped, showPage } from './page.ts'

interface Input {
  readonly customerId: string
  readonly eventId: string
  readonly language?: Language | undefined
}

/** For the counter's printer: labels in the reader's language, the text in the one it was agreed to in. */
export async function printReceipt({ db, caller }: Entrance, input: Input): Promise<TextStream> {
  const { language = caller.language, ...which } = input
  const receipt = await inTenant(db, { ...caller, language }, (ctx) => readReceipt(ctx, which), { readOnly: true })
  const title = TITLES[receipt.decision][language]
  return showPage({ language, title, body: bodyOf(receipt, language) })
}

const TITLES: Readonly<Record<Receipt['decision'], Text>> = {
  granted: { en: 'Receipt of a consent', ar: 'إيصال موافقة' },
  withdrawn: { en: 'Receipt of a withdrawal', ar: 'إيصال سحب موافقة' },
  requested: { en: 'Receipt of a consent awaiting confirmation', ar: 'إيصال موافقة بانتظار التأكيد' },
}
const LABELS = {
  business: { en: 'Business', ar: 'المنشأة' },
  customerId: { en: 'Customer', ar: 'العميل' },
  decidedAt: { en: 'When (UTC)', ar: 'الوقت (UTC)' },
  source: { en: 'How', ar: 'الطريقة' },
  heardBy: { en: 'Heard by', ar: 'سمعه' },
  spokenTo: { en: 'Spoken to', ar: 'أُبلغ به' },
  origin: { en: 'Given at', ar: 'أُعطيت في' },
  proof: { en: 'Proof', ar: 'الإثبات' },
  version: { en: 'Version of the text', ar: 'إصدار النص' },
  sha256: { en: 'SHA-256 of the text', ar: 'بصمة النص SHA-256' },
  eventId: { en: 'Receipt', ar: 'رقم الإيصال' },
} as const satisfies Partial<Record<keyof Receipt, Text>>
const SOURCES: Readonly<Record<Receipt['source'], Text>> = {
  till: { en: 'At the till', ar: 'عند الصندوق' },
  web: { en: 'On the web', ar: 'عبر الموقع' },
  spoken: { en: 'Spoken at the counter', ar: 'شفهيًا عند الصندوق' },
  import: { en: 'Imported from another system', ar: 'مستورد من نظام آخر' },
  confirmation: { en: 'By the link in an e-mail', ar: 'عبر الرابط في البريد الإلكتروني' },
  unsubscribe: { en: 'By an unsubscribe link', ar: 'عبر رابط إلغاء الاشتراك' },
  objection: { en: 'By an objection to marketing', ar: 'باعتراض على التسويق' },
  erasure: { en: 'With the erasure of the customer', ar: 'مع محو بيانات العميل' },
}

function bodyOf(receipt: Receipt, language: Language): string {
  const values = { ...receipt, source: SOURCES[receipt.source][language] }
  const rows = keysOf(LABELS)
    .filter((name) => values[name] !== null)
    .map((name) => `<dt>${LABELS[name][language]}</dt><dd><bdi>${escaped(String(values[name]))}</bdi></dd>`)
  return `<dl>${rows.join('\n')}</dl>
<section lang="${receipt.language}" dir="${directionOf(receipt.language)}"><h2>${escaped(receipt.title)}</h2>
<article>${escaped(receipt.text)}</article></section>`
}
