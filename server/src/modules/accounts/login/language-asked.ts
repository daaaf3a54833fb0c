import type { Entrance } from '../../../kit/endpoint.ts'
import type { Language } from '../../../kit/refusal.ts'

const NAMES_ONE_OF_OURS = /(?:^|,)\s*(?:en|ar)\b/i

/** What the app or browser of somebody new says of their language; undefined leaves it to the business. */
export function languageAsked({ caller, headers }: Pick<Entrance, 'caller' | 'headers'>): Language | undefined {
  return NAMES_ONE_OF_OURS.test(String(headers['accept-language'] ?? '')) ? caller.language : undefined
}
