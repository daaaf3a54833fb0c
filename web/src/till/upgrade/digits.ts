const ZEROS = ['\u0660', '\u06f0'].map((zero) => zero.charCodeAt(0))

/** The digits in what was typed or pasted, also those of Arabic and Persian keyboards, as the API writes them. */
export function digitsOf(typed: string): string {
  return (typed.match(/[0-9\u0660-\u0669\u06f0-\u06f9]/g) ?? []).map(toPlain).join('')
}

function toPlain(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = ZEROS.findLast((zero) => code >= zero)
  return zero === undefined ? digit : String(code - zero)
}
