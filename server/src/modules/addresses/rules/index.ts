import type { Text } from '../../../kit/refusal.ts'
import { EUROPE } from './europe.ts'
import { GULF } from './gulf.ts'
import { NORTH_AMERICA_AND_AUSTRALIA } from './north-america-and-australia.ts'
import type { CountryRule, Subdivision } from './rule.ts'
import { SOUTH_ASIA_AND_EGYPT } from './south-asia-and-egypt.ts'

export type { CountryRule, Needed, Subdivision } from './rule.ts'

const RULES: Readonly<Record<string, CountryRule>> = {
  ...GULF,
  ...SOUTH_ASIA_AND_EGYPT,
  ...EUROPE,
  ...NORTH_AMERICA_AND_AUSTRALIA,
}

/** For countries without rules of our own: no field is required. */
const ANYWHERE: CountryRule = {
  needs: ['line', 'city'],
  postalCodes: { pattern: /^[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?$/, example: '12345' },
  subdivisions: [],
  writes: 'name',
  number: 'before',
}

export const ruleOf = (country: string): CountryRule => RULES[country] ?? ANYWHERE

const names = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  ar: new Intl.DisplayNames('ar', { type: 'region' }),
}
export const countryName = (code: string): Text => ({ en: names.en.of(code)!, ar: names.ar.of(code)! })

/** `MA`, `OM-MA`, `muscat` and `مسقط` are all Muscat. */
export function findSubdivision(country: string, written: string): Subdivision | undefined {
  const wanted = written.toLowerCase()
  return ruleOf(country).subdivisions.find(({ code, en, ar }) =>
    [code, `${country}-${code}`, en, ar].some((name) => name.toLowerCase() === wanted),
  )
}
