import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { CustomerNotFound } from '../../customers/contract.ts'
import { mergeCustomers } from '../../merging/index.ts'
import { comparedPeople } from '../compared.ts'
import {
  AlreadyDecided,
  type accept as acceptEndpoint,
  type putOff as putOffEndpoint,
  type reject as rejectEndpoint,
} from '../contract.ts'
import { duplicateSettings, refuseMerging } from '../settings.ts'
import type { Suggestion } from '../shapes.ts'
import { sql } from '../tables.ts'
import { survivorFirst, toSuggestion } from './list.ts'
import { comparedDigest, requireSuggestion, type SuggestionRow } from './rows.ts'

const PUT_OFF_DAYS = 7
const REASON = 'One person, found as a likely duplicate'

export async function acceptSuggestion(
  ctx: Context,
  { suggestionId, into, choices, reason = REASON }: Input<typeof acceptEndpoint>,
  batch: string | null = null,
) {
  const row = await requireUnmerged(ctx, suggestionId)
  const ids = [row.one_id, row.other_id]
  const [proposed] = survivorFirst(await comparedPeople(ctx, ids))
  const survivor = into ?? proposed?.id
  const from = ids.find((id) => id !== survivor)
  if (survivor === undefined || from === undefined || !ids.includes(survivor)) throw CustomerNotFound()
  const merge = await mergeCustomers(ctx, { from, into: survivor, reason, choices })
  await decide(ctx, row, { state: 'accepted', merge_id: merge.id, batch_id: batch, put_off_to: null, decided_on: null })
  return merge
}

/** Different people: remembered until one of them changes. */
export async function rejectSuggestion(
  ctx: Context,
  { suggestionId, because }: Input<typeof rejectEndpoint>,
): Promise<Suggestion> {
  const row = await requireUnmerged(ctx, suggestionId)
  const people = await comparedPeople(ctx, [row.one_id, row.other_id])
  const [one, other] = [row.one_id, row.other_id].map((id) => people.find((person) => person.id === id))
  if (!one || !other) throw CustomerNotFound()
  const state = because === 'family' ? 'family' : 'rejected'
  return decide(ctx, row, { state, decided_on: comparedDigest(ctx, [one, other]), put_off_to: null })
}

export async function putOffSuggestion(
  ctx: Context,
  { suggestionId, to }: Input<typeof putOffEndpoint>,
): Promise<Suggestion> {
  const row = await requireUnmerged(ctx, suggestionId)
  const later = to ?? new Date(ctx.now.getTime() + PUT_OFF_DAYS * 86_400_000)
  return decide(ctx, row, { state: 'put_off', put_off_to: later, decided_on: null })
}

export async function reopenSuggestion(ctx: Context, { suggestionId }: { suggestionId: string }): Promise<Suggestion> {
  refuseMerging(ctx, await duplicateSettings(ctx))
  const row = await requireUnmerged(ctx, suggestionId)
  return write(ctx, row, { state: 'open', put_off_to: null, decided_at: null, decided_by: null, decided_on: null })
}

async function requireUnmerged(ctx: Context, suggestionId: string): Promise<SuggestionRow> {
  const row = await requireSuggestion(ctx, suggestionId, true)
  if (row.state === 'accepted') throw AlreadyDecided()
  return row
}

const decide = (ctx: Context, row: SuggestionRow, decision: Partial<SuggestionRow>) =>
  write(ctx, row, { ...decision, decided_at: ctx.now, decided_by: ctx.caller.actor })

async function write(ctx: Context, row: SuggestionRow, change: Partial<SuggestionRow>): Promise<Suggestion> {
  await sql(ctx)
    .updateTable('duplicate_suggestions')
    .set(change)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .execute()
  return toSuggestion(ctx, { ...row, ...change })
}
