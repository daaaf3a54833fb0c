interface Named {
  readonly label: string
  /** Other words for it, with commas. */
  readonly words: string
}

interface Ranked<Command> {
  readonly hits: readonly Command[]
  /** What was typed is what it is called, so it comes before customers. */
  readonly isSure: boolean
}

/** The commands that fit, the best first: by the whole name, by its beginning, then by the beginnings of its words. */
export function ranked<Command extends Named>(commands: readonly Command[], typed: string): Ranked<Command> {
  const wanted = plain(typed)
  const tried = commands
    .map((command) => ({ command, rank: rankOf(command, wanted) }))
    .filter(({ rank }) => rank < NONE)
    .sort((a, b) => a.rank - b.rank)
  return { hits: tried.map(({ command }) => command), isSure: (tried[0]?.rank ?? NONE) <= SURE }
}

const SURE = 1
const NONE = 5

function rankOf({ label, words }: Named, wanted: string): number {
  const phrases = [label, ...words.split(/[,،]/)].map(plain)
  const parts = wanted.split(' ')
  const begin = (among: readonly string[]) => parts.every((part) => among.some((word) => word.startsWith(part)))
  if (phrases.includes(wanted)) return 0
  if (parts.length > 1 && phrases.some((phrase) => phrase.startsWith(wanted))) return SURE
  if (phrases[0]!.startsWith(wanted)) return 2
  if (phrases.some((phrase) => begin(phrase.split(' ')))) return 3
  return begin(phrases.flatMap((phrase) => phrase.split(' '))) ? 4 : NONE
}

/** Without marks and articles, and with one form of each letter. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f]/g, '')
    .replace(/ٱ/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .join(' ')
