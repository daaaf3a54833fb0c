import type { Context } from '../../../kit/context.ts'
import { type DataKey, keyIdOf, open, seal } from '../../../kit/sealing.ts'
import { bytesToUuid } from '../../../kit/uuid.ts'
import { outsideId } from '../../customers/contract.ts'
import { keysOf, namesOf } from '../../customers/index.ts'
import { clockOf } from '../clock.ts'
import { daysAfter } from '../packs.ts'
import { sql } from '../tables.ts'
import type { PrivacyRequest } from './contract.ts'

export type RequestRow = Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[0]

/** What was said, by the person and to the person. */
export interface Words {
  readonly text: string
  readonly identityNote?: string | undefined
  readonly extensionReason?: string
  readonly answer?: string
}

const KEY_ID = 16

export const requestRows = (ctx: Context) =>
  sql(ctx).selectFrom('privacy_requests').selectAll().where('tenant_id', '=', ctx.tenant)

export const sealWords = (ctx: Context, key: DataKey, requestId: string, words: Words): Buffer =>
  seal(key, place(ctx, requestId), JSON.stringify(words))

/** Also those of a person who was merged: their key was handed over, and is found by its id. */
export async function keysFor(ctx: Context, rows: readonly Pick<RequestRow, 'sealed'>[]) {
  return keysOf(
    ctx,
    rows.flatMap(({ sealed }) => (sealed === null ? [] : bytesToUuid(keyIdOf(sealed, KEY_ID)))),
  )
}

/** Null once the person is erased. */
export function openWords(ctx: Context, keys: ReadonlyMap<string, DataKey>, { id, sealed }: RequestRow): Words | null {
  const key = sealed && keys.get(bytesToUuid(keyIdOf(sealed, KEY_ID)))
  return key ? (JSON.parse(open(key, place(ctx, id), sealed).toString()) as Words) : null
}

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
    const words = openWords(ctx, keys, row)
    return {
      id: row.id,
      customerId: outsideId(row.customer_id),
      person: names.get(row.customer_id) ?? null,
      kind: row.kind as PrivacyRequest['kind'],
      status: row.status as PrivacyRequest['status'],
      clock: clockOf(row.due_at, row.closed_at, ctx.now, soon),
      pack: row.pack as PrivacyRequest['pack'],
      receivedAt: row.received_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      extendedAt: row.extended_at?.toISOString() ?? null,
      askedBy: row.by_person ? 'person' : 'staff',
      identityProof: row.identity_proof as PrivacyRequest['identityProof'],
      assignee: row.assignee,
      closedAt: row.closed_at?.toISOString() ?? null,
      closedBy: row.closed_by,
      text: words?.text ?? null,
      identityNote: words?.identityNote ?? null,
      extensionReason: words?.extensionReason ?? null,
      answer: words?.answer ?? null,
    }
  })
}

const place = (ctx: Context, id: string) => `privacy_requests.sealed|${ctx.tenant}|${id}`
