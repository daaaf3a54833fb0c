const LINK = /(https?:\/\/\S+)/
const CODE = /(?<!\d)\d{6}(?!\d)/

interface Part {
  readonly at: number
  readonly isLink: boolean
  readonly part: string
}

/** A text with what can be followed told apart. Only http: whoever words a message cannot make it run anything. */
export const partsOf = (text: string): Part[] =>
  text.split(LINK).map((part, at) => ({ at, isLink: at % 2 === 1, part }))

/** The code that a message is about, if it is about one; links have digits too. */
export function codeIn(template: string, text: string | null): string | null {
  if (!/code|verify/.test(template) || text === null) return null
  const words = partsOf(text).filter(({ isLink }) => !isLink)
  return CODE.exec(words.map(({ part }) => part).join(' '))?.[0] ?? null
}
