import { randomUUID } from 'node:crypto'
import type { Request } from '../connection.ts'
import { type Figure, MANY } from '../figure.ts'

export const IN_A_BATCH = 50
const MOST_PER_SECOND = 2_000
/** The order of the list, and the column behind it. */
const PAGES = { spent: 'total_spent', orders: 'total_orders', lastOrder: 'last_order_at' } as const
const SORTS = Object.keys(PAGES) as (keyof typeof PAGES)[] // The keys of a constant.

const floor = (name: string, title: string, request: Request, writes: boolean, clients: readonly number[]): Figure => ({
  ...{ name, title, server: 'floor' as const, floor: null, targets: [], repeat: true, mostPerSecond: 8_000, clients },
  ...(writes && { writes: true }),
  requests: () => [request],
})

export const orderFloors = (): Figure[] => [
  floor('floor order', 'floor: the rows of an order, bare', { method: 'POST', path: '/order', body: {} }, true, [MANY]),
  floor(
    'floor batch',
    `floor: the rows of ${IN_A_BATCH} orders, bare`,
    { method: 'POST', path: `/orders/${IN_A_BATCH}`, body: {} },
    true,
    [MANY],
  ),
  ...SORTS.map((sort) =>
    floor(
      `floor ${sort}`,
      `floor: 50 rows by ${sort}, bare`,
      { method: 'GET', path: `/page/${PAGES[sort]}` },
      false,
      [1],
    ),
  ),
]

export function orderFigures(customers: readonly string[]): Figure[] {
  const writes: Omit<Figure, 'name' | 'title' | 'floor' | 'requests'> = {
    server: 'kith',
    clients: [MANY],
    repeat: false,
    writes: true,
    leavesWork: true,
    mostPerSecond: MOST_PER_SECOND,
    targets: [{ kind: 'cpu', limit: 2, clients: MANY }],
  }
  const pages = SORTS.map(
    (sort): Figure => ({
      ...({ name: 'pages', title: `list by ${sort}, first page of 50`, server: 'kith' } as const),
      ...{ floor: `floor ${sort}`, clients: [1], repeat: true, mostPerSecond: MOST_PER_SECOND },
      targets: [{ kind: 'p95', limit: 30, clients: 1 }],
      requests: () => [{ method: 'GET', path: `/api/v1/customers?sort=${sort}&order=desc&limit=50` }],
    }),
  )
  return [
    ...pages,
    {
      ...writes,
      name: 'order',
      title: 'order of two lines',
      floor: 'floor order',
      requests: (count) => Array.from({ length: count }, () => anOrder(drawn(customers))),
    },
    {
      ...writes,
      name: 'events',
      title: `incoming events, a batch of ${IN_A_BATCH}`,
      floor: 'floor batch',
      mostPerSecond: MOST_PER_SECOND / IN_A_BATCH,
      requests: (count) => Array.from({ length: count }, () => aBatch(customers)),
    },
  ]
}

const LINES = [
  { sku: 'DISHDASHA', name: 'Dishdasha, washed and ironed', category: 'laundry', quantity: 2, amount: 1_000 },
  { sku: 'CARPET', name: 'Carpet, washed', category: 'carpets', quantity: 1, amount: 4_500 },
]
const order = () => ({ total: 5_500, payment: 'cash', lines: LINES })

export const anOrder = (customerId: string): Request => ({
  method: 'POST',
  path: '/api/v1/orders',
  body: { customerId, externalId: randomUUID(), ...order() },
})

export const aBatch = (customers: readonly string[]): Request => ({
  method: 'POST',
  path: '/api/v1/events',
  headers: { 'content-type': 'application/cloudevents-batch+json' },
  body: Array.from({ length: IN_A_BATCH }, () => ({
    ...{ specversion: '1.0', id: randomUUID(), source: '/bench', type: 'OrderPlaced' },
    data: { orderId: randomUUID(), customer: { id: drawn(customers) }, ...order() },
  })),
})

const drawn = (from: readonly string[]) => from[Math.floor(Math.random() * from.length)]!
