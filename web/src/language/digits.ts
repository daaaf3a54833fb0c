const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/g

/** With the digits of Arabic and Persian keyboards as the API writes them. */
export const plainDigits = (typed: string): string =>
  typed.replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 0xf))

/** The digits alone in what was typed or pasted. */
export const digitsOf = (typed: string): string => plainDigits(typed).replace(/\D/g, '')
