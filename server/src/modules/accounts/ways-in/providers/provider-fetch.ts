import type { Config } from '../../../../config.ts'
import { Inside, outsideFetch, TooMuch } from '../../../../kit/outside-fetch.ts'
import { noteOutside } from '../../../../kit/outsides.ts'
import { publicUrl } from '../../../../kit/public-url.ts'
import { Refusal } from '../../../../kit/refusal.ts'
import { isOwnMachine } from '../origins.ts'
import { ProviderDown } from './refusals.ts'

export const PROVIDER_SECONDS = 5
const ANSWER_BYTES = 512 * 1024

/** Plain HTTP only if provider and Kith are on one developer's machine. */
export const mayFetch = (config: Config, url: URL) =>
  url.protocol === 'https:' ||
  (url.protocol === 'http:' && isOwnMachine(url) && isOwnMachine(new URL(publicUrl(config))))

/** It answered, or was not asked. */
const SAYS_NOTHING = [Refusal, Inside, TooMuch]

interface Request {
  readonly method?: string
  readonly headers?: Record<string, string> | Headers
  readonly body?: RequestInit['body'] | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * A provider's response, with limits of time and size. Its URLs come from a document of the provider itself, so
 * each is checked, and redirects are not followed.
 */
export const providerFetch = (config: Config) => async (address: string, request: Request) => {
  const url = new URL(address)
  if (!mayFetch(config, url)) throw ProviderDown()
  const inTime = AbortSignal.timeout(PROVIDER_SECONDS * 1000)
  const signal = request.signal ? AbortSignal.any([request.signal, inTime]) : inTime
  try {
    const answer = await outsideFetch(url, { ...request, signal, mostBytes: ANSWER_BYTES }, config.KITH_INSIDE_NETWORKS)
    noteOutside(config, 'provider', true, url.host)
    if (answer.status >= 500) throw ProviderDown()
    return answer
  } catch (error) {
    if (!SAYS_NOTHING.some((kind) => error instanceof kind)) noteOutside(config, 'provider', false, url.host)
    throw ProviderDown({}, { 'retry-after': '10' })
  }
}
