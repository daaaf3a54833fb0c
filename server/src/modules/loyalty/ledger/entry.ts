import { type DataKey, sealedForPerson, TEXT } from '../../../kit/sealed.ts'
import type { Why } from '../rules/why.ts'
import type { Volumes } from './volumes.ts'

export const KINDS = ['earn', 'redeem', 'adjust', 'expire', 'reserve', 'release', 'revert', 'merge'] as const
export type Kind = (typeof KINDS)[number]

export interface Entry {
  readonly kind: Kind
  readonly points: number
  readonly change: Partial<Volumes>
  readonly why: Why
  readonly orderId?: string | null
  readonly source?: string
  readonly note?: { readonly key: DataKey; readonly text: string } | undefined
}

export const notes = sealedForPerson('loyalty_entries', 'note', TEXT, { by: ['customer_id', 'seq'], mend: 'clear' })
