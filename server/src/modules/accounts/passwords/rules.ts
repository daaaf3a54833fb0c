import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { unfitField } from '../../../kit/invalid.ts'

/** Fewer than a million guesses: common, breached, a keyboard row, or made of what is known about the person. */
const WEAK_BELOW = 2
/** Its time grows faster than the length. What is strong up to here is strong. */
const LOOKED_AT = 24

/** Refuses a password that is easy to guess. `about` is what a guesser knows: names, e-mail, the business. */
export async function requireStrong(
  password: string,
  about: readonly (string | null | undefined)[],
  field = 'password',
): Promise<void> {
  const known = about
    .flatMap((one) => (one ? [one, ...one.split('@'), ...one.split(/[\s@._-]+/)] : []))
    .filter((word) => word.length > 2)
  const looked = unitOf(password.normalize('NFKC')).slice(0, LOOKED_AT)
  const { score } = (await meter()).check(looked, known)
  if (score < WEAK_BELOW) throw unfitField(field, 'password_common')
}

/** What a password repeats; itself when it does not. Saying it twice makes it no better. */
function unitOf(password: string): string {
  for (let length = 1; length <= password.length / 2; length++) {
    if (password.slice(length) === password.slice(0, -length)) return password.slice(0, length)
  }
  return password
}

let loading: Promise<ZxcvbnFactory> | undefined

/** Its dictionaries take a third of a second to load: with the first password, not with the start. */
function meter(): Promise<ZxcvbnFactory> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs }),
  )
  return loading
}
