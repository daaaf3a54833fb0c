import { createHash } from 'node:crypto'
import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from './context.ts'
import type { Answered, Endpoint, KeyedEntrance, Output } from './endpoint.ts'
import { until } from './growth.ts'
import type { Part, Progress } from './job.ts'
import { refusal } from './refusal.ts'
import { document, sealedForTenant } from './sealed.ts'
import { tables } from './tables.ts'

export const IDEMPOTENCY_KEPT_HOURS = 24

export const KeyReused = refusal('idempotency_key_reused', 422, {
  en: 'This Idempotency-Key was already used for a different request.',
  ar: 'استُخدم مفتاح Idempotency-Key هذا سابقًا مع طلب مختلف.',
})
export const KeyMalformed = refusal('idempotency_key_malformed', 400, {
  en: 'An Idempotency-Key is 1 to 255 printable ASCII characters.',
  ar: 'يتكون Idempotency-Key من 1 إلى 255 محرف ASCII قابلًا للطباعة.',
})

export const sql = tables({
  idempotency_keys: {
    tenant_id: 'id',
    caller: 'id',
    key_digest: 'digest',
    request: 'digest',
    status: 'fact',
    answer: 'sealed',
    about: 'id',
    created_at: 'fact',
  },
}).grows({
  idempotency_keys: { since: 'created_at', bound: until('forget-idempotency-answers', '24 hours') },
})

const answers = sealedForTenant('idempotency_keys', 'answer', document(z.unknown()), {
  by: ['caller', 'key_digest'],
  at: ({ caller, key_digest }) => `${caller}|${key_digest.toString('hex')}`,
  mend: 'drop',
})

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/**
 * Does the work once per key and caller. The key is claimed in the transaction of the work itself: a second request with
 * the same key waits for the first one's commit and then gets its response; if the first is refused, nothing is stored.
 */
export async function once(
  ctx: Context,
  key: string,
  request: { readonly endpoint: string; readonly input: unknown },
  work: () => Promise<Answer>,
): Promise<Answer & { readonly replayed: boolean }> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw KeyMalformed()
  const { tenant, keys } = ctx
  const caller = ctx.caller.actor
  const keyDigest = keys.digest('idempotency key', key)
  const digest = createHash('sha256')
    .update(`${request.endpoint}\0${canonical(request.input)}`)
    .digest()

  const claimed = await sql(ctx)
    .insertInto('idempotency_keys')
    .values({ tenant_id: tenant, caller, key_digest: keyDigest, request: keys.digest('request', digest) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'caller', 'key_digest']).doNothing())
    .returning('caller')
    .executeTakeFirst()
  const thisKey = { tenant_id: tenant, caller, key_digest: keyDigest }

  if (!claimed) {
    const before = await sql(ctx)
      .selectFrom('idempotency_keys')
      .select(['request', 'status', 'answer'])
      .where((q) => q.and(thisKey))
      .executeTakeFirstOrThrow()
    if (!before.request.equals(keys.digest('request', digest))) throw KeyReused()
    return {
      status: before.status!,
      body: answers.open(ctx, { ...thisKey, answer: before.answer }),
      replayed: true,
    }
  }

  const answer = await work()
  await sql(ctx)
    .updateTable('idempotency_keys')
    .set({
      status: answer.status,
      answer: answers.seal(ctx, thisKey, answer.body),
      // A call about the caller's own data may name the customer neither in request nor response.
      about: idsIn([request.input, answer.body, ctx.caller.signedIn?.customer ?? null]),
    })
    .where((q) => q.and(thisKey))
    .execute()
  return { ...answer, replayed: false }
}

/** For an operation in phases: runs its writing transaction once per key. The phases before may be repeated. */
export async function onceIn<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  ctx: Context,
  { idempotencyKey }: KeyedEntrance,
  endpoint: E,
  input: unknown,
  work: () => Promise<Output<E>>,
): Promise<Answered<Output<E>>> {
  if (idempotencyKey === undefined) return { body: await work() }
  const request = { endpoint: `${endpoint.method} ${endpoint.path}`, input }
  const { body, replayed } = await once(ctx, idempotencyKey, request, async () => ({
    status: endpoint.status ?? 200,
    body: await work(),
  }))
  return { body: body as Output<E>, replayed } // What `work` answered, now or before.
}

/** Stored responses that may contain data of these customers, sealed with the tenant's key: an erasure deletes them. */
export async function forgetAnswersAbout(ctx: Context, customerIds: readonly string[]): Promise<void> {
  await sql(ctx)
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', ctx.tenant)
    .where('about', '&&', raw<string[]>`${customerIds}::uuid[]`)
    .execute()
}

export async function countAnswersAbout(ctx: Context, customerIds: readonly string[]): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('idempotency_keys')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('about', '&&', raw<string[]>`${customerIds}::uuid[]`)
    .executeTakeFirstOrThrow()
  return count
}

const ID =
  /\bcust_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g

/** Every id in a request and its response: too many do no harm, a missing one would outlive a person. */
export const idsIn = (values: unknown): string[] => [
  ...new Set(
    Array.from(JSON.stringify(values).matchAll(ID), ([whole, ...parts]) => (parts[0] ? parts.join('-') : whole)),
  ),
]

const FORGOTTEN_AT_ONCE = 1_000

export async function forgetOldAnswers(ctx: Context, _?: Progress, part?: Part): Promise<void> {
  const before = new Date(ctx.now.getTime() - IDEMPOTENCY_KEPT_HOURS * 3_600_000)
  const { numAffectedRows } = await raw`
    delete from idempotency_keys where tenant_id = ${ctx.tenant} and (caller, key_digest) in (
      select caller, key_digest from idempotency_keys where tenant_id = ${ctx.tenant} and created_at < ${before}
       order by created_at limit ${FORGOTTEN_AT_ONCE})`.execute(sql(ctx))
  if (Number(numAffectedRows) === FORGOTTEN_AT_ONCE) part?.goOn()
}

/** Canonical JSON, independent of the order of keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)}}`
}
