import type { Context } from '../../../kit/context.ts'
import { inLanguages } from '../../../kit/invalid.ts'
import { Refusal } from '../../../kit/refusal.ts'
import {
  type Customer,
  CustomerDamaged,
  CustomerRestricted,
  EmailNeeded,
  EmailTaken,
  NameNeeded,
  type NewCustomer,
  PhoneNeeded,
  PhoneTaken,
} from '../../customers/contract.ts'
import { checkNewCustomer, readOwnFields } from '../../customers/index.ts'
import { likelyCustomers } from '../../duplicates/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { draftOf, type Reason, reason } from '../columns/draft.ts'
import type { Plan } from '../columns/plan.ts'
import type { MatchBy } from '../columns/targets.ts'
import { CONTACT_IS_VERIFIED, LIKELY_SAME, MATCHES_TWO, NO_SUCH_NUMBER, REPEATED } from '../problems.ts'
import type { Row } from '../read/row.ts'
import { type Change, changeFor, newFrom, policiesIn } from './change.ts'
import { type Consent, readConsentsOf } from './consents.ts'
import { type Key, keysOf } from './keys.ts'
import { readKnown } from './match.ts'
import type { Seen } from './seen.ts'

interface Judged {
  readonly row: Row
  readonly keys: readonly Key[]
}
export interface Create extends Judged {
  readonly outcome: 'created'
  readonly input: NewCustomer
  readonly externalId: string | null
  readonly consents: readonly Consent[]
}
export interface Update extends Judged {
  readonly outcome: 'updated'
  readonly customer: Customer
  readonly customerId: string
  readonly change: Change
  readonly externalId: string | null
  readonly consents: readonly Consent[]
}
interface Unchanged extends Judged {
  readonly outcome: 'unchanged'
  readonly customerId: string
}
export interface Aside extends Judged {
  readonly outcome: 'refused' | 'duplicate'
  readonly reasons: readonly Reason[]
  readonly customerId?: string | undefined
  readonly otherRow?: number | undefined
}
export type Verdict = Create | Update | Unchanged | Aside

interface Earlier {
  readonly seen: Seen
  /** The rows by which this import changed these customers already. */
  readonly rowsOf: (ctx: Context, customerIds: readonly string[]) => Promise<ReadonlyMap<string, number>>
}

/** What becomes of these rows. A check asks it and writes nothing; the run asks it again and does what it says. */
export async function judge(
  ctx: Context,
  rows: readonly Row[],
  plan: Plan,
  { seen, rowsOf }: Earlier,
): Promise<Verdict[]> {
  const defaults = await tenantDefaults(ctx)
  const readFor = { country: defaults.country, ownFields: (await readOwnFields(ctx)).person }
  const drafts = rows.map((row) => {
    const draft = draftOf(row, plan, readFor)
    return { draft, keys: keysOf(ctx, draft, plan.system) }
  })
  const known = await readKnown(
    ctx,
    drafts.flatMap(({ keys }) => keys),
  )
  const earlier = await rowsOf(ctx, [...known.customers.keys()])
  const consents = await readConsentsOf(ctx, plan, [...known.customers.keys()])
  const policies = policiesIn(plan)

  const verdicts = drafts.map(({ draft, keys }): Verdict => {
    const { row } = draft
    const aside = (outcome: Aside['outcome'], reasons: readonly Reason[], more: Partial<Aside> = {}): Aside => ({
      ...more,
      outcome,
      row,
      keys,
      reasons,
    })
    const said = consents.of(draft)
    const reasons = [...draft.reasons, ...said.reasons]
    if (reasons.length > 0) return aside('refused', reasons)

    const met = keys.map((key) => ({ key, holder: known.holderOf(key) }))
    const before = seen.rowOf(keys) ?? met.flatMap(({ holder }) => earlier.get(holder ?? '') ?? [])[0]
    if (before !== undefined)
      return aside('duplicate', [reason(REPEATED)], {
        otherRow: before,
        customerId: met.find(({ holder }) => holder)?.holder,
      })
    const found = matched(met, plan.matchBy)
    if (found === 'several') return aside('refused', [reason(MATCHES_TWO)])
    const taken = takenBy(met, found, plan)
    if (taken.length > 0) return aside('refused', taken, { customerId: met.find(({ holder }) => holder)?.holder })

    const verdict = found === undefined ? created() : updated(found)
    if (verdict.outcome === 'created' || verdict.outcome === 'updated') seen.note(keys, row.row)
    return verdict

    function created(): Verdict {
      const { externalId } = draft
      const input = newFrom(draft, policies)
      const wrong = refusedBy(() => checkNewCustomer(ctx, input, defaults, undefined, { imported: true }), plan)
      if (wrong.length > 0) return aside('refused', wrong)
      return { outcome: 'created', row, keys, input, externalId, consents: said.consents }
    }

    function updated(customerId: string): Verdict {
      const customer = known.customers.get(customerId)!
      if (customer.damaged) return aside('refused', [ofKind(CustomerDamaged)], { customerId })
      if (customer.restricted) return aside('refused', [ofKind(CustomerRestricted)], { customerId })
      const change = changeFor(customer, draft, policies)
      const kept = (['phone', 'email'] as const).filter((field) => field in change && customer[`${field}Verified`])
      if (kept.length > 0)
        return aside(
          'refused',
          kept.map((field) => reason(CONTACT_IS_VERIFIED, columnOf(plan, field))),
          { customerId },
        )
      const isNewId = draft.externalId !== null && !met.some(({ key, holder }) => key.by === 'externalId' && holder)
      const externalId = isNewId ? draft.externalId : null
      const decided = consents.newOf(customerId, said.consents)
      if (Object.keys(change).length === 0 && externalId === null && decided.length === 0)
        return { outcome: 'unchanged', row, keys, customerId }
      return { outcome: 'updated', row, keys, customer, customerId, change, externalId, consents: decided }
    }
  })
  return plan.likely === 'skip' ? withoutLikely(ctx, verdicts, rowsOf) : verdicts
}

/** Which customer the row is, by what it shall be recognised by. */
function matched(met: readonly Met[], matchBy: readonly MatchBy[]): string | 'several' | undefined {
  const found = new Set(met.flatMap(({ key, holder }) => (holder && matchBy.includes(key.by) ? [holder] : [])))
  return found.size > 1 ? 'several' : [...found][0]
}
interface Met {
  readonly key: Key
  readonly holder: string | undefined
}

/** A phone or an e-mail has one holder; a number is not given to a new customer. */
function takenBy(met: readonly Met[], found: string | undefined, plan: Plan): Reason[] {
  return met.flatMap(({ key: { by }, holder }) => {
    if (by === 'number') return holder === undefined ? [reason(NO_SUCH_NUMBER, columnOf(plan, by))] : []
    if (holder === undefined || holder === found) return []
    if (by === 'phone') return [ofKind(PhoneTaken, columnOf(plan, by))]
    return by === 'email' ? [ofKind(EmailTaken, columnOf(plan, by))] : [reason(MATCHES_TWO, columnOf(plan, by))]
  })
}

/** Customers that earlier rows of the same file made do not count: a run does what its check said. */
async function withoutLikely(
  ctx: Context,
  verdicts: readonly Verdict[],
  rowsOf: Earlier['rowsOf'],
): Promise<Verdict[]> {
  const made = verdicts.filter((one) => one.outcome === 'created')
  const same = await likelyCustomers(
    ctx,
    made.map(({ input }) => input),
  )
  const found = new Map<Verdict, string | null>(made.map((one, index) => [one, same[index] ?? null]))
  const ofThisFile = await rowsOf(
    ctx,
    [...found.values()].filter((id) => id !== null),
  )
  return verdicts.map((one): Verdict => {
    const customerId = found.get(one) ?? null
    if (customerId === null || ofThisFile.has(customerId)) return one
    return { outcome: 'duplicate', row: one.row, keys: one.keys, reasons: [reason(LIKELY_SAME)], customerId }
  })
}

export const columnOf = ({ columns }: Pick<Plan, 'columns'>, target: string): number | null => {
  const index = columns.findIndex((column) => column.target === target)
  if (index !== -1) return index
  return target === 'firstName' ? columnOf({ columns }, 'fullName') : null
}

const ofKind = ({ code, text }: { code: string; text: Reason['text'] }, column: number | null = null): Reason => ({
  code,
  text,
  column,
})

/** The refusals of an operation as reasons of a row. */
export const reasonsOf = (refusal: Refusal, plan: Plan): Reason[] =>
  inLanguages(refusal).map(({ path, code, text }) => ({ code, text, column: columnOf(plan, FIELD_OF[code] ?? path) }))

/** What a refusal without a field is about. */
const FIELD_OF: Readonly<Record<string, string>> = {
  [NameNeeded.code]: 'firstName',
  [PhoneNeeded.code]: 'phone',
  [EmailNeeded.code]: 'email',
  [PhoneTaken.code]: 'phone',
  [EmailTaken.code]: 'email',
}

function refusedBy(work: () => void, plan: Plan): Reason[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof Refusal) return reasonsOf(error, plan)
    throw error
  }
}
