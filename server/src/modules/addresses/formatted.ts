import { formatAddress } from 'localized-address-format'
import { countryName, findSubdivision, ruleOf } from './rules/index.ts'
import type { Described } from './shapes.ts'

type Script = 'en' | 'ar'
const WORDS = {
  en: { apartment: 'Apt', floor: 'Floor', building: 'Building', comma: ', ' },
  ar: { apartment: 'شقة', floor: 'طابق', building: 'مبنى', comma: '، ' },
}
const NUMBER = /^[\d٠-٩]+[A-Za-z]?(?:[/-][\d٠-٩]+[A-Za-z]?)?$/

/** In the postal format of the country, in Latin script where given; the country itself only if it is another one. */
export function formatted(country: string, place: Described, home: string) {
  const { building, street, area, city } = place
  return write('en', country, home, place, {
    building: building ?? place.building2,
    street: street ?? place.street2,
    area: area ?? place.area2,
    city: city ?? place.city2,
  })
}

/** The same in Arabic script; null if nothing was given in it. */
export function formatted2(country: string, place: Described, home: string) {
  const { building2, street2, area2, city2 } = place
  if (building2 === null && street2 === null && area2 === null && city2 === null) return null
  return write('ar', country, home, place, {
    building: building2 ?? place.building,
    street: street2 ?? place.street,
    area: area2 ?? place.area,
    city: city2 ?? place.city,
  })
}

type Named = Record<'building' | 'street' | 'area' | 'city', string | null>

function write(script: Script, country: string, home: string, place: Described, named: Named) {
  const addressLines = streetLines(script, country, place, named)
  const parts = {
    postalCountry: country,
    administrativeArea: subdivisionName(script, country, place.subdivision),
    locality: named.city ?? '',
    postalCode: place.postalCode ?? '',
  }
  const type = script === 'en' ? 'latin' : 'local'
  let lines = formatAddress({ ...parts, addressLines }, type)
  // Mail in some countries, such as the Emirates, has no line for the city; people there still name it.
  if (named.city !== null && !lines.some((line) => line.includes(named.city!))) {
    lines = formatAddress({ ...parts, addressLines: [...addressLines, named.city] }, type)
  }
  if (country !== home) lines.push(countryName(country)[script])
  return { lines, text: lines.join(WORDS[script].comma) }
}

function streetLines(script: Script, country: string, { apartment, floor }: Described, named: Named): string[] {
  const words = WORDS[script]
  const { building, street, area } = named
  const numbered = building !== null && NUMBER.test(building)
  const { number } = ruleOf(country)
  const beside = numbered && street !== null && number !== 'apart'
  const inside = [
    apartment && `${words.apartment} ${apartment}`,
    floor && `${words.floor} ${floor}`,
    !beside && building && (numbered ? `${words.building} ${building}` : building),
  ]
  const along = beside ? (number === 'before' ? `${building} ${street}` : `${street} ${building}`) : street
  return [inside.filter(Boolean).join(words.comma), along, area].filter((line): line is string => Boolean(line))
}

function subdivisionName(script: Script, country: string, subdivision: string | null): string {
  if (subdivision === null) return ''
  const known = findSubdivision(country, subdivision)
  if (!known) return subdivision
  return ruleOf(country).writes === 'code' ? known.code : known[script]
}
