import type { Context } from '../../kit/context.ts'
import type { Answered, Input as Asked, KeyedEntrance } from '../../kit/endpoint.ts'
import { onceIn } from '../../kit/idempotency.ts'
import type { Choices, Moved } from '../../kit/personal-data.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { outsideId, WrongStatus } from '../customers/contract.ts'
import { keyOf, lockPair, refuseRestricted, survivorOf } from '../customers/index.ts'
import { AlreadyMerged, merge as endpoint, type Merge, SamePerson } from './contract.ts'
import { AccountMerged, CustomersMerged } from './events.ts'
import { memories, mergeRows, toMerge } from './merge-row.ts'
import { sql } from './tables.ts'

interface Input {
  readonly from: string
  readonly into: string
  readonly reason: string
  readonly choices?: Choices
  /** The person verified contacts of both. It is their own will, for any caller. */
  readonly proved?: true
}

/** Suspended customers cannot be merged, because a merge must not be a way around the suspension. */
const FROM = ['active', 'deactivated', 'cancelled']
const INTO = ['active']

/** The request body: the contract has aliases, each given once. A dry run is the merge itself, rolled back. */
export async function mergeAsAsked(entrance: KeyedEntrance, asked: Asked<typeof endpoint>): Promise<Answered<Merge>> {
  const { from, source = from, into, target = into, dryRun, ...rest } = asked
  const { db, caller } = entrance
  const work = (ctx: Context) => mergeCustomers(ctx, { from: source!, into: target!, ...rest })
  if (dryRun) return { body: await rehearseMerge(entrance, work) }
  return inTenant(db, caller, (ctx) => onceIn(ctx, entrance, endpoint, asked, () => work(ctx)), {
    repeatable: entrance.idempotencyKey !== undefined,
  })
}

/** What the merge would answer; nothing of it stays. */
export async function rehearseMerge(
  { db, caller }: KeyedEntrance,
  work: (ctx: Context) => Promise<Merge>,
): Promise<Merge> {
  let merge: Merge | undefined
  const taken = inTenant(db, caller, async (ctx) => {
    merge = await work(ctx)
    throw new OnlyRehearsed()
  })
  await taken.catch((error: unknown) => {
    if (!(error instanceof OnlyRehearsed)) throw error
  })
  return merge!
}
class OnlyRehearsed extends Error {}

/** Merges two customers: every module moves its records of `from` to `into`, or to the survivor of that one. */
export async function mergeCustomers(
  ctx: Context,
  { from, into, reason, choices = {}, proved }: Input,
): Promise<Merge> {
  const survivor = await survivorOf(ctx, into)
  if (survivor === from) throw SamePerson()
  const [source, target] = await lockPair(ctx, from, survivor, { alone: !proved })
  if (!proved) for (const row of [source, target]) refuseRestricted(ctx, row)
  for (const { merged_into } of [source, target]) {
    if (merged_into !== null) throw AlreadyMerged({ customerId: outsideId(await survivorOf(ctx, merged_into)) })
  }
  if (!FROM.includes(source.status)) throw WrongStatus({ customerId: outsideId(from), customerStatus: source.status })
  if (!INTO.includes(target.status))
    throw WrongStatus({ customerId: outsideId(survivor), customerStatus: target.status })

  const moved: Record<string, Moved> = {}
  // From the top: upper modules must still find both customers.
  for (const [name, hooks] of [...ctx.personalData].reverse()) {
    moved[name] = await hooks.merge(ctx, from, survivor, choices)
  }
  const id = uuidv7(ctx.now.getTime())
  const key = keyOf(ctx, target)
  const row = await sql(ctx)
    .insertInto('merges')
    .values({
      tenant_id: ctx.tenant,
      id,
      from_id: from,
      into_id: survivor,
      ordinal: await nextOrdinal(ctx, [from, survivor]),
      merged_at: ctx.now,
      merged_by: ctx.caller.actor,
      sealed: memories.seal(ctx, key, { id }, { reason, choices, moved }),
    })
    .returningAll()
    .executeTakeFirstOrThrow()

  const became = { customerId: survivor, mergedId: from, mergeId: id }
  ctx.emit(CustomersMerged(became))
  ctx.emit(AccountMerged(became))
  const fields = ['mergedInto']
  const after = { mergedInto: outsideId(survivor) }
  ctx.audit({ action: 'customer.merged', customer: { id: from, key: keyOf(ctx, source) }, fields, after, reason })
  const absorbed = { absorbed: outsideId(from) }
  ctx.audit({
    action: 'customer.absorbed',
    // Sealed with the other's key: after an undo and its erasure, the survivor's history must not reveal the reason.
    customer: { id: survivor, key: keyOf(ctx, source) },
    fields: ['absorbed'],
    after: absorbed,
    reason,
  })
  return toMerge(ctx, row, key)
}

async function nextOrdinal(ctx: Context, people: readonly string[]): Promise<number> {
  const last = await mergeRows(ctx)
    .where((q) => q.or([q('from_id', 'in', people), q('into_id', 'in', people)]))
    .clearSelect()
    .select((q) => q.fn.max('ordinal').as('ordinal'))
    .executeTakeFirst()
  return (last?.ordinal ?? 0) + 1
}
