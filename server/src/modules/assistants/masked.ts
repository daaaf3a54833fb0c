import { maskEmail, maskPhone } from '../customers/index.ts'

const EMAIL = /[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+/g
const PHONE = /\+\d[\d\s()-]{5,18}\d/g
const IS_PHONE = /phone/i

/** For callers without `customers:contacts`: the same with every phone and e-mail masked, also within a text. */
export function masked(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return maskedText(value, field)
  if (Array.isArray(value)) return value.map((one) => masked(one, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, name)]))
}

export function maskedText(text: string, field = ''): string {
  // One that came masked stays so.
  if (IS_PHONE.test(field) && /^[^•]*\d{4}$/.test(text)) return maskPhone(text)
  return text.replace(EMAIL, maskEmail).replace(PHONE, (phone) => maskPhone(phone.replace(/[^+\d]/g, '')))
}
