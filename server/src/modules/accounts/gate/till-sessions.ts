import { cache } from '../../../kit/caches.ts'
import { SESSION_SPAN } from '../session/tokens/validity.ts'

/** Sessions that were at a till when they were looked up last. */
const seen = cache<string, true>('till_sessions', { max: 10_000, ttl: SESSION_SPAN.till.idleMs })

export const noteAtTill = (session: string): void => void seen.set(session, true)
export const wasAtTill = (session: string): boolean => seen.has(session)
export const forgetAtTill = (session: string): void => void seen.delete(session)
