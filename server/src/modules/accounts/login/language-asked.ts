import type { Entrance } from '../../../kit/endpoint.ts'
import type { Language } from '../../../kit/refusal.ts'

const NAMES_ONE_OF_OURS = /(?:^|,)\s*(?:en|ar)\b/i

/** The language of a new customer, from the app or browser; undefined for the default of the business. */
export function languageAsked({ caller, headers }: Pick<Entrance, 'caller' | 'headers'>): Language | undefined {
  return NAMES_ONE_OF_OURS.test(String(headers['accept-language'] ?? '')) ? caller.language : undefined
}
