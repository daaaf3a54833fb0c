import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, Values } from './compare/kinds.ts'
import { LEVELS, levelName } from './compare/kinds.ts'
import { compareNames, readName } from './compare/names.ts'
import { normal } from './compare/normal.ts'
import { compareDates, compareEmails, comparePhones } from './compare/values.ts'
import { link } from './link.ts'
import { frequenciesOf, sharesOf } from './model/frequencies.ts'
import { noWeights, priorModel, weigh } from './model/model.ts'
import { randomly } from './model/random.ts'
import { clustersOf } from './pairs/clusters.ts'
import { columnsBuilder } from './records/columns.ts'
import { levelling, levelsBetween } from './records/levels.ts'

const FIELDS: readonly Field[] = [
  { name: 'first', kind: 'firstName' },
  { name: 'last', kind: 'lastName' },
  { name: 'born', kind: 'birthDate' },
  { name: 'phone', kind: 'phone' },
  { name: 'city', kind: 'city' },
]
const columnsOf = (rows: readonly Values[], fields = FIELDS) => {
  const builder = columnsBuilder(fields)
  for (const row of rows) builder.add(row)
  return builder.done()
}

test.each([
  ['Mohammed', 'محمد', 'sounds'],
  ['Yousef', 'يوسف', 'sounds'],
  ['Al-Harthy', 'الحارثي', 'sounds'],
  ['Robert', 'Bob', 'sounds'],
  ['Katherine', 'Kathrine', 'sounds'],
  ['Salma', 'Salna', 'slip'],
  ['Mohammed Ali', 'Mohammed', 'part'],
  ['S', 'Salma', 'initial'],
  ['Salma', 'Zubaydah', 'different'],
  ['سالم', 'Fatima', 'different'],
])('%s and %s: %s', (one, other, level) => {
  const [mine, theirs] = [one, other].map((text) => readName(normal('firstName', text)))
  expect(LEVELS.name[compareNames(mine!, theirs!)]).toBe(level)
  expect(compareNames(theirs!, mine!)).toBe(compareNames(mine!, theirs!))
})

test.each([
  ['91234567', '+96891234567', 'same'],
  ['91234567', '91234576', 'turned'],
  ['91234567', '91234568', 'slip'],
  ['9681234567', '9711234567', 'tail'],
  ['~91234567', '91234567', 'formerly'],
  ['~91234567', '91234568', 'different'],
  ['91234567', '77654321', 'different'],
])('the phones %s and %s: %s', (one, other, level) => {
  const [mine, theirs] = [normal('phone', one), normal('phone', other)]
  expect(LEVELS.phone[comparePhones(mine, theirs)]).toBe(level)
  expect(LEVELS.phone[comparePhones(theirs, mine)]).toBe(level)
})

test.each([
  ['salma@example.com', 'Salma@Example.com', 'same'],
  ['salma@gmail.com', 'salma@gmial.com', 'slip'],
  ['salma.said@gmail.com', 'salma.said@hotmail.com', 'domain'],
  ['ali@gmail.com', 'ali@outlook.com', 'local'],
  ['salma.balushi@gmail.com', 'salma.balush1@outlook.com', 'near'],
  ['salma@gmail.com', 'omar.k@yahoo.com', 'different'],
])('the e-mails %s and %s: %s', (one, other, level) => {
  const [mine, theirs] = [normal('email', one), normal('email', other)]
  expect(LEVELS.email[compareEmails(mine, theirs)]).toBe(level)
  expect(LEVELS.email[compareEmails(theirs, mine)]).toBe(level)
})

test.each([
  ['1990-01-02', '1990-01-02', 'same'],
  ['1990-01-02', '1990-02-01', 'turned'],
  ['1990-01-02', '1990-01-03', 'slip'],
  ['1990-01-02', '1990-01-28', 'partly'],
  ['1990-01-02', '1990-11-28', 'year'],
  ['1990-01-02', '1971-05-28', 'different'],
])('the dates %s and %s: %s', (one, other, level) => {
  const [mine, theirs] = [normal('birthDate', one), normal('birthDate', other)]
  expect(LEVELS.date[compareDates(mine, theirs)]).toBe(level)
  expect(LEVELS.date[compareDates(theirs, mine)]).toBe(level)
})

test('first and last name in each other’s place are one name', () => {
  const levels = new Int16Array(FIELDS.length)
  const columns = columnsOf([
    { first: 'Salma', last: 'Balushi' },
    { first: 'Balushi', last: 'Salma' },
  ])
  levelsBetween(levelling(columns), 0, 1, levels)
  expect([levelName('firstName', levels[0]!), levelName('lastName', levels[1]!)]).toEqual(['swapped', 'missing'])
})

test('a rare name that two have says more than one that many have', () => {
  const model = priorModel(FIELDS, 1_000_000, 500)
  const many = Array.from({ length: 50 }, () => ({ first: 'Mohammed' }))
  const columns = columnsOf([...many, { first: 'Zubaydah' }, { first: 'Zubaydah' }])
  const shares = sharesOf(
    columns,
    Array.from({ length: columns.count }, (_, n) => n),
  )
  const said = (one: number, other: number) => {
    const levels = new Int16Array(FIELDS.length)
    levelsBetween(levelling(columns), one, other, levels)
    const weights = noWeights(model)
    weigh(model, levels, frequenciesOf(columns, shares, levels)(one, other), weights)
    return weights.fields[0]!
  }
  expect(said(50, 51) - said(0, 1)).toBeGreaterThan(3)
})

const text = fc.oneof(
  fc.constantFrom('', 'Salma', 'Salmah', 'Ali', 'محمد', 'Mohammed', 'Al Said'),
  fc.string({ maxLength: 8 }),
)
const person = fc.record({
  first: text,
  last: text,
  born: fc.constantFrom('', '1990-01-02', '1990-02-01', '1991-01-02'),
  phone: fc.constantFrom('', '91234567', '+96891234567', '91234576', '99999999'),
  city: fc.constantFrom('', 'Muscat', 'Muscatt', 'Sohar'),
})

test('the weights of the fields, what is said beforehand and the household add up to the score, in either order', () => {
  const model = priorModel(FIELDS, 1_000_000, 500)
  const scored = (one: Values, other: Values) => {
    const columns = columnsOf([one, other])
    const levels = new Int16Array(FIELDS.length)
    levelsBetween(levelling(columns), 0, 1, levels)
    const shares = columns.columns.map(({ starts }) => new Float32Array(starts.length).fill(0.001))
    const weights = noWeights(model)
    return { score: weigh(model, levels, frequenciesOf(columns, shares, levels)(0, 1), weights), weights }
  }
  fc.assert(
    fc.property(person, person, (one, other) => {
      const { score, weights } = scored(one, other)
      const sum = weights.fields.reduce((so, weight) => so + weight, model.person + weights.household)
      expect(sum).toBeCloseTo(score, 6)
      expect(scored(other, one).score).toBeCloseTo(score, 6)
      for (const [k, { name }] of FIELDS.entries())
        if (one[name as keyof typeof one] === '') expect(weights.fields[k]).toBe(0)
    }),
    { numRuns: 100 },
  )
})

/** People, some with a second record with slips, in households that share a phone. */
function someRecords() {
  const next = randomly(11)
  const firsts = 'Salma Aisha Omar Khalid Zubaydah Maryam Said Hamad Noor Layla Tariq Yusuf Huda Rashid Amal'.split(' ')
  const lasts = 'Balushi Harthy Rawahi Habsi Lawati Kindi Maamari Busaidi Siyabi Farsi Zadjali Hinai'.split(' ')
  const digits = (n: number) => Array.from({ length: n }, () => next(10)).join('')
  const rows: Values[] = []
  const truth: number[] = []
  for (let n = 0; n < 500; n++) {
    const before = rows.at(-1)
    const family = n % 6 === 0 && before
    const row = {
      first: firsts[next(firsts.length)]!,
      last: family ? before['last']! : lasts[next(lasts.length)]!,
      born: `${1950 + next(50)}-0${1 + next(9)}-${10 + next(18)}`,
      phone: family ? before['phone']! : `9${digits(7)}`,
      city: ['Muscat', 'Sohar', 'Nizwa', 'Sur'][next(4)]!,
    }
    rows.push(row)
    truth.push(n)
    if (n % 5 === 0) {
      const slip = row.first.slice(0, 1) + row.first.slice(2)
      rows.push({ ...row, first: n % 2 ? slip : row.first, phone: n % 3 ? row.phone : '', born: n % 4 ? row.born : '' })
      truth.push(n)
    }
  }
  return { rows, truth }
}

test('without labels, records of one person are found, and people of one household are not', async () => {
  const { rows, truth } = someRecords()
  const { clusters } = await link(columnsOf(rows))
  const found = clusters.flatMap(({ records }) =>
    records.flatMap((a, n) => records.slice(n + 1).map((b) => truth[a] === truth[b])),
  )
  const right = found.filter(Boolean).length
  expect(right / 100).toBeGreaterThan(0.9)
  expect(right / found.length).toBeGreaterThan(0.97)
})

test('a chain of likenesses joins no two that are unlike', () => {
  const scores: Record<string, number> = { '0 1': 9, '1 2': 8, '0 2': -40, '3 4': 5 }
  const pairs = Object.entries(scores).map(([pair, bits]) => [...pair.split(' ').map(Number), bits])
  const column = (n: number) => Int32Array.from(pairs, (pair) => pair[n]!)
  const clusters = clustersOf(
    { ones: column(0), others: column(1), bits: Float32Array.from(pairs, (pair) => pair[2]!) },
    0,
    -10,
    (a, b) => scores[[a, b].sort().join(' ')] ?? -50,
  )
  expect(clusters).toEqual([
    { records: [0, 1], weakest: 9 },
    { records: [3, 4], weakest: 5 },
  ])
})
