import { demoPerson } from '../../server/src/demo/people.ts'
import type { Request } from './connection.ts'
import { type Figure, MANY } from './figure.ts'
import type { Filled } from './fill.ts'
import type { FloorTable } from './floor-table.ts'
import { SEARCHES, type SearchName } from './options.ts'
import type { Queries } from './queries.ts'

/** More than two cores can answer; prepared before the round. */
const MOST_PER_SECOND = 4_000
const CUSTOMERS = '/api/v1/customers'

export function floors(table: FloorTable): Figure[] {
  const common = { server: 'floor', floor: null, targets: [], repeat: true, mostPerSecond: 8_000 } as const
  const row = { method: 'POST', path: '/rows', body: stub(1) } as const
  return [
    { ...common, name: 'floor insert', title: 'floor: insert', clients: [MANY], writes: true, requests: () => [row] },
    {
      ...common,
      name: 'floor bare',
      title: 'floor: the same rows, bare',
      floor: 'floor insert',
      clients: [MANY],
      writes: true,
      requests: () => [{ method: 'POST', path: '/bare', body: {} }],
    },
    {
      ...common,
      name: 'floor select',
      title: 'floor: select',
      clients: [MANY, 1],
      requests: (count) => draws(count, table.ids).map((id) => ({ method: 'GET', path: `/rows/${id}` })),
    },
  ]
}

export function figures(filled: Filled, ids: readonly string[], queries: Record<SearchName, Queries>): Figure[] {
  const read = {
    server: 'kith',
    floor: 'floor select',
    clients: [MANY],
    targets: [],
    repeat: true,
    mostPerSecond: MOST_PER_SECOND,
  } as const
  const outside = ids.map((id) => `cust_${id.replaceAll('-', '')}`)
  const search = (name: SearchName): Figure => ({
    ...read,
    name,
    title: `search: ${name.replaceAll('-', ' ')}`,
    clients: [1, MANY],
    targets: [
      { kind: 'ms', limit: 4, clients: 1 },
      { kind: 'p95', limit: 12, clients: 1 },
      { kind: 'ms', limit: 4, clients: MANY },
      { kind: 'p95', limit: 80, clients: MANY },
    ],
    requests: (count) => draws(count, queries[name].texts).map((q) => get(`${CUSTOMERS}?q=${encodeURIComponent(q)}`)),
  })
  return [
    {
      ...read,
      name: 'get',
      title: 'get by id',
      targets: [{ kind: 'cpu', limit: 3, clients: MANY }],
      requests: (count) => draws(count, outside).map((id) => get(`${CUSTOMERS}/${id}`)),
    },
    {
      ...read,
      name: 'features',
      title: 'features, each with its source',
      targets: [{ kind: 'cpu', limit: 1, clients: MANY }],
      requests: (count) => draws(count, outside).map((id) => get(`${CUSTOMERS}/${id}/features`)),
    },
    { ...read, name: 'lookup', title: 'lookup by phone', requests: (count) => lookups(count, filled.customers) },
    { ...read, name: 'list', title: 'list, first page of 50', requests: () => [get(CUSTOMERS)] },
    ...SEARCHES.map(search),
    creates(filled),
  ]
}

/** Stubs, because that is what a till makes: people who are not in the database yet, each of them once. */
function creates(filled: Filled): Figure {
  let numbers: number[] = []
  return {
    name: 'create',
    title: 'create stub',
    server: 'kith',
    floor: 'floor insert',
    clients: [MANY],
    secondFloor: 'floor bare',
    targets: [
      { kind: 'cpu', limit: 7, clients: MANY },
      { kind: 'second', limit: 1.6, clients: MANY },
    ],
    repeat: false,
    writes: true,
    leavesWork: true,
    mostPerSecond: MOST_PER_SECOND,
    requests(count) {
      numbers = []
      for (let n = filled.nextPerson; numbers.length < count; n++) {
        if (demoPerson(n).type === 'stub') numbers.push(n)
      }
      return numbers.map((n) => ({ method: 'POST', path: CUSTOMERS, body: stub(n) }))
    },
    sent(count) {
      filled.nextPerson = numbers[count - 1]! + 1
    },
  }
}

function stub(n: number) {
  const { firstName, lastName, name2, phone, locale, country } = demoPerson(n)
  return { type: 'stub', firstName, lastName, name2, phone, locale, country }
}

function lookups(count: number, customers: number): Request[] {
  const found: Request[] = []
  while (found.length < count) {
    const { phone } = demoPerson(Math.floor(Math.random() * customers))
    if (phone !== null) found.push({ method: 'POST', path: `${CUSTOMERS}/lookup`, body: { phone } })
  }
  return found
}

const get = (path: string): Request => ({ method: 'GET', path })
const draws = <T>(count: number, from: readonly T[]) =>
  Array.from({ length: count }, () => from[Math.floor(Math.random() * from.length)]!)
