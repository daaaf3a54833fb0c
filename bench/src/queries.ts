import { diceOf, pick } from '../../server/src/demo/dice.ts'
import { type DemoPerson, demoPerson } from '../../server/src/demo/people.ts'
import type { SearchName } from './options.ts'

export interface Queries {
  readonly texts: readonly string[]
  /** What they are, for people. */
  readonly about: string
}

const SPREAD = 300
const COMMON = 20

/** What is typed at a till, drawn from the people who are in the database: always the same for so many. */
export function chooseQueries(customers: number): Record<SearchName, Queries> {
  const people = Array.from({ length: customers }, (_, n) => demoPerson(n)).filter(({ type }) => type !== 'guest')
  const omani = (phone: string | null) => (phone?.startsWith('+968') ? phone.slice(4) : null)
  return {
    'first-name': common(people, 'first names', ({ firstName }) => wordsIn(firstName).slice(0, 1)),
    'two-letters': common(people, 'two-letter beginnings', (person) =>
      wordsIn(nameOf(person)).map((word) => word.slice(0, 2)),
    ),
    arabic: common(people, 'beginnings of Arabic words, three letters', ({ name2 }) =>
      (name2?.split(' ') ?? []).flatMap((word) => (word.length > 3 ? [word.slice(0, 3)] : [])),
    ),
    'two-words': spread(people, 'first and last name', ({ firstName, lastName }) =>
      lastName === null ? null : `${firstName.split(' ')[0]} ${lastName.split(' ').at(-1)}`,
    ),
    'family-name': spread(people, 'last name', ({ lastName }) => lastName),
    'six-digits': spread(
      people,
      '6 digits from the start of the national number',
      ({ phone }) => omani(phone)?.slice(0, 6) ?? null,
    ),
    'last-four': spread(people, 'last 4 digits of the phone', ({ phone }) => omani(phone)?.slice(-4) ?? null),
    email: spread(people, '5 letters from the start of the e-mail', ({ email }) => email?.slice(0, 5) ?? null),
    'no-match': {
      texts: ['zzzqqq', 'xqzvv wkkq', 'qwrtzp', 'جججققق', 'zxqj@nowhere'],
      about: 'five texts that fit no customer',
    },
  }
}

const nameOf = ({ firstName, lastName }: DemoPerson) => `${firstName} ${lastName ?? ''}`
const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1)

/** What many people share, the most shared first. */
function common(
  people: readonly DemoPerson[],
  about: string,
  piecesOf: (person: DemoPerson) => readonly string[],
): Queries {
  const shared = tally(people, piecesOf).slice(0, COMMON)
  const texts = shared.map(([piece]) => piece)
  return {
    texts,
    about: `${texts.length} ${about} (${texts.slice(0, 6).join(', ')}, …), each of ${shared.at(-1)?.[1]} to ${shared[0]?.[1]} people`,
  }
}

/** How many people share a piece of their names, the most shared first. */
function tally(people: readonly DemoPerson[], piecesOf: (person: DemoPerson) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const person of people) {
    for (const piece of new Set(piecesOf(person))) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

function spread(people: readonly DemoPerson[], about: string, textOf: (person: DemoPerson) => string | null): Queries {
  const dice = diceOf(about.length)
  const texts: string[] = []
  while (texts.length < SPREAD) {
    const text = textOf(pick(dice, people))
    if (text !== null) texts.push(text)
  }
  return { texts, about: `${about} of ${SPREAD} people` }
}
