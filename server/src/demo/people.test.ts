import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { beforeAll, describe, expect, it } from 'vitest'
import * as arab from './arab-names.ts'
import * as other from './other-names.ts'
import { DEMO_PEOPLE, type DemoPerson, demoPerson } from './people.ts'
import { COUNTRIES, phoneOf } from './phones.ts'
import * as southAsian from './south-asian-names.ts'

const MANY = 50_000
const LATIN = /\p{Script=Latin}/u
const ARABIC = /\p{Script=Arabic}/u
const ARABIC_NAME = /^[\p{Script=Arabic} ]+$/u

describe('the demo people', () => {
  let people: DemoPerson[]

  beforeAll(() => {
    for (let n = 0; n < MANY; n++) demoPerson(n) // warm
    const start = performance.now()
    people = Array.from({ length: MANY }, (_, n) => demoPerson(n))
    report(`a person takes ${(((performance.now() - start) / MANY) * 1000).toFixed(2)} µs`)
  })

  it('are the same for the same number, in any order of calls', () => {
    for (const n of [49_999, 0, 7, 1_999_999, 123, 7]) expect(demoPerson(n)).toEqual(demoPerson(n))
    for (const n of [31_337, 12, 40_000]) expect(demoPerson(n)).toEqual(people[n])
  })

  it('are pinned: a changed generator changes every person, which should be noticed', () => {
    expect(demoPerson(18)).toMatchInlineSnapshot(`
      {
        "birthDate": null,
        "companyName": null,
        "country": "OM",
        "createdDaysAgo": 12.4991,
        "email": null,
        "extra": {
          "branch": "Seeb",
        },
        "firstName": "Ammar",
        "lastName": "bin Mohammad Al Zaaby",
        "locale": "ar",
        "name2": "عمار بن محمد الزعابي",
        "notes": null,
        "phone": "+96898911242",
        "preferredName": null,
        "type": "stub",
      }
    `)
  })

  it('end where the Omani numbers end', () => {
    expect(DEMO_PEOPLE).toBe(14_000_000)
    expect(demoPerson(DEMO_PEOPLE - 1)).toBeDefined()
    for (const n of [-1, 0.5, Number.NaN, DEMO_PEOPLE]) expect(() => demoPerson(n)).toThrow(RangeError)
  })

  it('have valid mobile phones, nearly all of Oman, written in E.164', () => {
    const phones = people.flatMap(({ phone }) => phone ?? [])
    expect(phones.filter((phone) => !isValidPhoneNumber(phone))).toEqual([])
    const wrong = phones.filter((phone) => {
      const parsed = parsePhoneNumberFromString(phone)
      return parsed?.number !== phone || !parsed.getType()?.includes('MOBILE')
    })
    expect(wrong).toEqual([])
    const omani = phones.filter((phone) => phone.startsWith('+968')).length / phones.length
    expect(omani).toBeGreaterThan(0.94)
    expect(omani).toBeLessThan(0.99)
    expect(new Set(people.flatMap(({ country }) => country ?? [])).size).toBeGreaterThan(10)
  })

  it('never share a phone', () => {
    const phones = people.flatMap(({ phone }) => phone ?? [])
    expect(new Set(phones).size).toBe(phones.length)
  })

  it('never share an e-mail address, and can receive no mail', () => {
    const emails = people.flatMap(({ email }) => email ?? [])
    expect(new Set(emails).size).toBe(emails.length)
    expect(emails.filter((email) => !/^[a-z]+[._]?[a-z]+\d+@example\.(com|org|net)$/.test(email))).toEqual([])
  })

  it('still have phones and addresses of their own around the two-millionth', () => {
    const late = Array.from({ length: MANY }, (_, i) => demoPerson(2_000_000 - i))
    const own = (of: (person: DemoPerson) => string | null) =>
      [...people, ...late].flatMap((person) => of(person) ?? [])
    for (const values of [own(({ phone }) => phone), own(({ email }) => email)]) {
      expect(new Set(values).size).toBe(values.length)
    }
    expect(late.filter(({ phone }) => phone && !isValidPhoneNumber(phone))).toEqual([])
  })

  it('are guests, stubs and full profiles in the shares of a laundry', () => {
    const share = (type: DemoPerson['type']) => people.filter((person) => person.type === type).length / MANY
    expect(share('guest')).toBeCloseTo(0.08, 1.7)
    expect(share('stub')).toBeCloseTo(0.67, 1.7)
    expect(share('full')).toBeCloseTo(0.25, 1.7)
  })

  it('have as guests nothing but a name that is none', () => {
    for (const { createdDaysAgo, ...guest } of people.filter(({ type }) => type === 'guest')) {
      expect(guest).toEqual({
        type: 'guest',
        firstName: 'Walk-in Customer',
        lastName: null,
        name2: 'زائر',
        phone: null,
        email: null,
        locale: 'en',
        notes: null,
        preferredName: null,
        companyName: null,
        birthDate: null,
        extra: {},
      })
    }
  })

  it('have as stubs a phone, as full profiles also both names and an e-mail address', () => {
    const stubs = people.filter(({ type }) => type === 'stub')
    expect(stubs.filter(({ phone, firstName }) => !phone || !firstName)).toEqual([])
    expect(stubs.filter(({ lastName }) => lastName === null).length / stubs.length).toBeGreaterThan(0.1)
    expect(stubs.filter(({ email }) => email !== null).length / stubs.length).toBeLessThan(0.1)
    const full = people.filter(({ type }) => type === 'full')
    expect(full.filter(({ phone, firstName, lastName, email }) => !phone || !firstName || !lastName || !email)).toEqual(
      [],
    )
  })

  it('bear their second name in Arabic script, Arabs nearly always', () => {
    const named = people.flatMap(({ name2 }) => name2 ?? [])
    expect(named.filter((name) => !ARABIC_NAME.test(name))).toEqual([])
    const omani = people.filter(({ lastName }) => lastName && /\bAl[- ]/.test(lastName))
    expect(omani.filter(({ name2 }) => name2).length / omani.length).toBeGreaterThan(0.88)
    const foreign = people.filter(({ firstName }) => /^(Rajesh|Amit|Maria|David|Imran)$/.test(firstName))
    expect(foreign.filter(({ name2 }) => name2).length / foreign.length).toBeLessThan(0.3)
  })

  it('mix no Latin letter into an Arabic text, and no Arabic one into the names at the till', () => {
    const texts = people.flatMap((person) => Object.values(person).filter((value) => typeof value === 'string'))
    expect(texts.filter((text) => ARABIC.test(text) && LATIN.test(text))).toEqual([])
    expect(people.filter(({ firstName, lastName }) => ARABIC.test(`${firstName}${lastName}`))).toEqual([])
  })

  it('say bin for a son and bint for a daughter, in both scripts', () => {
    const fathered = people.filter(({ lastName, name2 }) => lastName && name2 && /^(bin|bint) /.test(lastName))
    expect(fathered.length).toBeGreaterThan(1000)
    for (const { lastName, name2 } of fathered)
      expect(name2).toContain(lastName?.startsWith('bint ') ? ' بنت ' : ' بن ')
  })

  it('write one Arabic name in several Latin ways', () => {
    const latin = (arabic: string) =>
      new Set(people.filter(({ name2 }) => name2?.split(' ')[0] === arabic).map(({ firstName }) => firstName))
    expect([...latin('محمد')]).toEqual(expect.arrayContaining(['Mohammed', 'Muhammed', 'Mohamed']))
    expect([...latin('سعيد')]).toEqual(expect.arrayContaining(['Said', 'Saeed']))
  })

  it('came over three years, more of them lately', () => {
    const days = people.map(({ createdDaysAgo }) => createdDaysAgo).sort((a, b) => a - b)
    expect(days[0]).toBeGreaterThanOrEqual(0)
    expect(days.at(-1)).toBeGreaterThan(1080)
    expect(days.at(-1)).toBeLessThanOrEqual(1095)
    expect(days[MANY / 2]).toBeGreaterThan(200)
    expect(days[MANY / 2]).toBeLessThan(365)
  })

  it('do not look copied', () => {
    const named = people.filter(({ lastName }) => lastName)
    expect(
      new Set(named.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size / named.length,
    ).toBeGreaterThan(0.6)
  })
})

describe('the phones', () => {
  it.each(COUNTRIES)('of %s are valid and all different', (country) => {
    const spread = Array.from({ length: 5_000 }, (_, i) => phoneOf(country, i * 2_797))
    expect(spread.filter((phone) => !isValidPhoneNumber(phone))).toEqual([])
    const neighbours = Array.from({ length: MANY }, (_, n) => phoneOf(country, n))
    expect(new Set(neighbours).size).toBe(MANY)
  })
})

describe('the stock of names', () => {
  const lists = Object.entries({ ...arab, ...flat(southAsian), ...flat(other) })

  it('is large', () => {
    const count = (...parts: { length: number }[]) => parts.reduce((sum, { length }) => sum + length, 0)
    const southAsians = Object.values(southAsian)
    expect(count(arab.OMANI_MEN, arab.OMANI_WOMEN)).toBeGreaterThanOrEqual(120)
    expect(arab.OMANI_FAMILIES.length).toBeGreaterThanOrEqual(80)
    expect(
      count(...southAsians.map(({ men }) => men), ...southAsians.map(({ women }) => women)),
    ).toBeGreaterThanOrEqual(80)
    expect(count(...southAsians.map(({ families }) => families))).toBeGreaterThanOrEqual(80)
    expect(count(other.FILIPINO.men, other.FILIPINO.women)).toBeGreaterThanOrEqual(40)
    expect(other.FILIPINO.families.length).toBeGreaterThanOrEqual(40)
    expect(count(other.BRITISH.men, other.BRITISH.women)).toBeGreaterThanOrEqual(40)
    expect(other.BRITISH.families.length).toBeGreaterThanOrEqual(40)
  })

  it.each(lists)('has every name of %s once, in both scripts', (_list, names) => {
    const latin = names.flatMap((name) => name.latin)
    expect(latin.filter((spelling, i) => latin.indexOf(spelling) !== i)).toEqual([])
    expect(
      latin.filter((spelling) => !/^[\p{Script=Latin} '-]+$/u.test(spelling) || spelling !== spelling.trim()),
    ).toEqual([])
    const arabic = names.map((name) => name.arabic)
    expect(arabic.filter((name) => !ARABIC_NAME.test(name) || name !== name.trim())).toEqual([])
  })

  it('has each Omani name once in Arabic, and each family with its article and a feminine', () => {
    for (const list of [arab.OMANI_MEN, arab.OMANI_WOMEN, arab.OMANI_FAMILIES]) {
      const arabic = list.map((name) => name.arabic)
      expect(arabic.filter((name, i) => arabic.indexOf(name) !== i)).toEqual([])
    }
    expect(arab.OMANI_FAMILIES.filter(({ arabic }) => !/^ال.+ي$/.test(arabic))).toEqual([])
  })
})

function flat(stocks: Record<string, Record<string, readonly { latin: readonly string[]; arabic: string }[]>>) {
  return Object.fromEntries(
    Object.entries(stocks).flatMap(([of, lists]) =>
      Object.entries(lists).map(([kind, list]) => [`${of}.${kind}`, list]),
    ),
  )
}

function report(line: string) {
  process.stdout.write(`${line}\n`)
}
