import type { Context } from '../../../kit/context.ts'
import { keysOf } from '../../../kit/known.ts'
import { decideConsent } from '../../consent/index.ts'
import { changeCustomer, createCustomers, customerKey } from '../../customers/index.ts'
import type { Plan } from '../columns/plan.ts'
import { insertExternalIds } from '../external-ids.ts'
import { inside } from '../inside.ts'
import type { Consent } from '../judge/consents.ts'
import type { Create, Update, Verdict } from '../judge/judge.ts'
import type { Row } from '../read/row.ts'
import { insertChanges, type NewChange } from './changes.ts'

interface Batch {
  readonly importId: string
  readonly plan: Plan
  readonly places: ReadonlyMap<Row, number>
  readonly verdicts: readonly Verdict[]
}

/** Does what the judgement says, for all of these rows or for none. */
export async function takeOver(ctx: Context, { importId, plan, places, verdicts }: Batch): Promise<void> {
  const created = verdicts.filter((one): one is Create => one.outcome === 'created')
  const updated = verdicts.filter((one): one is Update => one.outcome === 'updated')
  const changes: NewChange[] = []
  const externals: { customerId: string; id: string }[] = []
  const placed = ({ row }: Verdict) => ({ at: places.get(row)!, row: row.row })

  for (const one of inOrder(updated)) {
    changes.push({ customerId: one.customerId, ...placed(one), replaced: await update(ctx, one) })
    if (one.externalId !== null) externals.push({ customerId: one.customerId, id: one.externalId })
  }
  const made =
    created.length === 0
      ? []
      : await createCustomers(
          ctx,
          created.map(({ input }) => input),
          undefined,
          { imported: true },
        )
  for (const [index, one] of created.entries()) {
    const customerId = inside(made[index]!.id)
    changes.push({ customerId, ...placed(one), replaced: null })
    if (one.externalId !== null) externals.push({ customerId, id: one.externalId })
    for (const consent of one.consents) await decide(ctx, customerId, consent)
  }
  await insertExternalIds(ctx, importId, plan.system, externals)
  insertChanges(ctx, importId, changes)
}

/** Locks are taken in the order of the ids, as by every operation on several customers. */
const inOrder = (updates: readonly Update[]) =>
  [...updates].sort((one, other) => (one.customerId < other.customerId ? -1 : 1))

async function update(
  ctx: Context,
  { customer, customerId, change, consents }: Update,
): Promise<NewChange['replaced']> {
  const fields = keysOf(change)
  const after = fields.length === 0 ? customer : await changeCustomer(ctx, { customerId, ...change })
  const decided: { purpose: string; eventId: string }[] = []
  for (const consent of consents) {
    const { eventId } = await decide(ctx, customerId, consent)
    if (eventId !== null) decided.push({ purpose: consent.purpose, eventId })
  }
  const of = (shown: typeof customer) => Object.fromEntries(fields.map((field) => [field, shown[field]]))
  return {
    key: await customerKey(ctx, customerId),
    value: { before: of(customer), after: of(after), consents: decided },
  }
}

const decide = (ctx: Context, customerId: string, { purpose, decision, at, origin, proof }: Consent) =>
  decideConsent(ctx, { customerId, purpose, decision, source: 'import', givenAt: at, origin, proof })
