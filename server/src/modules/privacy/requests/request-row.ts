import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { document, LOST, sealedForPerson } from '../../../kit/sealed.ts'
import { outsideId } from '../../customers/contract.ts'
import { keysOf, namesOf } from '../../customers/index.ts'
import { clockOf } from '../clock.ts'
import { daysAfter, PACK_NAMES } from '../packs.ts'
import { sql } from '../tables.ts'
import type { PrivacyRequest } from './contract.ts'
import { IDENTITY_PROOFS, REQUEST_KINDS, REQUEST_STATUSES } from './kinds.ts'

export type RequestRow = Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[0]

/** The texts of the request: by the person and to the person. */
const Words = z.object({
  text: z.string(),
  identityNote: z.string().optional(),
  extensionReason: z.string().optional(),
  answer: z.string().optional(),
})
export type Words = Readonly<z.output<typeof Words>>

/** Also for a merged customer: that key moved with the request and is found by its id. */
export const sealedWords = sealedForPerson('privacy_requests', 'sealed', document(Words), {
  mend: () => ({ text: LOST }),
})

export const requestRows = (ctx: Context) =>
  sql(ctx).selectFrom('privacy_requests').selectAll().where('tenant_id', '=', ctx.tenant)

export const keysFor = (ctx: Context, rows: readonly Pick<RequestRow, 'sealed'>[]) =>
  keysOf(ctx, sealedWords.people(ctx, rows))

export async function toRequests(
  ctx: Context,
  rows: readonly RequestRow[],
  dueSoonDays: number,
): Promise<PrivacyRequest[]> {
  const keys = await keysFor(ctx, rows)
  const names = await namesOf(
    ctx,
    rows.map(({ customer_id }) => customer_id),
  )
  const soon = daysAfter(new Date(0), dueSoonDays).getTime()
  return rows.map((row) => {
    const { value: words, damaged } = sealedWords.show(ctx, keys, row)
    return {
      id: row.id,
      customerId: outsideId(row.customer_id),
      person: names.get(row.customer_id) ?? null,
      kind: known(REQUEST_KINDS, row.kind),
      status: known(REQUEST_STATUSES, row.status),
      clock: clockOf(row.due_at, row.closed_at, ctx.now, soon),
      pack: known(PACK_NAMES, row.pack),
      receivedAt: row.received_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      extendedAt: row.extended_at?.toISOString() ?? null,
      askedBy: row.by_person ? 'person' : 'staff',
      identityProof: known(IDENTITY_PROOFS, row.identity_proof),
      assignee: row.assignee,
      closedAt: row.closed_at?.toISOString() ?? null,
      closedBy: row.closed_by,
      text: words?.text ?? null,
      identityNote: words?.identityNote ?? null,
      extensionReason: words?.extensionReason ?? null,
      answer: words?.answer ?? null,
      damaged,
    }
  })
}
