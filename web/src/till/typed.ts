/** Digits of both scripts, and separators between them. */
const PHONE = /(?:\+|00)?[\p{Nd}][\p{Nd}\s().-]*/u
const ENOUGH_DIGITS = 3
/** Words that are half of a first name: Abd al-…, Abu …, Umm …. */
const HALF_A_NAME = /^(عبد|أبو|ابو|أم|ام|abd|abu|umm)$/iu

export interface NewPerson {
  readonly firstName: string
  readonly lastName: string
  readonly phone: string
}

/** Splits the typed text into fields of a new customer. The cashier sees and can correct it. */
export function personFrom(typed: string): NewPerson {
  const found = PHONE.exec(typed)?.[0] ?? ''
  const isPhone = (found.match(/\p{Nd}/gu)?.length ?? 0) >= ENOUGH_DIGITS
  const words = (isPhone ? typed.replace(found, ' ') : typed).trim().split(/\s+/).filter(Boolean)
  const first = words.length > 1 && HALF_A_NAME.test(words[0]!) ? 2 : 1
  return {
    firstName: words.slice(0, first).join(' '),
    lastName: words.slice(first).join(' '),
    phone: isPhone ? found.trim() : '',
  }
}
