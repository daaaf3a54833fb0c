import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from './tables.ts'

/** The stored state of one kind of flow. */
export interface FlowKind<Remembered> {
  readonly name: 'oidc' | 'nonce' | 'new_passkey' | 'passkey' | 'reset_asked'
  readonly remembers: z.ZodType<Remembered>
}
export const REMEMBERS_NOTHING = z.object({})

const remembered = sealedForTenant('sign_in_flows', 'sealed', document(z.unknown()), { mend: 'drop' })

interface Begun<Remembered> {
  readonly kind: FlowKind<Remembered>
  /** The secret the continuing client must present. */
  readonly secret: string
  readonly validMinutes: number
  readonly remember: Remembered
}

/** State kept on the server between the start of a flow and the browser's return. */
export async function beginFlow<Remembered>(
  ctx: Context,
  { kind, secret, validMinutes, remember }: Begun<Remembered>,
): Promise<Date> {
  const id = uuidv7(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + validMinutes * 60_000)
  await sql(ctx)
    .insertInto('sign_in_flows')
    .values({
      tenant_id: ctx.tenant,
      id,
      kind: kind.name,
      digest: digestOf(ctx, kind, secret),
      sealed: remembered.seal(ctx, { id }, remember),
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute()
  return expiresAt
}

/** Consumes the state, in any case with this transaction. Null if there is none. */
export async function takeFlow<Remembered>(
  ctx: Context,
  kind: FlowKind<Remembered>,
  secret: string,
): Promise<Remembered | null> {
  const row = await sql(ctx)
    .deleteFrom('sign_in_flows')
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', kind.name)
    .where('digest', '=', digestOf(ctx, kind, secret))
    .returning(['id', 'sealed', 'expires_at'])
    .executeTakeFirst()
  if (!row || row.expires_at <= ctx.now) return null
  return openFlow(ctx, kind, row)
}

/** The next flow of a kind, for work that continues without a browser. */
export async function nextFlow<Remembered>(
  ctx: Context,
  kind: FlowKind<Remembered>,
): Promise<Waiting<Remembered> | null> {
  const row = await sql(ctx)
    .selectFrom('sign_in_flows')
    .select(['id', 'sealed', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', kind.name)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, tooLate: row.expires_at <= ctx.now, remembered: openFlow(ctx, kind, row) } : null
}

/** Deletes pending flows of a person. Flows are short-lived, so there are few. */
export async function takeBackFlows<Remembered>(
  ctx: Context,
  kind: FlowKind<Remembered>,
  concerns: (remembered: Remembered) => boolean,
): Promise<void> {
  const rows = await sql(ctx)
    .selectFrom('sign_in_flows')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', kind.name)
    .execute()
  for (const row of rows) {
    const opened = openFlow(ctx, kind, row)
    if (opened === null || concerns(opened)) await endFlow(ctx, row.id)
  }
}

interface Waiting<Remembered> {
  readonly id: string
  readonly tooLate: boolean
  /** Null if unreadable. */
  readonly remembered: Remembered | null
}

/** Whether it still existed: of two concurrent continuations the second waits and finds it deleted. */
export async function endFlow(ctx: Context, id: string): Promise<boolean> {
  const ended = await sql(ctx)
    .deleteFrom('sign_in_flows')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Abandoned flows. */
export async function dropOldFlows(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('sign_in_flows')
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '<', ctx.now)
    .execute()
}

/** An unreadable flow counts as expired. */
function openFlow<Remembered>(
  ctx: Context,
  { remembers }: FlowKind<Remembered>,
  row: { id: string; sealed: Buffer },
): Remembered | null {
  return remembers.safeParse(remembered.show(ctx, row).value).data ?? null
}

const digestOf = (ctx: Context, { name }: Pick<FlowKind<unknown>, 'name'>, secret: string) =>
  ctx.keys.digest(`sign-in flow ${name}`, secret)
