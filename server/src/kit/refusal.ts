import type { Language } from './language.ts'
import { triesLeftOf, waitOf } from './spans.ts'

export type { Language }
export type Text = Readonly<Record<Language, string>>

/** An error that the caller can act on. Anything else thrown is a bug and becomes a 500. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly facts: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(kind: RefusalKind, facts: Record<string, unknown>, headers: Record<string, string>) {
    super(kind.code)
    this.name = 'Refusal'
    this.kind = kind
    this.facts = facts
    this.headers = headers
  }
}

export interface RefusalKind {
  readonly code: string
  readonly status: number
  /** `{wait}` is replaced by the time of Retry-After, in words. */
  readonly text: Text
  /** The path parameter of a moved resource. The detail of the same name is its new id: a read is redirected. */
  readonly moved?: string
}

const texts = new Map<string, Text>()
/** What the refusal with this code says to people. */
export const refusalText = (code: string): Text | undefined => texts.get(code)

/** Declares a refusal once, in a contract; calling the result creates one to throw. The details are part of the response. */
export function refusal(code: string, status: number, text: Text, more: Pick<RefusalKind, 'moved'> = {}) {
  const kind: RefusalKind = { code, status, text, ...more }
  texts.set(code, text)
  return Object.assign(
    (facts: Record<string, unknown> = {}, headers: Record<string, string> = {}) => new Refusal(kind, facts, headers),
    kind,
  )
}

/** RFC 9457, in the caller's language. */
export function problem(refused: Refusal, language: Language, requestId: string) {
  const { kind, facts } = refused
  const instance = `urn:uuid:${requestId}`
  return {
    ...facts,
    type: `urn:kith:problem:${kind.code}`,
    code: kind.code,
    status: kind.status,
    title: said(refused, language),
    instance,
    requestId,
  }
}

/** For people: “Too many attempts; try again in 5 minutes.” */
export function said({ kind, headers, facts }: Saying, language: Language): string {
  const seconds = Number(headers['retry-after'])
  const wait = seconds > 0 ? waitOf(seconds, language) : { en: 'later', ar: 'لاحقًا' }[language]
  const text = kind.text[language].replace('{wait}', wait)
  const left = facts?.['triesLeft']
  return typeof left === 'number' ? `${text} ${triesLeftOf(left, language)}` : text
}
type Saying = Pick<Refusal, 'kind' | 'headers'> & { readonly facts?: Refusal['facts'] }

export const Unauthenticated = refusal('unauthenticated', 401, {
  en: 'This needs a valid API key or access token, as “Authorization: Bearer …”, or the cookie of a session.',
  ar: 'يتطلب هذا الطلب مفتاح واجهة برمجية أو رمز دخول صالحًا في ترويسة Authorization، أو جلسة مفتوحة.',
})
export const TenantNeeded = refusal('tenant_needed', 400, {
  en: 'Name the business: put its slug in X-Kith-Tenant.',
  ar: 'حدّد المنشأة المقصودة: ضع معرّفه في ترويسة X-Kith-Tenant.',
})
export const TenantUnknown = refusal('tenant_unknown', 404, {
  en: 'There is no business with this name here.',
  ar: 'لا توجد هنا منشأة بهذا الاسم.',
})
export const ForeignOrigin = refusal('foreign_origin', 403, {
  en: 'This call came from a page of another site.',
  ar: 'جاء هذا الطلب من صفحة تابعة لموقع آخر.',
})
export const SignInNeeded = refusal('sign_in_needed', 403, {
  en: 'This needs a signed-in account; an API key has none.',
  ar: 'يتطلب هذا حسابًا مسجّل الدخول، ومفتاح الواجهة البرمجية لا حساب له.',
})
export const ProofNeeded = refusal('proof_needed', 403, {
  en: 'Please confirm your identity again, then retry.',
  ar: 'أكّد هويتك من جديد ثم أعد المحاولة.',
})
export const Forbidden = refusal('forbidden', 403, {
  en: 'Your role does not include this permission.',
  ar: 'صلاحياتك لا تشمل هذا الإجراء.',
})
export const NotFound = refusal('not_found', 404, {
  en: 'There is nothing at this address.',
  ar: 'لا يوجد شيء في هذا العنوان.',
})
export const RecordDamaged = refusal('record_damaged', 409, {
  en: 'This record is damaged: it can be viewed, but not used or changed until it is repaired.',
  ar: 'هذا السجل تالف: يمكن الاطلاع عليه، ولا يمكن استخدامه أو تعديله قبل إصلاحه.',
})
export const Invalid = refusal('invalid', 422, {
  en: 'Please check the highlighted fields.',
  ar: 'يرجى مراجعة الحقول المشار إليها.',
})
export const MalformedJson = refusal('malformed_json', 400, {
  en: 'The body is not valid JSON.',
  ar: 'محتوى الطلب ليس JSON صالحًا.',
})
export const MalformedRequest = refusal('malformed_request', 400, {
  en: 'The server does not understand this request.',
  ar: 'لم يفهم الخادم هذا الطلب.',
})
export const MalformedAddress = refusal('malformed_address', 400, {
  en: 'The URL contains invalid characters.',
  ar: 'يحتوي العنوان على محارف غير مسموح بها.',
})
export const AddressTooLong = refusal('address_too_long', 414, {
  en: 'The URL is too long.',
  ar: 'العنوان أطول من المسموح به.',
})
export const ExpectationFailed = refusal('expectation_failed', 417, {
  en: 'The server does not support what the Expect header asks for.',
  ar: 'لا يدعم الخادم ما تطلبه ترويسة Expect.',
})
export const RequestTimeout = refusal('request_timeout', 408, {
  en: 'This request took too long to arrive.',
  ar: 'استغرق وصول هذا الطلب وقتًا طويلًا.',
})
export const HeadersTooLarge = refusal('headers_too_large', 431, {
  en: 'The headers of this request are too large.',
  ar: 'حجم ترويسات الطلب أكبر من المسموح به.',
})
export const TooLarge = refusal('too_large', 413, {
  en: 'The body is too large for this endpoint.',
  ar: 'حجم الطلب أكبر من المسموح به.',
})
export const WrongContentType = refusal('wrong_content_type', 415, {
  en: 'The body must be sent as application/json.',
  ar: 'يجب إرسال المحتوى بصيغة application/json.',
})
export const TooManyRequests = refusal('too_many_requests', 429, {
  en: 'Too many attempts; try again {wait}.',
  ar: 'محاولات كثيرة؛ أعد المحاولة {wait}.',
})
export const Overloaded = refusal('overloaded', 503, {
  en: 'The server is busy or stopping; try again in a moment.',
  ar: 'الخادم مشغول أو قيد التوقف؛ حاول بعد لحظات.',
})
export const DatabaseAway = refusal('database_away', 503, {
  en: 'The database is not responding; try again {wait}.',
  ar: 'قاعدة البيانات لا تستجيب الآن؛ أعد المحاولة {wait}.',
})
export const OutcomeUnknown = refusal('outcome_unknown', 503, {
  en: 'The connection to the database was lost while saving: the change may or may not be saved. Check before you repeat it.',
  ar: 'انقطعت قاعدة البيانات أثناء الحفظ: ربما تم الحفظ وربما لم يتم. تحقق قبل أن تعيد العملية.',
})
export const DiskFull = refusal('disk_full', 503, {
  en: 'The server’s disk is full: nothing can be saved until space is freed.',
  ar: 'قرص الخادم ممتلئ: لا يمكن حفظ أي شيء حتى تتوفر مساحة.',
})
export const InternalError = refusal('internal_error', 500, {
  en: 'Something went wrong on our side. The request id helps us find it.',
  ar: 'حدث خطأ لدينا. رقم الطلب يساعدنا على العثور عليه.',
})
export const VersionConflict = refusal('version_conflict', 412, {
  en: 'This was changed by someone else in the meantime; reload it and repeat your change.',
  ar: 'عدّل شخص آخر هذا السجل في الأثناء؛ اقرأه مجددًا وأعد التعديل.',
})
