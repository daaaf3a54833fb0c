import { randomly } from '../../../server/src/modules/duplicates/linkage/model/random.ts'

/** People with several records each, as a file: for speed and memory. They are made up from syllables. */
export async function makePeople(count: number, write: (line: string) => void): Promise<void> {
  const next = randomly(count)
  const rare = (size: number) => Math.floor(size ** (next(1_000_000) / 1_000_000)) - 1
  const syllables =
    'ba be bo da di do fa ga ha ja ka ki la le li ma mi mo na ni no ra ri ro sa se sha ta ti wa ya za'.split(' ')
  const word = (n: number) => {
    let [left, text] = [n + 40, '']
    for (; left > 0; left = Math.floor(left / syllables.length)) text += syllables[(left * 7) % syllables.length]
    return text + 'nrdmls'[n % 6]
  }
  const slip = (text: string) => {
    const at = next(Math.max(1, text.length))
    const letter = String.fromCharCode(97 + next(26))
    return [
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + letter + text.slice(at),
      text.slice(0, at) + letter + text.slice(at + 1),
    ][next(3)]!
  }
  const digits = (n: number) => Array.from({ length: n }, () => next(10)).join('')
  const two = (n: number) => String(n).padStart(2, '0')
  write('person,first_name,last_name,birth_date,phone,email,street,city,postcode\n')
  for (let made = 0, person = 0; made < count; person++) {
    const [first, last, city] = [word(rare(4_000)), word(rare(20_000)), rare(400)]
    const born = `${1940 + next(65)}-${two(1 + next(12))}-${two(1 + next(28))}`
    const original = [
      first,
      last,
      born,
      `9${digits(7)}`,
      `${first}.${last}${next(1000)}@${word(rare(60))}.com`,
      `${1 + next(200)} ${word(rare(3_000))} street`,
      word(city),
      String(1000 + city * 11 + next(11)),
    ]
    const copies = next(5) === 0 ? 1 + next(3) : 0
    for (let copy = 0; copy <= copies && made < count; copy++, made++) {
      const record =
        copy === 0 ? original : original.map((value) => (next(10) === 0 ? '' : next(6) === 0 ? slip(value) : value))
      write(`${person},${record.join(',')}\n`)
    }
  }
}
