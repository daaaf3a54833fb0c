export const OUTCOMES = ['delivered', 'refused', 'gone', 'redirected', 'timed_out', 'too_large', 'unreachable'] as const
/** What came of an attempt. */
export type Outcome = (typeof OUTCOMES)[number]
