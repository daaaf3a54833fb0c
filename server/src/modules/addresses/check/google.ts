import { z } from 'zod'
import type { Place } from '../place.ts'
import { findSubdivision } from '../rules/index.ts'
import { Breaker } from './breaker.ts'
import type { Checker, Opinion } from './port.ts'

/** A customer waits at the till meanwhile: with our own time, 1.5 s at most. */
export const TIMEOUT_MS = 1_200

// The countries covered by Google's documentation of 2025. Addresses elsewhere are not sent to it.
const COVERED = new Set(
  'AR AT AU BE BG BR CA CH CL CO CZ DE DK EE ES FI FR GB HR HU IE IN IT JP LT LU LV MX MY NL NO NZ PL PR PT SE SG SI SK US'.split(
    ' ',
  ),
)

const ComponentTypes = z
  .array(z.string().regex(/^[a-z0-9_]{1,40}$/))
  .max(40)
  .default([])
const Answer = z.object({
  result: z.object({
    verdict: z
      .object({
        possibleNextAction: z.string().optional(),
        validationGranularity: z.string().optional(),
        addressComplete: z.boolean().default(false),
        hasUnconfirmedComponents: z.boolean().default(false),
      })
      .prefault({}),
    address: z
      .object({
        missingComponentTypes: ComponentTypes,
        unconfirmedComponentTypes: ComponentTypes,
        unresolvedTokens: z.array(z.unknown()).default([]),
      })
      .prefault({}),
    uspsData: z.object({ dpvConfirmation: z.string().optional() }).optional(),
  }),
})
type Result = z.output<typeof Answer>['result']

/** Google's Address Validation API over REST. */
export function googleChecker({ key, url }: { key: string; url: string }): Checker {
  const breaker = new Breaker()
  return {
    countries: COVERED,
    get answers() {
      return !breaker.isOpen
    },
    check: (place) => breaker.call(() => ask(key, url, place)),
  }
}

async function ask(key: string, url: string, place: Place): Promise<Opinion> {
  const response = await fetch(new URL('/v1:validateAddress', url), {
    method: 'POST',
    // In a header rather than the URL, which proxies write into their logs.
    headers: { 'content-type': 'application/json', 'x-goog-api-key': key },
    body: JSON.stringify({ address: postalAddress(place) }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  // Google cannot validate this one, such as in a country no longer covered: asking again changes nothing.
  if (response.status === 400) return { verdict: 'unverified', reasons: ['not_covered'] }
  if (!response.ok) throw new Error(`Google answered ${response.status}`)
  return opinionOf(Answer.parse(await response.json()).result)
}

function postalAddress(place: Place) {
  const { country, floor, apartment, building, street, area, city, subdivision, postalCode } = place
  const number = [building ?? place.building2, street ?? place.street2].filter(Boolean).join(' ')
  const administrativeArea = subdivision && (findSubdivision(country, subdivision)?.en ?? subdivision)
  return {
    regionCode: country,
    ...(postalCode && { postalCode }),
    ...(administrativeArea && { administrativeArea }),
    locality: city ?? place.city2 ?? '',
    addressLines: [number, floor && `Floor ${floor}`, apartment && `Apt ${apartment}`, area ?? place.area2].filter(
      Boolean,
    ),
  }
}

function opinionOf({ verdict, address, uspsData }: Result): Opinion {
  const reasons = [
    ...address.missingComponentTypes.map((type) => `missing.${type}`),
    ...address.unconfirmedComponentTypes.map((type) => `unconfirmed.${type}`),
    ...(address.unresolvedTokens.length > 0 ? ['unresolved'] : []),
  ]
  // The postal service is better than the map at knowing where it delivers.
  if (uspsData?.dpvConfirmation === 'N') return { verdict: 'rejected', reasons: [...reasons, 'no_delivery_point'] }
  return { verdict: verdictOf(verdict), reasons }
}

function verdictOf(given: Result['verdict']): Opinion['verdict'] {
  const { possibleNextAction, validationGranularity = 'OTHER', addressComplete, hasUnconfirmedComponents } = given
  if (possibleNextAction === 'FIX') return 'rejected'
  if (possibleNextAction === 'ACCEPT') return 'verified'
  if (possibleNextAction?.startsWith('CONFIRM')) return 'unverified'
  if (validationGranularity === 'OTHER') return 'rejected'
  const found = validationGranularity === 'PREMISE' || validationGranularity === 'SUB_PREMISE'
  return found && addressComplete && !hasUnconfirmedComponents ? 'verified' : 'unverified'
}
