import type { Language } from './language.ts'
import { triesLeftOf, waitOf } from './spans.ts'

export type { Language }
export type Text = Readonly<Record<Language, string>>

/** An answer of "no" that the caller can act on. Anything else thrown is a bug and becomes a 500. */
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
  /** `{wait}` stands for what Retry-After says, in words. */
  readonly text: Text
}

/** Declares a refusal once, in a contract; calling the result makes one to throw. The facts are part of the answer. */
export function refusal(code: string, status: number, text: Text) {
  const kind: RefusalKind = { code, status, text }
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

/** For a person who reads it: “Too many tries; try again in 5 minutes.” */
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
  en: 'Say which business this is for: its slug in X-Kith-Tenant.',
  ar: 'حدّد النشاط التجاري المقصود: ضع معرّفه في ترويسة X-Kith-Tenant.',
})
export const TenantUnknown = refusal('tenant_unknown', 404, {
  en: 'There is no business with this name here.',
  ar: 'لا يوجد هنا نشاط تجاري بهذا الاسم.',
})
export const ForeignOrigin = refusal('foreign_origin', 403, {
  en: 'This call came from a page of another site.',
  ar: 'جاء هذا الطلب من صفحة تابعة لموقع آخر.',
})
export const SignInNeeded = refusal('sign_in_needed', 403, {
  en: 'This is about a login of one’s own; an API key has none.',
  ar: 'يتعلق هذا بحساب شخصي، ومفتاح الواجهة البرمجية لا حساب له.',
})
export const ProofNeeded = refusal('proof_needed', 403, {
  en: 'This needs a recent proof of who you are: prove it once more, then try again.',
  ar: 'يتطلب هذا إثباتًا حديثًا لهويتك: أثبتها مرة أخرى ثم أعد المحاولة.',
})
export const Forbidden = refusal('forbidden', 403, {
  en: 'Your role does not include this permission.',
  ar: 'صلاحياتك لا تشمل هذا الإجراء.',
})
export const NotFound = refusal('not_found', 404, {
  en: 'There is nothing at this address.',
  ar: 'لا يوجد شيء في هذا العنوان.',
})
export const Invalid = refusal('invalid', 422, {
  en: 'Some fields do not fit.',
  ar: 'بعض الحقول غير صحيحة.',
})
export const MalformedJson = refusal('malformed_json', 400, {
  en: 'The body is not valid JSON.',
  ar: 'محتوى الطلب ليس JSON صالحًا.',
})
export const TooLarge = refusal('too_large', 413, {
  en: 'The body is larger than this endpoint takes.',
  ar: 'حجم الطلب أكبر من المسموح به.',
})
export const WrongContentType = refusal('wrong_content_type', 415, {
  en: 'The body must be sent as application/json.',
  ar: 'يجب إرسال المحتوى بصيغة application/json.',
})
export const TooManyRequests = refusal('too_many_requests', 429, {
  en: 'Too many tries; try again {wait}.',
  ar: 'محاولات كثيرة؛ أعد المحاولة {wait}.',
})
export const Overloaded = refusal('overloaded', 503, {
  en: 'The server is busy or stopping; try again in a moment.',
  ar: 'الخادم مشغول أو قيد التوقف؛ حاول بعد لحظات.',
})
export const InternalError = refusal('internal_error', 500, {
  en: 'Something went wrong on our side. The request id helps us to find it.',
  ar: 'حدث خطأ لدينا. رقم الطلب يساعدنا على العثور عليه.',
})
export const VersionConflict = refusal('version_conflict', 412, {
  en: 'Somebody changed this meanwhile; read it again and repeat your change.',
  ar: 'عدّل شخص آخر هذا السجل في الأثناء؛ اقرأه مجددًا وأعد التعديل.',
})
