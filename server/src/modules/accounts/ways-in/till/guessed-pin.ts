/** A repeated part (1212), doubled digits (1122), a palindrome (1221), or a year. */
const GUESSED_FIRST = /^(?:(\d+?)\1+|(?:(\d)\2)+|(\d)(\d)\4\3|(?:19|20)\d\d)$/
/** Columns and corners of the keypad, and the most frequent other PINs. */
const TAKEN_MOST = ['2580', '0852', '1470', '0741', '3690', '0963', '1397', '1379', '7931', '1004', '1342']

/** A pattern, or consecutive digits. */
export function isGuessedFirst(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]))
  const isRow = steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
  return isRow || GUESSED_FIRST.test(pin) || TAKEN_MOST.includes(pin)
}
