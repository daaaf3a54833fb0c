const LINK = /(https?:\/\/\S+)/
const CODE = /(?<!\d)\d{6}(?!\d)/

interface Part {
  readonly at: number
  readonly isLink: boolean
  readonly part: string
}

/** A text split into links and the rest. Only http, so that a template cannot run scripts. */
export const partsOf = (text: string): Part[] =>
  text.split(LINK).map((part, at) => ({ at, isLink: at % 2 === 1, part }))

/** The code of a message, if any; links contain digits too. */
export function codeIn(template: string, text: string | null): string | null {
  if (!/code|verify/.test(template) || text === null) return null
  const words = partsOf(text).filter(({ isLink }) => !isLink)
  return CODE.exec(words.map(({ part }) => part).join(' '))?.[0] ?? null
}
