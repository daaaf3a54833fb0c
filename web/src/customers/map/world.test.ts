import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { countriesOf, holds } from './world.ts'

const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const countries = countriesOf(JSON.parse(readFileSync(file, 'utf8')))
const at = (longitude: number, latitude: number) =>
  countries.filter(({ parts }) => parts.some((part) => holds(part, longitude, latitude))).map(({ name }) => name)

test('places lie in their countries, and the sea in none', () => {
  expect(at(58.38, 23.55)).toEqual(['Oman'])
  expect(at(55.3, 25.15)).toEqual(['United Arab Emirates'])
  expect(at(46.7, 24.7)).toEqual(['Saudi Arabia'])
  expect(at(31.24, 30.05)).toEqual(['Egypt'])
  expect(at(62, 20)).toEqual([])
})
