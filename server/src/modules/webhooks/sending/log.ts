import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import type { Part as JobPart, Progress } from '../../../kit/job.ts'
import { known } from '../../../kit/known.ts'
import { document, sealedForPerson } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { customerKeys, keysOf } from '../../customers/index.ts'
import { sql } from '../tables.ts'
import type { Attempt } from './lane.ts'
import { OUTCOMES } from './outcomes.ts'

const Part = z.object({ headers: z.record(z.string(), z.string()), body: z.string().nullable() })
const Exchange = z.object({ request: Part, answer: Part.nullable() })
const exchanges = sealedForPerson('webhook_attempts', 'sealed', document(Exchange), { mend: 'clear' })

/** Of an erased person only that there was an attempt. */
export async function keepInLog(ctx: Context, attempts: readonly Attempt[], { test }: { test: boolean }) {
  const keys = await customerKeys(
    ctx,
    attempts.flatMap(({ parcel }) => parcel.customerId ?? []),
  )
  const rows = attempts.map(({ parcel, answer }) => {
    const id = uuidv7(ctx.now.getTime())
    const key = parcel.customerId === null ? ctx.keys.own : keys.get(parcel.customerId)
    const { headers, body, isFull } = parcel
    const answered = answer.status === null ? null : { headers: answer.headers, body: answer.body }
    return {
      id,
      endpoint_id: parcel.webhookId,
      event_id: parcel.eventId,
      customer_id: parcel.customerId,
      took_ms: answer.tookMs,
      outcome: answer.outcome,
      http_status: answer.status,
      was_full: isFull,
      sealed: key
        ? exchanges.seal(ctx, key, { id }, { request: { headers: { ...headers }, body }, answer: answered })
        : null,
    }
  })
  const each = <K extends keyof (typeof rows)[0]>(column: K) => rows.map((row) => row[column])
  // One text for any number of rows: it is planned once.
  await raw`
    insert into webhook_attempts (tenant_id, id, endpoint_id, event_id, customer_id, took_ms, outcome, http_status, was_full, sealed, test, at)
    select ${ctx.tenant}::uuid, one.*, ${test}::boolean, ${ctx.now}::timestamptz
      from unnest(${each('id')}::uuid[], ${each('endpoint_id')}::uuid[], ${each('event_id')}::uuid[], ${each('customer_id')}::uuid[],
                  ${each('took_ms')}::int[], ${each('outcome')}::text[], ${each('http_status')}::int[], ${each('was_full')}::boolean[],
                  ${each('sealed')}::bytea[]) as one`.execute(sql(ctx))
}

/** The attempts of one event, newest first. */
export async function readLog(ctx: Context, webhookId: string, eventId: string) {
  const rows = await sql(ctx)
    .selectFrom('webhook_attempts')
    .select(['id', 'at', 'took_ms', 'outcome', 'http_status', 'was_full', 'test', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('endpoint_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const keys = await keysOf(ctx, exchanges.people(ctx, rows))
  const mayContact = ctx.caller.may.has('customers:contacts')
  return rows.map((row) => {
    const { value, damaged } = exchanges.show(ctx, keys, row)
    // A receiver may answer with what it was sent.
    const shown = row.was_full && !mayContact ? null : value
    return {
      at: row.at.toISOString(),
      tookMs: row.took_ms,
      outcome: known(OUTCOMES, row.outcome),
      status: row.http_status,
      test: row.test,
      request: shown?.request ?? null,
      answer: shown?.answer ?? null,
      damaged,
    }
  })
}

const KEPT_DAYS = 30
const FORGOTTEN_AT_ONCE = 1_000

/** With it goes what was finished by then; an event that is still to be sent stays. */
export async function forgetWebhookLog(ctx: Context, _?: Progress, part?: JobPart): Promise<void> {
  const old = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000)
  const attempts = await raw`
    delete from webhook_attempts where tenant_id = ${ctx.tenant} and id in (
      select id from webhook_attempts where tenant_id = ${ctx.tenant} and at < ${old}
       order by at limit ${FORGOTTEN_AT_ONCE})`.execute(sql(ctx))
  const deliveries = await raw`
    delete from webhook_deliveries where tenant_id = ${ctx.tenant} and (endpoint_id, event_id) in (
      select endpoint_id, event_id from webhook_deliveries where tenant_id = ${ctx.tenant} and finished_at < ${old}
       order by finished_at limit ${FORGOTTEN_AT_ONCE})`.execute(sql(ctx))
  if ([attempts, deliveries].some(({ numAffectedRows }) => Number(numAffectedRows) === FORGOTTEN_AT_ONCE)) part?.goOn()
}
