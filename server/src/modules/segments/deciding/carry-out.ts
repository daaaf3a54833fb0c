import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { writeSegments } from '../../customers/index.ts'
import { type CAUSES, CustomerSegmentChanged } from '../events.ts'
import type { Outcome } from '../rules/of-one.ts'
import { sql } from '../tables.ts'

export type Cause = (typeof CAUSES)[number]

export interface Member {
  readonly customer_id: string
  readonly segment: string
  readonly since: Date
  readonly tags: readonly string[]
  readonly due_at: Date | null
}

/** `was` is null for a new member, `is` for one who is merged or erased. */
export interface Change {
  readonly customerId: string
  readonly was: Pick<Member, 'segment' | 'tags'> | null
  readonly is: Outcome | null
}

interface Why {
  readonly cause: Cause
  readonly version: number
}

/** Members, history, the customer and the event: all of them together. */
export async function carryOut(ctx: Context, changes: readonly Change[], why: Why): Promise<void> {
  if (changes.length === 0) return
  await writeMembers(ctx, changes)
  const moves = changes.map(movesOf).filter(isMove)
  if (moves.length === 0) return
  await writeHistory(ctx, moves, why)
  const moved = moves.filter(({ from, to }) => from !== to)
  if (moved.length > 0) {
    await writeSegments(
      ctx,
      moved.map(({ customerId }) => customerId),
      moved.map(({ to }) => to),
    )
  }
  for (const { customerId, from, to, gained, lost } of moves) {
    ctx.emit(
      CustomerSegmentChanged({
        ...{ customerId, from, to, at: ctx.now.toISOString() },
        tagsGained: [...gained],
        tagsLost: [...lost],
        why: { cause: why.cause, rule: to, version: why.version },
      }),
    )
  }
}

interface Move {
  readonly customerId: string
  readonly from: string | null
  readonly to: string | null
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

function movesOf({ customerId, was, is }: Change): Move {
  const [before, after] = [was?.tags ?? [], is?.tags ?? []]
  return {
    customerId,
    from: was?.segment ?? null,
    to: is?.segment ?? null,
    gained: after.filter((tag) => !before.includes(tag)),
    lost: before.filter((tag) => !after.includes(tag)),
  }
}

const isMove = ({ from, to, gained, lost }: Move) => from !== to || gained.length > 0 || lost.length > 0

async function writeMembers(ctx: Context, changes: readonly Change[]): Promise<void> {
  const gone = changes.flatMap(({ customerId, is }) => (is ? [] : [customerId]))
  if (gone.length > 0) {
    await sql(ctx)
      .deleteFrom('segment_members')
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', 'in', gone)
      .execute()
  }
  const stay = changes.flatMap(({ customerId, is }) => (is ? [{ id: customerId, ...is }] : []))
  if (stay.length === 0) return
  await raw`
    update segment_members m
       set segment = one.segment, tags = one.tags, due_at = one.due,
           since = case when m.segment = one.segment then m.since else ${ctx.now}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(stay)}::jsonb) as one(id uuid, segment text, tags text[], due timestamptz)
     where m.tenant_id = ${ctx.tenant} and m.customer_id = one.id`.execute(sql(ctx))
}

async function writeHistory(ctx: Context, moves: readonly Move[], { cause, version }: Why): Promise<void> {
  const went = moves.flatMap(({ customerId, from, to, lost }) =>
    [...(from !== null && from !== to ? [from] : []), ...lost].map((key) => ({ id: customerId, key })),
  )
  if (went.length > 0) {
    await raw`
      update segment_history h set went_at = ${ctx.now}, went_by = ${cause}
        from jsonb_to_recordset(${JSON.stringify(went)}::jsonb) as one(id uuid, key text)
       where h.tenant_id = ${ctx.tenant} and h.customer_id = one.id and h.key = one.key and h.went_at is null`.execute(
      sql(ctx),
    )
  }
  const came = (customerId: string, key: string, isTag: boolean, from: string | null) => ({
    ...{ tenant_id: ctx.tenant, id: uuidv7(ctx.now.getTime()), customer_id: customerId, key, is_tag: isTag },
    ...{ came_at: ctx.now, came_by: cause, version, moved_from: from },
  })
  sql.insert(
    ctx,
    'segment_history',
    moves.flatMap(({ customerId, from, to, gained }) => [
      ...(to !== null && from !== to ? [came(customerId, to, false, from)] : []),
      ...gained.map((tag) => came(customerId, tag, true, null)),
    ]),
  )
}
