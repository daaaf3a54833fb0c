import { type Customer, CustomerChange, type NewCustomer } from '../../customers/contract.ts'
import type { Draft } from '../columns/draft.ts'
import type { Plan } from '../columns/plan.ts'
import { FIELD_TARGETS, type FieldTarget, type Policy } from '../columns/targets.ts'

export type Change = CustomerChange

/** Who decides about a field: its column, or for the two names that of the whole name. */
export function policiesIn({ columns }: Plan): (field: FieldTarget | 'extra' | `own.${string}`) => Policy {
  const policies = new Map<string, Policy>()
  for (const { target, policy } of columns) {
    if (target === 'fullName')
      for (const name of ['firstName', 'lastName']) policies.set(name, policies.get(name) ?? policy)
    else if (target !== null) policies.set(target, policy)
  }
  // What no column says was made up for a new customer.
  return (field) => policies.get(field) ?? 'create'
}

/** A new customer has everything that the row says, but for columns that are there to match. */
export function newFrom({ fields, extra }: Draft, policyOf: ReturnType<typeof policiesIn>): NewCustomer {
  const input: NewCustomer = { ...fields, type: 'stub' }
  for (const field of FIELD_TARGETS) if (policyOf(field) === 'never') delete input[field]
  if (fields.ownFields) {
    const kept = Object.entries(fields.ownFields).filter(([key]) => policyOf(`own.${key}`) !== 'never')
    input.ownFields = Object.fromEntries(kept)
  }
  const isExtra = Object.keys(extra).length > 0 && policyOf('extra') !== 'never'
  return isExtra ? { ...input, extra } : input
}

/** What the row changes in an existing customer. */
export function changeFor(
  customer: Customer,
  { fields, extra }: Draft,
  policyOf: ReturnType<typeof policiesIn>,
): Change {
  const change: Record<string, unknown> = {}
  for (const field of FIELD_TARGETS) {
    const value = fields[field]
    if (value === undefined || value === null || value === customer[field]) continue
    if (mayWrite(policyOf(field), customer[field])) change[field] = value
  }
  // A column or a field may be called `constructor`.
  const present = (values: Readonly<Record<string, unknown>>, key: string) =>
    Object.hasOwn(values, key) ? values[key] : undefined
  const own = Object.entries(fields.ownFields ?? {}).filter(([key, value]) => {
    const before = present(customer.ownFields, key)
    return before !== value && mayWrite(policyOf(`own.${key}`), before)
  })
  if (own.length > 0) change['ownFields'] = Object.fromEntries(own)
  const more = Object.entries(extra).filter(([key, value]) => {
    const before = present(customer.extra, key)
    return before !== value && mayWrite(policyOf('extra'), before)
  })
  if (more.length > 0) change['extra'] = { ...customer.extra, ...Object.fromEntries(more) }
  return Object.keys(change).length === 0 ? {} : CustomerChange.parse(change)
}

const mayWrite = (policy: Policy, present: unknown) =>
  policy === 'overwrite' || (policy === 'fill' && (present === null || present === undefined || present === ''))
