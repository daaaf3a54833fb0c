import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorse } from './needle.ts'
import { prepareQuery } from './query.ts'
import { accepts, ahmed, finds, matchIn, word } from './search.harness.ts'
import { termsOf } from './terms.ts'

describe('the law of search', () => {
  test('who matches a query is looked up by its terms, in the stage that the match says', () => {
    let matched = 0
    let tried = 0
    fc.assert(
      fc.property(person(), person(), (someone, other) =>
        fc.assert(
          fc.property(queryAbout(someone), (q) => {
            const query = prepareQuery(q)
            for (const candidate of [someone, other]) {
              tried++
              if (!query.fit(candidate)) continue
              matched++
              if (!accepts(query.all, candidate))
                throw new Error(`${q} ${JSON.stringify(query.all)} ${JSON.stringify(candidate)}`)
              const found = matchIn(q, candidate)!
              const isLater = isWorse(found.reached, found.match)
              // Of more letters the beginning is looked up, and of five too if they may begin an e-mail.
              const isShort = q.split(/[^\p{L}\p{N}]+/u).every(({ length }) => length <= 6 && length !== 5)
              if (isLater || (isShort && found.reached !== found.match))
                throw new Error(`${q} ${JSON.stringify([found, candidate])}`)
            }
          }),
          { numRuns: 20 },
        ),
      ),
      { numRuns: 120 },
    )
    expect(matched / tried).toBeGreaterThan(0.15) // or the law is hardly tested
  })

  test('everyone is found by their own name, phone, e-mail and number', () => {
    fc.assert(
      fc.property(person(), (someone) => {
        const { firstName, lastName, name, phone, email, number } = someone
        for (const q of [`${firstName} ${lastName}`, `${lastName} ${firstName}`, name, phone, email, `${number}`]) {
          if (prepareQuery(q).all.length > 0) expect([q, finds(q, someone)]).toEqual([q, true])
        }
      }),
      { numRuns: 500 },
    )
  })

  test('no text makes it throw, and the law holds for any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), awkward(), word())
    fc.assert(
      fc.property(text, text, text, text, (name, lastName, email, q) => {
        const someone = { name, lastName, email, phone: q, companyName: q, preferredName: `${q} ${name}` }
        const query = prepareQuery(q)
        if (query.fit(someone)) expect(accepts(query.all, someone)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test.each(['a', "a'", 'abdul ', 'th', 'ال', 'al-', '9 ', '+', '#1 ', 'ﷺ', 'é', ' ', 'a.', 'cust-', 'ـ', '\ud800'])(
    'a long text of %j does not keep it for ever',
    (piece) => {
      const long = piece.repeat(100_000)
      prepareQuery(long).fit({ name: long, companyName: long, email: long, phone: long })
      termsOf({ firstName: long, lastName: long, name: long, email: long, phone: long })
    },
  )

  test('a person with names in both scripts, phone, e-mail and number has at most 60 terms', () => {
    expect(termsOf({ ...ahmed, name: 'أحمد السعيد', email: 'ahmed.said@example.com' }).length).toBeLessThanOrEqual(60)
    expect(termsOf(ahmed).length).toBeLessThanOrEqual(40)
  })
})

function person() {
  const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: most })
  const names = fc.array(word(), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const local = fc.tuple(word(), fc.constantFrom('', '.', '_', '+'), word())
  return fc.record({
    firstName: names,
    lastName: names,
    name: names,
    phone: fc
      .tuple(fc.constantFrom('968', '971', '91', '1', '44', ''), digits(10))
      .map(([code, rest]) => `+${code}${rest}`),
    email: local.map((parts) => `${parts.join('').replace(/\s/g, '')}@example.com`),
    number: fc.nat(99_999),
  })
}

type Made = ReturnType<typeof person> extends fc.Arbitrary<infer T> ? T : never

/** Pieces of what is known about a person, cut short, misspelt, swapped and mixed. */
function queryAbout({ firstName, lastName, name, phone, email, number }: Made) {
  const texts = [firstName, lastName, name, email, ...`${firstName} ${lastName} ${name}`.split(' ')]
  const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(12)).map(([text, length]) => text.slice(0, length + 1))
  const misspelt = cut.chain((text) =>
    fc.constantFrom(
      ...[
        text.toUpperCase(),
        text.replace(/[aeiou]/, 'e'),
        text.replace(/ee|i/, 'ie'),
        text.replace(/[ -]/, ''),
        `al${text}`,
      ],
    ),
  )
  const spelled = fc.constantFrom(phone, phone.slice(1), `00${phone.slice(1)}`, phone.slice(4), `0${phone.slice(4)}`)
  const digits = fc
    .tuple(spelled, fc.nat(12))
    .chain(([dialled, n]) => fc.constantFrom(dialled.slice(0, n + 1), dialled.slice(-n - 1)))
  const spaced = digits.map((text) => text.replace(/(...)/g, '$1 '))
  const numbers = fc.constantFrom(
    `${number}`,
    `#${number}`,
    `CUST-${String(number).padStart(5, '0')}`,
    `cust ${number}`,
  )
  const part = fc.oneof(cut, misspelt, digits, spaced, numbers, word())
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
}

function awkward() {
  return fc.string({
    unit: fc.constantFrom(..."ab حال'’ʿ´-.+@#09٣()éİßﷺـ\u064e\u200f\u0000\ud83d", 'abd', 'cust', 'th'),
    maxLength: 30,
  })
}
