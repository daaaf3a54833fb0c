import type { Fit, Match, Needle } from './needle.ts'
import type { Described, Word } from './person.ts'
import { type Sound, soundsOf } from './sound.ts'
import { beginningTermsMeeting, mayOpen, openingTermsMeeting, soundTermsMeeting } from './sound-terms.ts'
import { mayBecome, soundAlike } from './sounds-meet.ts'
import { textTerm, wordTerm } from './terms.ts'

/** @param typing whether more letters may follow: only then is the beginning of a sound enough */
export function wordNeedle(word: Word, typing: boolean): Needle {
  // `al s` is on its way to `al said`: the single letter says nothing that `als` does not.
  const forms = word.some((form) => form.length > 1) ? word.filter((form) => form.length > 1) : word
  const sounds = forms.filter(isTelling).flatMap(soundsOf)
  const beginnings = typing ? sounds.filter(isBegun) : []
  const openings = typing && beginnings.length === 0 ? sounds : []
  const begun = forms.flatMap((form) => textTerm(form) ?? [])
  const alike = [
    ...sounds.flatMap(soundTermsMeeting),
    ...beginnings.flatMap(beginningTermsMeeting),
    ...openings.flatMap(openingTermsMeeting),
  ]
  const matchOf = (its: Word): Match | null => {
    if (its.some((form) => forms.includes(form))) return 'exact'
    if (its.some((form) => forms.some((typed) => form.startsWith(typed)))) return 'prefix'
    return soundsLike(its) ? 'sounds_like' : null
  }
  return {
    terms: {
      exact: forms.map(wordTerm),
      prefix: begun.length > 0 ? begun : null,
      sounds_like: begun.length > 0 ? [...begun, ...alike] : null,
    },
    fit: (person) => bestOf(person, matchOf),
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

function bestOf({ names }: Described, matchOf: (word: Word) => Match | null): Fit | null {
  const found = new Map<Match, Fit>()
  for (const { field, words } of names) {
    for (const word of words) {
      const match = matchOf(word)
      if (match === 'exact') return { match, field }
      if (match && !found.has(match)) found.set(match, { match, field })
    }
  }
  return found.get('prefix') ?? found.get('sounds_like') ?? null
}

/** Two Arabic letters say as much as three Latin ones, since Arabic leaves short vowels out. */
function isTelling(form: string): boolean {
  return form.length >= (ARABIC.test(form) ? 2 : 3)
}

/** Two Latin consonants alone begin too many names. */
const isBegun = ({ consonants, vowels, arabic }: Sound) =>
  consonants.length > 2 || (consonants.length === 2 && (arabic || vowels.some((some) => some !== '')))

const ARABIC = /\p{Script=Arabic}/u

const some = (ones: readonly Sound[], others: readonly Sound[], meet: (one: Sound, other: Sound) => boolean) =>
  ones.some((one) => others.some((other) => meet(one, other)))
