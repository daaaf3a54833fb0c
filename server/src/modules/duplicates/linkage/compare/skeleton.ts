/** The consonants of a word in either script, coarsely: what a slip of the ear or of the alphabet leaves as it is. */
const CLASSES: Readonly<Record<string, string>> = {
  b: 'bpبپ',
  t: 'tdتثدذضط',
  s: 'szسزصظش',
  k: 'kqcgjxقكغجخگچ',
  f: 'fvفڤ',
  l: 'lل',
  m: 'mم',
  n: 'nن',
  r: 'rر',
}
const CLASS = new Map(
  Object.entries(CLASSES).flatMap(([name, letters]) => [...letters].map((letter) => [letter, name])),
)

export function skeletonOf(word: string, most = 4): string {
  const read = word
    .replace(/ph/g, 'f')
    .replace(/[st]?ch|sh/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ث|ذ(?!$)/g, 'ت')
  let [skeleton, previous] = ['', '']
  for (const letter of read) {
    const consonant = letter === previous ? undefined : CLASS.get(letter)
    previous = letter
    if (consonant === undefined) continue
    skeleton += consonant
    if (skeleton.length === most) break
  }
  return skeleton
}
