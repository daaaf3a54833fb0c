import type { Customer } from '../../session/session.ts'
import { personFrom } from '../typed.ts'

/** What the customer sees on their side of the counter: nothing that says more of them than that they stand there. */
export interface Shown {
  readonly language: 'en' | 'ar'
  readonly business: { readonly name: string; readonly name2: string | null }
  readonly person: { readonly greeted: string | null; readonly phone: string | null } | null
  readonly reading: Reading | null
}
export interface Reading {
  readonly title: string
  readonly text: string
  readonly language: 'en' | 'ar'
}

export const CHANNEL = 'kith.second-screen'
/** Asks the till to say it again. */
export const HELLO = 'hello'
/** How often the till says again what is shown, and after how long without it nobody stands there. */
export const REPEAT_MS = 20_000
/** A window in the background is heard of once a minute. */
export const SILENCE_MS = 90_000

const SHOWN_DIGITS = 4

type Person = Pick<Customer, 'type' | 'firstName' | 'preferredName' | 'name2' | 'phone' | 'locale'>

/** Leaves the till only so: the other window never gets what it must not show. */
export function maskedPerson({ type, firstName, preferredName, name2, phone, locale }: Person) {
  const other = locale === 'ar' && name2 ? personFrom(name2).firstName : undefined
  return {
    greeted: type === 'guest' ? null : (preferredName ?? other ?? firstName),
    phone: phone && maskedPhone(phone),
  }
}

/** `+96890123457` → `•••• 3457` */
export const maskedPhone = (phone: string) => `•••• ${phone.replace(/[^\p{Nd}]/gu, '').slice(-SHOWN_DIGITS)}`
