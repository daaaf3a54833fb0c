import { plainName } from './names.ts'
import type { MatchBy, Target } from './targets.ts'

interface Ready {
  /** The system, as external ids name it. */
  readonly system: string
  /** Columns that together say where a file is from. */
  readonly signs: readonly string[]
  /** Where a column means something else than its name says elsewhere; null leaves it out. */
  readonly columns: Readonly<Record<string, Target | null>>
  readonly matchBy?: readonly MatchBy[]
}

/** Files that are known as a whole. Their other columns are found by name. */
export const READY: readonly Ready[] = [
  {
    system: 'kith',
    signs: ['number', 'displayName', 'loyaltyTier', 'totalOrders'],
    columns: { id: null, type: null, status: null, displayName: null, tier: null, updatedAt: null, lastSeenAt: null },
  },
  {
    system: 'accounts',
    signs: ['customerId', 'plan', 'status'],
    columns: {
      customerId: 'externalId',
      name: 'fullName',
      status: null,
      tier: null,
      displayName: 'preferredName',
      updatedAt: null,
    },
  },
  {
    system: 'shopify',
    signs: ['Accepts Email Marketing', 'Total Spent', 'Total Orders'],
    columns: {
      'Customer ID': 'externalId',
      Company: 'companyName',
      'Default Address Company': 'companyName',
      Tags: 'extra',
      'Tax Exempt': null,
      Note: 'notes',
    },
  },
  {
    system: 'square',
    signs: ['Reference ID', 'First Visit', 'Square Customer ID'],
    columns: {
      'Square Customer ID': 'externalId',
      'Reference ID': 'extra',
      'First Visit': null,
      'Last Visit': null,
      Memo: 'notes',
    },
  },
  {
    system: 'medusa',
    signs: ['id', 'first_name', 'last_name', 'has_account'],
    columns: { id: 'externalId', has_account: null, updated_at: null, deleted_at: null },
  },
  {
    system: 'vendure',
    signs: ['id', 'firstName', 'lastName', 'emailAddress', 'phoneNumber'],
    columns: {
      id: 'externalId',
      title: null,
      emailAddress: 'email',
      phoneNumber: 'phone',
      updatedAt: null,
      'user.verified': 'emailVerified',
    },
  },
  { system: 'vcard', signs: ['FN', 'TEL', 'Given name', 'Family name'], columns: { NICKNAME: 'preferredName' } },
]

export function readyFor(names: readonly string[]): Ready | undefined {
  const plain = new Set(names.map(plainName))
  return READY.find(({ signs }) => signs.every((sign) => plain.has(plainName(sign))))
}
