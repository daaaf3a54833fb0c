import type { ReactNode } from 'react'
import { StatusBadge, TypeBadge } from '../../design/badges.tsx'
import { Code, Count, Moment, Phone } from '../../design/written.tsx'
import type { Found } from '../../person/queries.ts'
import { SegmentName } from '../../person/segments.tsx'
import type { Sort } from '../filter/filter.ts'
import { Amount, OwnValue, Tags, Tier } from './cells.tsx'
import { NameCell } from './name-cell.tsx'

interface Column {
  /** In CSS grid syntax. */
  readonly width: string
  readonly sort?: Sort
  readonly numeric?: true
  readonly cell: (customer: Found) => ReactNode
}

export const COLUMNS = {
  name: {
    width: 'minmax(14rem, 2fr)',
    cell: (one) => <NameCell of={one} />,
  },
  number: { width: '7rem', sort: 'number', cell: ({ number }) => <Code>{number}</Code> },
  phone: { width: 'minmax(9.5rem, 1fr)', cell: ({ phone }) => phone && <Phone>{phone}</Phone> },
  email: { width: 'minmax(12rem, 1.5fr)', cell: ({ email }) => email && <Code>{email}</Code> },
  type: { width: '5.5rem', cell: ({ type }) => <TypeBadge type={type} /> },
  status: { width: '7.5rem', cell: ({ status }) => <StatusBadge status={status} /> },
  tier: { width: '7rem', cell: ({ tier }) => <Tier tier={tier} /> },
  segment: { width: '8rem', cell: ({ segment }) => segment && <SegmentName of={segment} /> },
  tags: { width: 'minmax(9rem, 1fr)', cell: ({ tags }) => tags && <Tags of={tags} /> },
  orders: { width: '6rem', sort: 'orders', numeric: true, cell: (one) => <Count>{one.totalOrders}</Count> },
  spent: { width: '7rem', sort: 'spent', numeric: true, cell: (one) => <Amount>{one.totalSpent}</Amount> },
  points: { width: '6rem', sort: 'points', numeric: true, cell: (one) => <Count>{one.loyaltyPoints}</Count> },
  lastOrder: {
    width: '9.5rem',
    sort: 'lastOrder',
    cell: ({ lastOrderAt }) => lastOrderAt && <Moment at={lastOrderAt} />,
  },
  lastSeen: { width: '9.5rem', sort: 'lastSeen', cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
  created: { width: '9.5rem', sort: 'created', cell: ({ createdAt }) => <Moment at={createdAt} /> },
} satisfies Record<string, Column>
/** `ownGateCode`: the field `gateCode` of the business. */
type OwnName = `own${string}`
export type ColumnName = keyof typeof COLUMNS | OwnName

export const ownName = (key: string): OwnName => `own${key.charAt(0).toUpperCase()}${key.slice(1)}`
export const isOwn = (name: string): name is OwnName => /^own[A-Z]/.test(name)
export const keyOf = (name: OwnName) => name.charAt(3).toLowerCase() + name.slice(4)

const columnNames = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[] // The keys of a constant.
/** In the usual order; those of the business last. */
export const columnsAmong = (names: readonly string[]): ColumnName[] => [
  ...columnNames.filter((name) => names.includes(name)),
  ...names.filter(isOwn),
]
export const everyColumn = (ownKeys: readonly string[]): ColumnName[] => [...columnNames, ...ownKeys.map(ownName)]

export const column = (name: ColumnName): Column =>
  isOwn(name)
    ? { width: 'minmax(8rem, 1fr)', cell: ({ ownFields }) => <OwnValue of={ownFields} on={keyOf(name)} /> }
    : COLUMNS[name]
export const COLUMNS_AT_FIRST: readonly ColumnName[] = [
  'name',
  'number',
  'phone',
  'type',
  'status',
  'lastSeen',
  'created',
]
