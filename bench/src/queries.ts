import { type Dice, diceOf, pick } from '../../server/src/demo/dice.ts'
import { type DemoPerson, demoPerson } from '../../server/src/demo/people.ts'

export interface Queries {
  readonly texts: readonly string[]
  /** What they are, for people. */
  readonly about: string
}

const SPREAD = 300
const RAREST = 60
const COMMON_SHARE = 0.02

/** What somebody at a till would type, drawn from the people who are in the database: always the same for so many. */
export function chooseQueries(
  customers: number,
): Record<'prefix' | 'rare' | 'two-words' | 'digits' | 'arabic', Queries> {
  const people = Array.from({ length: customers }, (_, n) => demoPerson(n)).filter(({ type }) => type !== 'guest')
  return {
    prefix: commonPrefixes(people, customers),
    rare: rareWords(people),
    'two-words': spread(people, 'first and last name', ({ firstName, lastName }) =>
      lastName === null ? null : `${firstName.split(' ')[0]} ${lastName.split(' ').at(-1)}`,
    ),
    digits: spread(people, '6 or 7 digits, from the start of the national number or its end', ({ phone }, dice) =>
      phone?.startsWith('+968') ? sixOrSeven(phone.slice(4), dice) : null,
    ),
    arabic: spread(people, 'one Arabic word of a name', ({ name2 }, dice) =>
      name2 === null ? null : pick(dice, name2.split(' ')),
    ),
  }
}

function commonPrefixes(people: readonly DemoPerson[], customers: number): Queries {
  const shared = tally(people, (word) => (word.length < 3 ? null : word.slice(0, 3)))
  const common = shared.filter(([, count]) => count >= customers * COMMON_SHARE)
  const counts = common.map(([, count]) => count)
  return {
    texts: common.map(([prefix]) => prefix),
    about: `${common.length} three-letter beginnings (${common.map(([prefix]) => prefix).join(', ')}), each of the names of ${counts.at(-1)} to ${counts[0]} people`,
  }
}

function rareWords(people: readonly DemoPerson[]): Queries {
  const rare = tally(people, (word) => (word.length < 4 ? null : word)).slice(-RAREST)
  return {
    texts: rare.map(([word]) => word),
    about: `the ${rare.length} rarest spellings of words of names, each of ${rare.at(-1)![1]} to ${rare[0]![1]} people; hundreds may sound like it, and the search finds those too`,
  }
}

/** How many people share a piece of a word of their names, the most shared first. */
function tally(people: readonly DemoPerson[], pieceOf: (word: string) => string | null): [string, number][] {
  const counts = new Map<string, number>()
  for (const { firstName, lastName } of people) {
    const words = `${firstName} ${lastName ?? ''}`.toLowerCase().split(/[^a-z]+/)
    for (const piece of new Set(words.map(pieceOf))) {
      if (piece !== null) counts.set(piece, (counts.get(piece) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

function spread(
  people: readonly DemoPerson[],
  about: string,
  textOf: (person: DemoPerson, dice: Dice) => string | null,
): Queries {
  const dice = diceOf(about.length)
  const texts: string[] = []
  while (texts.length < SPREAD) {
    const text = textOf(pick(dice, people), dice)
    if (text !== null) texts.push(text)
  }
  return { texts, about: `${about} of ${SPREAD} people` }
}

function sixOrSeven(national: string, dice: Dice): string {
  const length = dice() < 0.5 ? 6 : 7
  return dice() < 0.5 ? national.slice(0, length) : national.slice(-length)
}
