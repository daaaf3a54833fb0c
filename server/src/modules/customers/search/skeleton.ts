/**
 * What is left of a name word, in either script, without its vowels and the finer differences between consonants:
 * `سعيد`, `Said` and `Saeed` are all `sd`. At most three readings, because `th` may be ث or ذ. An opening is the first
 * consonant before a long vowel (`s~`): it lets a half-typed `Saee`, which has no second consonant yet, find `سعيد`.
 */
export function sketch(word: string): { skeletons: string[]; openings: string[] } {
  const drafts = draftsOf(word)
  return {
    skeletons: distinct(drafts.map((draft) => draft.replace(LATER_VOWELS, '').replace(DOUBLED, '$1'))),
    openings: distinct(drafts.map((draft) => (OPENING.test(draft) ? `${draft[0]}~` : ''))),
  }
}

const MAX_READINGS = 3

/** Sound → its spellings. A spelling under two sounds has two readings, the upper one first. */
const SOUNDS: Record<string, string> = {
  a: 'a e i o u ا ة',
  aa: 'ع',
  b: 'b p bh ب پ',
  t: 't th ت ط ث ٹ تح',
  d: 'd dh th د ض ذ ڈ ده دح',
  z: 'z dh ز ظ ذ ض',
  s: 's س ص ث',
  š: 'sh ch sch tch ش چ تش سح سه',
  k: 'k c q ck kh ch ك ق خ',
  g: 'g j gh jh dj zh ج غ گ ژ',
  f: 'f v ph ف ڤ',
  h: 'h ح ه ة',
  l: 'l ل',
  m: 'm م',
  n: 'n hn ن',
  r: 'r ر ڑ',
  w: 'w wh v و',
  y: 'y ي',
  ks: 'x',
  hn: 'hn',
  th: 'تح',
  dh: 'ده دح',
  sh: 'سح سه',
}
const READINGS = new Map<string, string[]>()
for (const [sound, spellings] of Object.entries(SOUNDS)) {
  for (const spelling of spellings.split(' ')) READINGS.set(spelling, [...(READINGS.get(spelling) ?? []), sound])
}
const SPELLING = new RegExp([...READINGS.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

const LATER_VOWELS = /(?<=.)[awy]/g
const DOUBLED = /(.)\1+/g
const OPENING = /^[^awy](?:[wy]|a[awy])/

function draftsOf(word: string): string[] {
  let drafts = ['']
  const spelled = word
    .replace(/c(?=[eiy])/g, 's')
    .replace(/(?<=[aeiou])h$/, 'ة') // Fatimah, but also Saleh
    .replace(/(?<=..)ه$/, '')
  for (const spelling of spelled.match(SPELLING) ?? []) {
    const sounds = READINGS.get(spelling)!
    drafts =
      sounds.length === 1
        ? drafts.map((draft) => draft + sounds[0])
        : drafts.flatMap((draft) => sounds.map((sound) => draft + sound)).slice(0, MAX_READINGS)
  }
  return drafts
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)].filter(Boolean)
}
