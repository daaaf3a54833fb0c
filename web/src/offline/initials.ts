/** `Noora Al Balushi` → `N. B.`, `نورة البلوشية` → `ن. ب.`: the part of a name shown before sign-in. */
export function initialsOf(name: string): string | null {
  const words = name
    .split(/[\s\p{P}]+/u)
    .map(withoutArticle)
    .filter(Boolean)
  const ends = words.length > 1 ? [words.at(0)!, words.at(-1)!] : words
  return ends.map((word) => `${[...word][0]!.toLocaleUpperCase()}.`).join('\u00a0') || null
}

const withoutArticle = (word: string) => word.replace(/^(ال(?=\p{L}{3})|al$)/iu, '')
