import type { Caller } from '../../kit/caller.ts'
import { known } from '../../kit/known.ts'
import type { Source } from './source.ts'

/** Where a customer was entered; the first of them a caller may say. */
export const SAID_CHANNELS = ['till', 'office', 'shop', 'app'] as const
const CHANNELS = [...SAID_CHANNELS, 'api', 'import', 'unknown'] as const
export type Channel = (typeof CHANNELS)[number]

type Said = (typeof SAID_CHANNELS)[number]

const BROWSER = /^Mozilla\//
/** Of a program that says no more. */
const OF_SOURCE = { web: 'shop', staff: 'office', api: 'api', import: 'import', unknown: 'unknown' } as const

/** An import stays one; else what a key or staff say, and else what the credential tells. */
export function channelOf(
  { actor, signedIn, origin }: Pick<Caller, 'actor' | 'signedIn' | 'origin'>,
  source: Source,
  said: Said | undefined,
): Channel {
  if (source === 'import') return 'import'
  const themself = BROWSER.test(origin.userAgent ?? '') ? 'shop' : 'app'
  if (actor === 'visitor' || (signedIn !== null && signedIn.customer !== null)) return themself
  if (said) return said
  if (signedIn) return signedIn.atTill === true ? 'till' : 'office'
  return OF_SOURCE[source]
}

/** Of customers from before channels were kept as much as their source tells. */
export const keptChannel = (channel: string | null, source: string | null): Channel => {
  if (channel !== null) return known(CHANNELS, channel)
  return source === 'api' || source === 'import' ? source : 'unknown'
}
