import type { Face } from '../../session/face.tsx'
import type { Customer } from '../../session/session.ts'
import { personFrom } from '../typed.ts'

/** The data of the customer's screen: as little as possible about the customer. */
export interface Shown {
  readonly language: 'en' | 'ar'
  readonly business: {
    readonly name: string
    readonly name2: string | null
    /** A till that was loaded before a release does not say it. */
    readonly country?: string
    readonly face?: Face | undefined
  }
  readonly person: { readonly greeted: string | null; readonly phone: string | null } | null
  readonly reading: Reading | null
}
export interface Reading {
  readonly title: string
  readonly text: string
  readonly language: 'en' | 'ar'
}

export const CHANNEL = 'kith.second-screen'
/** Requests the current state from the till. */
export const HELLO = 'hello'
/** How often the till repeats its message, and after how long without one the screen is empty. */
export const REPEAT_MS = 20_000
/** A background window is woken once a minute. */
export const SILENCE_MS = 90_000

const SHOWN_DIGITS = 4

type Person = Pick<Customer, 'type' | 'firstName' | 'preferredName' | 'name2' | 'phone' | 'locale'>

/** The only form that leaves the till: the other window never gets hidden data. */
export function maskedPerson({ type, firstName, preferredName, name2, phone, locale }: Person) {
  const other = locale === 'ar' && name2 ? personFrom(name2).firstName : undefined
  return {
    greeted: type === 'guest' ? null : (preferredName ?? other ?? firstName),
    phone: phone && maskedPhone(phone),
  }
}

/** `+96890123457` → `•••• 3457` */
export const maskedPhone = (phone: string) => `•••• ${phone.replace(/[^\p{Nd}]/gu, '').slice(-SHOWN_DIGITS)}`
