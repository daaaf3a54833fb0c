/** A part over and over (1212), each digit twice (1122), there and back (1221), or a year. */
const GUESSED_FIRST = /^(?:(\d+?)\1+|(?:(\d)\2)+|(\d)(\d)\4\3|(?:19|20)\d\d)$/
/** Columns and corners of the keys, and the most frequent PINs beside them. */
const TAKEN_MOST = ['2580', '0852', '1470', '0741', '3690', '0963', '1397', '1379', '7931', '1004', '1342']

/** A pattern, or digits in a row. */
export function isGuessedFirst(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  const isRow = steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
  return isRow || GUESSED_FIRST.test(pin) || TAKEN_MOST.includes(pin)
}
