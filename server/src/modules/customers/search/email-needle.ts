import { type Needle, UNTOLD, written } from './needle.ts'
import { emailBeginning, emailTerm } from './terms.ts'

/** Three letters of an e-mail or more. */
export function emailNeedle(typed: string): Needle {
  const beginning = emailBeginning(typed)
  return {
    terms: beginning === undefined ? UNTOLD : written([emailTerm(typed)], [beginning]),
    fit({ email }) {
      if (beginning === undefined || !email.startsWith(typed)) return null
      return { match: email === typed ? 'exact' : 'prefix', field: 'email' }
    },
  }
}
