import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { fieldRule } from '../../../../kit/field-rules.ts'
import { unfitField } from '../../../../kit/invalid.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { PASSWORD_COMMON } from '../problems.ts'
import { NewPassword } from '../shapes.ts'
import { withoutWords } from './without-words.ts'

/** Fewer than a million guesses: common, breached, a keyboard row, or made of known facts about the person. */
const WEAK_BELOW = 2
/** Its time grows faster than the length. A password that is strong up to here is strong. */
const LOOKED_AT = 24

type About = readonly (string | null | undefined)[]

/** Refuses an easily guessed password. `about` is what a guesser knows: names, e-mail, the business. */
export async function requireStrong(password: string, about: About, field = 'password'): Promise<void> {
  if (await isWeak(password, about)) throw unfitField(field, PASSWORD_COMMON)
}

/** The same for a form that is refused for another reason: with the values of the form. */
export const passwordRule = fieldRule(NewPassword, async (ctx, password, given) => {
  const { slug, name, name2 } = await tenantDefaults(ctx)
  const typed = ['email', 'firstName', 'lastName', 'name2'].map((field) => given[field])
  const about = [slug, name, name2, ...typed.map((one) => (typeof one === 'string' ? one.slice(0, 300) : null))]
  return (await isWeak(password, about)) ? PASSWORD_COMMON : null
})

/** Known words are removed: the rest must be strong alone. */
async function isWeak(password: string, about: About): Promise<boolean> {
  const known = about
    .flatMap((one) => (one ? [one, ...one.split('@'), ...one.split(/[\s@._-]+/)] : []))
    .filter((word) => word.length > 2)
  const left = withoutWords(password, known)
  const strength = await meter()
  return [password.normalize('NFKC'), ...(left === null ? [] : [left])].some(
    (one) => strength.check(unitOf(one).slice(0, LOOKED_AT), known).score < WEAK_BELOW,
  )
}

/** The repeated unit of a password, or itself. Repetition adds no strength. */
function unitOf(password: string): string {
  for (let length = 1; length <= password.length / 2; length++) {
    if (password.slice(length) === password.slice(0, -length)) return password.slice(0, length)
  }
  return password
}

let loading: Promise<ZxcvbnFactory> | undefined

/** Its dictionaries take a third of a second to load: with the first password, not at start. */
function meter(): Promise<ZxcvbnFactory> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs }),
  )
  return loading
}
