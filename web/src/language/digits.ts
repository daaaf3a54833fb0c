const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/g

/** With Arabic and Persian digits converted to the API's. */
export const plainDigits = (typed: string): string =>
  typed.replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 0xf))

/** Only the digits of typed or pasted text. */
export const digitsOf = (typed: string): string => plainDigits(typed).replace(/\D/g, '')
