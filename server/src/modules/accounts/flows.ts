import type { Context } from '../../kit/context.ts'
import { open, seal } from '../../kit/sealing.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { sql } from './tables.ts'

type FlowKind = 'oidc' | 'nonce' | 'new_passkey' | 'passkey' | 'reset_asked'

interface Begun {
  readonly kind: FlowKind
  /** What only whoever goes on with it can show. */
  readonly secret: string
  readonly validMinutes: number
  readonly remember?: object
}

/** Something begins here and goes on when the browser comes back; until then it is kept on this side. */
export async function beginFlow(ctx: Context, { kind, secret, validMinutes, remember = {} }: Begun): Promise<Date> {
  const id = uuidv7(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + validMinutes * 60_000)
  await sql(ctx)
    .insertInto('sign_in_flows')
    .values({
      tenant_id: ctx.tenant,
      id,
      kind,
      digest: digestOf(ctx, kind, secret),
      sealed: seal(ctx.keys.own, place(ctx, id), JSON.stringify(remember)),
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute()
  return expiresAt
}

/** What was remembered, once: it is gone with this transaction, whatever becomes of the rest. Null when there is none. */
export async function takeFlow<Remembered>(ctx: Context, kind: FlowKind, secret: string): Promise<Remembered | null> {
  const row = await sql(ctx)
    .deleteFrom('sign_in_flows')
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', kind)
    .where('digest', '=', digestOf(ctx, kind, secret))
    .returning(['id', 'sealed', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= ctx.now) return null
  return openFlow(ctx, row) as Remembered
}

/** The next one of its kind, for what goes on without anybody coming back. */
export async function nextFlow<Remembered>(ctx: Context, kind: FlowKind): Promise<Waiting<Remembered> | null> {
  const row = await sql(ctx)
    .selectFrom('sign_in_flows')
    .select(['id', 'sealed', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', kind)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, tooLate: row.expires_at <= ctx.now, remembered: openFlow(ctx, row) as Remembered } : null
}

/** Takes back what waits and concerns somebody. It waits for seconds only, so there are few. */
export async function takeBackFlows<Remembered>(
  ctx: Context,
  kind: FlowKind,
  concerns: (remembered: Remembered) => boolean,
): Promise<void> {
  const rows = await sql(ctx)
    .selectFrom('sign_in_flows')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', kind)
    .execute()
  for (const row of rows) if (concerns(openFlow(ctx, row) as Remembered)) await endFlow(ctx, row.id)
}

interface Waiting<Remembered> {
  readonly id: string
  readonly tooLate: boolean
  readonly remembered: Remembered
}

/** Whether it was still there: of two who go on with it the second waits and finds it gone. */
export async function endFlow(ctx: Context, id: string): Promise<boolean> {
  const ended = await sql(ctx)
    .deleteFrom('sign_in_flows')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Those that nobody came back to. */
export async function dropOldFlows(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('sign_in_flows')
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '<', ctx.now)
    .execute()
}

const openFlow = (ctx: Context, { id, sealed }: { id: string; sealed: Buffer }): unknown =>
  JSON.parse(open(ctx.keys.own, place(ctx, id), sealed).toString())

const digestOf = (ctx: Context, kind: FlowKind, secret: string) => ctx.keys.digest(`sign-in flow ${kind}`, secret)
const place = (ctx: Context, id: string) => `sign_in_flows.sealed|${ctx.tenant}|${id}`
