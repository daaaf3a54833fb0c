import { type Fit, MATCHES, type Match, type Needle } from './needle.ts'
import type { Described, Word } from './person.ts'
import { type Sound, soundsOf } from './sound.ts'
import { beginningTermsMeeting, mayOpen, openingTermsMeeting, soundTermsMeeting } from './sound-terms.ts'
import { mayBecome, soundAlike } from './sounds-meet.ts'
import { textTerm, wordTerm } from './terms.ts'

/** @param typing whether more letters may follow: only then is the beginning of a sound enough */
export function wordNeedle(word: Word, typing: boolean): Needle {
  // `al s` is on its way to `al said`: the single letter says nothing that `als` does not.
  const forms = word.some((form) => form.length > 1) ? word.filter((form) => form.length > 1) : word
  const sounds = forms.filter(isDistinctive).flatMap(soundsOf)
  const beginnings = typing ? sounds.filter(isBegun) : []
  const openings = typing && beginnings.length === 0 ? sounds : []
  const begun = forms.flatMap((form) => textTerm(form) ?? [])
  const alike = [...begun, ...sounds.flatMap(soundTermsMeeting)]
  const becoming = [...beginnings.flatMap(beginningTermsMeeting), ...openings.flatMap(openingTermsMeeting)]
  const fits: Readonly<Record<Match, (its: Word) => boolean>> = {
    exact: (its) => its.some((form) => forms.includes(form)),
    prefix: (its) => its.some((form) => forms.some((typed) => form.startsWith(typed))),
    sounds_like: soundsLike,
  }
  return {
    terms: {
      exact: forms.map(wordTerm),
      prefix: begun.length > 0 ? begun : null,
      sounds_like: begun.length > 0 ? alike : null,
      typing: begun.length > 0 ? [...alike, ...becoming] : null,
    },
    fit: (person) => bestOf(person, fits),
  }

  function soundsLike([plainest = '', ...others]: Word): boolean {
    const its = soundsOf(plainest)
    if (some([...its, ...others.flatMap(soundsOf)], sounds, soundAlike)) return true
    return (
      some(its, beginnings, (one, typed) => mayBecome(typed, one)) ||
      some(its, openings, (one, typed) => mayOpen(typed, one))
    )
  }
}

/** All words are tried for the better match before one is for the next. */
function bestOf({ names }: Described, fits: Readonly<Record<Match, (word: Word) => boolean>>): Fit | null {
  for (const match of MATCHES) {
    const found = names.find(({ words }) => words.some(fits[match]))
    if (found) return { match, field: found.field }
  }
  return null
}

/** Two Arabic letters say as much as three Latin ones, since Arabic leaves short vowels out. */
function isDistinctive(form: string): boolean {
  return form.length >= (ARABIC.test(form) ? 2 : 3)
}

/** Two Latin consonants alone begin too many names. */
const isBegun = ({ consonants, vowels, arabic }: Sound) =>
  consonants.length > 2 || (consonants.length === 2 && (arabic || vowels.some((some) => some !== '')))

const ARABIC = /\p{Script=Arabic}/u

const some = (ones: readonly Sound[], others: readonly Sound[], meet: (one: Sound, other: Sound) => boolean) =>
  ones.some((one) => others.some((other) => meet(one, other)))
