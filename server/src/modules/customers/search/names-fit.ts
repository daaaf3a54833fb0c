import { soundsOf } from './sound.ts'
import { soundAlike } from './sounds-meet.ts'
import { wordsOf } from './words.ts'

type Text = string | null | undefined
export interface Names {
  readonly firstName?: Text
  readonly lastName?: Text
  /** The name in the other script. */
  readonly name2?: Text
}

/** Two names out of a full name, because one alone is the name of one in ten. */
const ENOUGH = 2

/** Whether a person of this name may be the one known by the other, whichever scripts the two are written in. */
export function namesFit(given: Names, known: Names): boolean {
  return spellings(known).some((theirs) => {
    const enough = Math.min(ENOUGH, theirs.length)
    return spellings(given).some((mine) => wordsInCommon(mine, theirs) >= enough)
  })
}

type Word = readonly string[]

/** Each way the whole name is written. */
function spellings({ firstName, lastName, name2 }: Names): Word[][] {
  return [`${firstName ?? ''} ${lastName ?? ''}`, name2 ?? ''].map(wordsOf).filter((words) => words.length > 0)
}

/** Each word counts once: `Mohammed Mohammed` has one in common with `Mohammed Ali`. */
function wordsInCommon(mine: readonly Word[], theirs: readonly Word[]): number {
  const left = [...theirs]
  let common = 0
  for (const word of mine) {
    const met = left.findIndex((other) => wordsMeet(word, other))
    if (met < 0) continue
    left.splice(met, 1)
    common += 1
  }
  return common
}

function wordsMeet(one: Word, other: Word): boolean {
  if (one.some((form) => other.includes(form))) return true
  const theirs = other.flatMap(soundsOf)
  return one.flatMap(soundsOf).some((mine) => theirs.some((sound) => soundAlike(mine, sound)))
}
