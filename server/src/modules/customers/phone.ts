import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { cache } from '../../kit/caches.ts'
import { unfitField } from '../../kit/invalid.ts'
import { PHONE_INVALID } from './problems.ts'

/** Read again and again within a moment: as it was typed, as it is compared, as it is stored. Empty: not a number. */
const read = cache<string, string>('phones', { max: 2_000 })

/** E.164, or null if it cannot be dialled. */
export function normalisePhone(typed: string, country: string): string | null {
  const key = `${country} ${typed}`
  const known = read.get(key) ?? parsed(typed, country) ?? ''
  read.set(key, known)
  return known === '' ? null : known
}

function parsed(typed: string, country: string): string | null {
  const here = isSupportedCountry(country) && { defaultCountry: country }
  const number = parsePhoneNumberFromString(typed, { ...here, extract: false })
  return number?.isValid() && !number.ext ? number.number : null
}

export function requirePhone(typed: string, country: string): string {
  const phone = normalisePhone(typed, country)
  if (phone === null) throw unfitField('phone', PHONE_INVALID)
  return phone
}

/** The country of this number; null for numbers without one, such as satellite phones. */
export const countryOfPhone = (phone: string): string | null => parsePhoneNumberFromString(phone)?.country ?? null

/** `+96890123456` → `+968 •••• 3456`. */
export function maskPhone(phone: string): string {
  const country = parsePhoneNumberFromString(phone)?.countryCallingCode ?? ''
  return `+${country} •••• ${phone.slice(-4)}`
}

/** `ahmed@example.com` → `a•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0]}•••${email.slice(at)}`
}
