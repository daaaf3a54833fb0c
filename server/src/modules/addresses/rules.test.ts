import { describe, expect, test } from 'vitest'
import { Country } from '../../kit/country.ts'
import { Refusal } from '../../kit/refusal.ts'
import { NOTHING } from './described.ts'
import { formatted, formatted2 } from './formatted.ts'
import { fitPlace } from './place.ts'
import { findSubdivision, ruleOf } from './rules/index.ts'

const KNOWN = ['OM', 'AE', 'SA', 'BH', 'KW', 'QA', 'IN', 'PK', 'EG', 'GB', 'DE', 'FR', 'US', 'CA', 'AU']

const fit = (country: string, given: Partial<typeof NOTHING>) => fitPlace(country, { ...NOTHING, ...given })
const unfit = (country: string, given: Partial<typeof NOTHING>) => {
  try {
    fit(country, given)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return (error.facts['errors'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)
  }
}

describe('the rules of a country', () => {
  test.each(KNOWN)('%s: its example fits its own pattern, codes and names are told once', (country) => {
    const { postalCodes, subdivisions } = ruleOf(country)
    if (postalCodes) expect(postalCodes.example).toMatch(postalCodes.pattern)
    for (const key of ['code', 'en', 'ar'] as const) {
      expect(new Set(subdivisions.map((one) => one[key])).size).toBe(subdivisions.length)
    }
    for (const { ar } of subdivisions) expect(ar).toMatch(/^[\p{Script=Arabic} ]+$/u)
  })

  test('each asks for what its mail needs', () => {
    const needs = Object.fromEntries(KNOWN.map((country) => [country, unfit(country, {})]))
    const line = 'street address_line_needed'
    const [city, subdivision, code] = ['city', 'subdivision', 'postalCode'].map((field) => `${field} needed_here`)
    for (const country of ['OM', 'SA', 'BH', 'KW', 'QA', 'PK', 'EG']) expect(needs[country]).toEqual([line, city])
    for (const country of ['GB', 'DE', 'FR']) expect(needs[country]).toEqual([line, city, code])
    for (const country of ['IN', 'US', 'CA', 'AU']) expect(needs[country]).toEqual([line, city, subdivision, code])
    expect(needs['AE']).toEqual([line, subdivision])
    expect(unfit('ZW', {})).toEqual([line, city])
  })

  test('either script will do', () => {
    expect(unfit('OM', { area2: 'الخوير', city2: 'مسقط' })).toEqual([])
  })

  test.each([
    ['OM', 'PC 133', '133'],
    ['OM', '١٣٣', '133'],
    ['SA', '12345 6789', '12345-6789'],
    ['IN', '110 034', '110034'],
    ['EG', '۱۲۴۱۱', '12411'],
    ['GB', 'ec1y8sy', 'EC1Y 8SY'],
    ['GB', 'M1  1AA', 'M1 1AA'],
    ['FR', '33 380', '33380'],
    ['US', '95014 1234', '95014-1234'],
    ['CA', 'h3z2y7', 'H3Z 2Y7'],
    ['NL', '1012 ab', '1012 AB'],
  ])('%s: %s is written %s', (country, typed, written) => {
    const subdivision = ruleOf(country).subdivisions[0]?.code ?? null
    expect(fit(country, { street: 'A', city: 'B', subdivision, postalCode: typed }).postalCode).toBe(written)
  })

  test.each([
    ['OM', '1234'],
    ['SA', '123'],
    ['BH', '1317'],
    ['KW', '1234'],
    ['IN', '010034'],
    ['PK', '4400'],
    ['EG', '123456'],
    ['GB', 'EC1Y 8SI'],
    ['DE', '2613'],
    ['FR', '3338'],
    ['US', '9501'],
    ['CA', 'D3Z 2Y7'],
    ['AU', '20600'],
    ['NL', "1012'; drop"],
  ])('%s: %s is no postal code', (country, typed) => {
    const subdivision = ruleOf(country).subdivisions[0]?.code ?? null
    expect(unfit(country, { street: 'A', city: 'B', subdivision, postalCode: typed })).toEqual([
      'postalCode postal_code_invalid',
    ])
  })

  test.each(['AE', 'QA'])('%s has no postal codes', (country) => {
    const subdivision = ruleOf(country).subdivisions[0]!.code
    expect(unfit(country, { street: 'A', city: 'B', subdivision, postalCode: '00000' })).toEqual([
      'postalCode postal_code_unused',
    ])
  })

  test('a subdivision may be written by its code or its name in either script, and is one of the country', () => {
    for (const written of ['MA', 'om-ma', 'muscat', 'مسقط']) expect(findSubdivision('OM', written)?.code).toBe('MA')
    expect(unfit('OM', { street: 'A', city: 'B', subdivision: 'CA' })).toEqual(['subdivision subdivision_unknown'])
    expect(fit('GB', { street: 'A', city: 'B', postalCode: 'M1 1AA', subdivision: 'Kent' }).subdivision).toBe('Kent')
  })

  test('a code of no country, of a bloc or of a rock in the ocean is refused', () => {
    for (const code of ['ZZ', 'EU', 'XA', 'BV']) expect(Country.safeParse(code).success, code).toBe(false)
  })
})

describe('an address as mail writes it', () => {
  const write = (country: string, place: Partial<typeof NOTHING>, home = country) =>
    formatted(country, { ...NOTHING, ...place }, home).lines

  test.each([
    [
      'OM',
      {
        building: '12',
        floor: '3',
        apartment: '31',
        street: 'Way 2703',
        area: 'Al Khuwair',
        city: 'Muscat',
        postalCode: '133',
      },
      ['Apt 31, Floor 3, Building 12', 'Way 2703', 'Al Khuwair', '133', 'Muscat'],
    ],
    ['AE', { building: 'Burj View', city: 'Al Ain', subdivision: 'AZ' }, ['Burj View', 'Al Ain', 'Abu Dhabi']],
    ['AE', { street: 'Al Wasl Rd', city: 'Dubai', subdivision: 'DU' }, ['Al Wasl Rd', 'Dubai']],
    [
      'GB',
      { building: '12', street: 'High Street', city: 'Oxford', postalCode: 'OX1 4AA' },
      ['12 High Street', 'Oxford', 'OX1 4AA'],
    ],
    [
      'DE',
      { building: '5a', street: 'Hauptstraße', city: 'Berlin', postalCode: '10115' },
      ['Hauptstraße 5a', '10115 Berlin'],
    ],
    [
      'US',
      {
        building: '548',
        street: 'Market St',
        apartment: '9',
        city: 'San Francisco',
        subdivision: 'CA',
        postalCode: '94104',
      },
      ['Apt 9', '548 Market St', 'San Francisco, CA 94104'],
    ],
    [
      'IN',
      { street: 'MG Road', city: 'Bengaluru', subdivision: 'KA', postalCode: '560001' },
      ['MG Road', 'Bengaluru 560001', 'Karnataka'],
    ],
    [
      'QA',
      { building: '7', street: 'Street 920', area: 'Zone 55', city: 'Doha' },
      ['Building 7', 'Street 920', 'Zone 55', 'Doha'],
    ],
  ])('%s %j', (country, place, lines) => {
    expect(write(country, place)).toEqual(lines)
  })

  test('abroad the country is its last line', () => {
    expect(write('GB', { street: 'High Street', city: 'Oxford', postalCode: 'OX1 4AA' }, 'OM').at(-1)).toBe(
      'United Kingdom',
    )
  })

  test('in Arabic when something was given in Arabic, filled up with the rest', () => {
    const place = {
      ...NOTHING,
      building: '12',
      street2: 'شارع السلطان قابوس',
      city: 'Muscat',
      city2: 'مسقط',
      subdivision: 'MA',
    }
    expect(formatted2('OM', place, 'AE')).toEqual({
      lines: ['مبنى 12', 'شارع السلطان قابوس', 'مسقط', 'عُمان'],
      text: 'مبنى 12، شارع السلطان قابوس، مسقط، عُمان',
    })
    expect(formatted2('OM', { ...NOTHING, city: 'Muscat' }, 'OM')).toBeNull()
    expect(formatted('OM', place, 'OM').lines).toEqual(['Building 12', 'شارع السلطان قابوس', 'Muscat'])
  })
})
