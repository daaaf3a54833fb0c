import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { known } from '../../kit/known.ts'
import type { Errand } from '../../kit/module.ts'
import { inTenant } from '../../kit/transaction.ts'
import type { Outcome, Outgoing } from './providers/outgoing.ts'
import { hand } from './providers/provider.ts'
import { openMessages } from './sealed.ts'
import { sql, withoutSecrets } from './tables.ts'
import { CHANNELS } from './templates.ts'

const BATCH = 10
export const ATTEMPTS = 6
const FIRST_RETRY_SECONDS = 2
const LONGEST_RETRY_SECONDS = 600
/** Longer than a provider may take: a process that has not reported by then has died. */
export const LEASE_SECONDS = 60

export const deliver: Errand = {
  name: 'deliver-messages',
  nudge: 'messages',
  everyMs: 1_000,
  find: 'select distinct tenant_id from messages where due_at <= now()',
  run: deliverMessages,
}

/** Claims due messages, commits, sends them, and then records the results. No transaction is open while a provider works. */
export async function deliverMessages(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, `errand:${deliver.name}`)
  const claimed = await inTenant(db, caller, claim)
  await Promise.all(
    claimed.map(async (message) => {
      const outcome = await hand(db.config, message)
      const sentAfter = await inTenant(db, caller, (ctx) => note(ctx, message, outcome))
      if (sentAfter !== null) db.metrics.messageTook('queued_to_sent', message.channel, sentAfter)
      else db.metrics.messageNotSent(message.channel, outcome.status === 'never' ? 'refused' : 'postponed')
    }),
  )
  return claimed.length === BATCH
}

interface Claimed extends Outgoing {
  readonly attempts: number
  readonly queuedAt: Date
}

async function claim(ctx: Context): Promise<Claimed[]> {
  await giveUp(ctx)
  const due = await lockDue(ctx)
  if (due.length === 0) return []
  const rows = await sql(ctx)
    .updateTable('messages')
    .set((q) => ({
      status: 'sending',
      attempts: q('attempts', '+', 1),
      due_at: new Date(ctx.now.getTime() + LEASE_SECONDS * 1000),
    }))
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', due)
    .returning(['id', 'channel', 'address', 'content', 'attempts', 'expires_at', 'queued_at'])
    .execute()
  const opened = await openMessages(ctx, rows)
  return rows.flatMap((row, index) => {
    const { to, content } = opened[index]!
    // Erased at this very moment; that transaction ends the message.
    if (to === null || content === null) return []
    return {
      tenant: ctx.tenant,
      id: row.id,
      channel: known(CHANNELS, row.channel),
      to,
      content,
      attempts: row.attempts,
      expiresAt: row.expires_at,
      queuedAt: row.queued_at,
    }
  })
}

/** A statement of its own: as part of an update it may run once per row, and claim more than a batch. */
async function lockDue(ctx: Context): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('messages')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('due_at', '<=', ctx.now)
    // A person waits for a code; other messages can wait.
    .orderBy('expires_at', (by) => by.asc().nullsLast())
    .orderBy('due_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}

/** An expired message is useless; one that was started too often without a result will not succeed. */
async function giveUp(ctx: Context): Promise<void> {
  const due = () => sql(ctx).updateTable('messages').where('tenant_id', '=', ctx.tenant).where('due_at', '<=', ctx.now)
  await Promise.all([
    due()
      .set({ status: 'expired', due_at: null, content: withoutSecrets })
      .where('expires_at', '<=', ctx.now)
      .execute(),
    due()
      .set({ status: 'failed', error: 'gave_up', due_at: null, content: withoutSecrets })
      .where('attempts', '>=', ATTEMPTS)
      .execute(),
  ])
}

/** Returns the seconds from request to sending. Records nothing if the lease was lost or a report came first. */
async function note(ctx: Context, message: Claimed, outcome: Outcome): Promise<number | null> {
  const over = outcome.status !== 'later' || message.attempts >= ATTEMPTS
  const change =
    outcome.status === 'sent'
      ? { status: 'sent', provider_id: outcome.providerId, sent_at: ctx.now, error: null, due_at: null }
      : over
        ? { status: 'failed', error: outcome.error, due_at: null }
        : { status: 'queued', error: outcome.error, due_at: retryAt(ctx.now, message.attempts) }
  const noted = await sql(ctx)
    .updateTable('messages')
    .set({ ...change, ...(over && { content: withoutSecrets }) })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', message.id)
    .where('status', '=', 'sending')
    .where('attempts', '=', message.attempts)
    .returning('id')
    .executeTakeFirst()
  return noted && outcome.status === 'sent' ? (ctx.now.getTime() - message.queuedAt.getTime()) / 1000 : null
}

/** Doubles each time, with jitter, so that messages that failed together are not retried together. */
function retryAt(now: Date, attempts: number): Date {
  const seconds = Math.min(FIRST_RETRY_SECONDS * 2 ** (attempts - 1), LONGEST_RETRY_SECONDS)
  return new Date(now.getTime() + seconds * 1000 * (0.5 + Math.random() / 2))
}
