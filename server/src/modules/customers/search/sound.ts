import { cache } from '../../../kit/caches.ts'

/**
 * How a name word sounds, in either script: its consonants, without the finer differences between them, and after each of
 * them the vowels that are written. `Saeed` is `s`, `aee`, `d`; `سعيد` is `s`, `EY`, `d`. A word that begins with a vowel
 * has `a` for its first consonant.
 */
export interface Sound {
  readonly consonants: string
  /** As many as consonants. Latin vowels as they are, Arabic ones as capitals: alif, waw, ya, ayn as E. */
  readonly vowels: readonly string[]
  readonly end: End
  /** The last vowels without the end. */
  readonly beforeEnd: string
  readonly arabic: boolean
}

/** How a word ends: in a consonant, in a vowel; `y` is ي, also where it is read a; `e` may be silent; `?` is ع. */
export type End = '' | 'a' | 'i' | 'u' | 'y' | 'e' | '?'

const MAX_READINGS = 4

/** Sound → its spellings. A spelling under two sounds has two readings, the upper one first. */
const CONSONANTS: Record<string, string> = {
  b: 'b p bh ب پ',
  t: 't th ت ط ث ٹ تح',
  d: 'd dh th د ض ذ ڈ ده دح',
  z: 'z dh ز ظ ذ ض',
  s: 's س ص ث',
  š: 'sh ch sch tch ش چ تش سح سه',
  k: 'k c q ck kh ch ك ق خ',
  g: 'g j gh jh dj zh ج غ گ ژ',
  f: 'f v ph ف ڤ',
  h: 'h ح ه',
  l: 'l ل',
  m: 'm م',
  n: 'n hn ن',
  r: 'r ر ڑ',
  ks: 'x',
  hn: 'hn',
  th: 'تح',
  dh: 'ده دح',
  sh: 'سح سه',
}
const VOWELS = { a: 'a', e: 'e', i: 'i', o: 'o', u: 'u', w: 'w wh v', y: 'y', A: 'ا', W: 'و', Y: 'ي', E: 'ع', T: 'ة' }
const VOWEL = /[aeiouwyAWYET]/
const CONSONANT = /([^aeiouwyAWYET])/

const READINGS = new Map<string, string[]>()
for (const [sound, spellings] of Object.entries({ ...CONSONANTS, ...VOWELS })) {
  for (const spelling of spellings.split(' ')) READINGS.set(spelling, [...(READINGS.get(spelling) ?? []), sound])
}
const SPELLING = new RegExp([...READINGS.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
const ARABIC = /\p{Script=Arabic}/u

/** Few words make most names. */
const heard = cache<string, readonly Sound[]>('sounds of words', { max: 5_000 })

/** At most three readings, because `th` may be ث or ذ; none of what has no letter that is heard. */
export function soundsOf(word: string): readonly Sound[] {
  let sounds = heard.get(word)
  if (!sounds) {
    sounds = read(word)
    heard.set(word, sounds)
  }
  return sounds
}

function read(word: string): Sound[] {
  const arabic = ARABIC.test(word)
  const drafts = [...new Set(spellingsOf(word).flatMap(draftsOf))].filter(Boolean).slice(0, MAX_READINGS)
  return drafts.map((draft) => soundOf(arabic ? draft : draft.replace(DOUBLED, '$1'), arabic))
}

/** Written three times it is no spelling of anything. */
const DOUBLED = /([^aeiouwy])\1/g

/** What is written one way and read in two: the last h of Saleh and Fatimah, the ه of نزيه and فاطمه. */
const ALSO_READ: readonly (readonly [RegExp, string])[] = [
  [/(?<=[aeiou])h$/, ''],
  [/(?<=..)ه$/, 'ة'],
  [/(?<=..ي)ه$/, ''],
  [/(?<=[^s])s$|(?<=[aeiouyn])s(?=en|i?n|b)/, 'z'],
  [/c(?=[ei])|(?<=i)c$/g, 'tch'],
  [/gh(?=t)|g(?=n[aei]|li)/g, ''],
  [/(?<=[eo])t$/, ''],
]

function spellingsOf(word: string): string[] {
  const also = ALSO_READ.flatMap(([form, read]) => (word.search(form) < 0 ? [] : [word.replace(form, read)]))
  const spelled = [...also, word].map((one) => one.replace(/c(?=[eiy])/g, 's').replace(/a(?=[^aeiouwy]e$)/, 'ae'))
  return spelled.map((one) => one.replace(/^(.ه)$/, '$1ا'))
}

function draftsOf(spelled: string): string[] {
  let drafts = ['']
  for (const spelling of spelled.match(SPELLING) ?? []) {
    const sounds = READINGS.get(spelling)!
    drafts =
      sounds.length === 1
        ? drafts.map((draft) => draft + sounds[0])
        : drafts.flatMap((draft) => sounds.map((sound) => draft + sound)).slice(0, MAX_READINGS)
  }
  return drafts
}

function soundOf(draft: string, arabic: boolean): Sound {
  const begins = draft[0]!
  const [head, rest] = /[wyWY]/.test(begins)
    ? [begins.toLowerCase(), draft.slice(1)]
    : VOWEL.test(begins)
      ? ['a', draft]
      : ['', draft]
  const parts = rest.split(CONSONANT)
  const consonants = head + parts.filter((_, n) => n % 2 === 1).join('')
  const vowels = parts.filter((_, n) => n % 2 === 0).slice(head === '' ? 1 : 0)
  return { consonants, vowels, ...endOf(vowels.at(-1)!), arabic }
}

const ENDS: readonly (readonly [RegExp, End])[] = [
  [/(?:ie|ee|ey|ye|i|y)$/, 'i'],
  [/(?:eau|oo|ou|ow|oe|ue|o|u|w|W)$/, 'u'],
  [/(?:a+|A|T)$/, 'a'],
  [/e$/, 'e'],
  [/Y+E?$/, 'y'],
  [/E$/, '?'],
]

function endOf(vowels: string): Pick<Sound, 'beforeEnd' | 'end'> {
  for (const [form, end] of ENDS) {
    const found = form.exec(vowels)
    if (found) return { beforeEnd: vowels.slice(0, found.index), end }
  }
  return { beforeEnd: vowels, end: '' }
}
