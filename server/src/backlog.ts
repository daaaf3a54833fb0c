import { setTimeout as pause } from 'node:timers/promises'
import { acrossTenants } from './kit/database.ts'
import { jobTimes } from './kit/jobs.ts'
import type { Backlog } from './kit/metrics.ts'
import type { Kith } from './kith.ts'

const ANSWERS_WITHIN_MS = 5_000

/** The open work and the age of its oldest item. Each has a policy of kith_platform. */
const WAITING = {
  events: ['events', 'at', 'delivered_at is null and parked_at is null'],
  parked_events: ['events', 'parked_at', 'parked_at is not null'],
  audit_entries: ['audit_entries', 'at', 'seq is null'],
  messages: ['messages', 'queued_at', 'due_at is not null'],
  failed_messages: [
    'messages',
    'queued_at',
    "status in ('failed', 'expired') and queued_at > now() - interval '1 hour'",
  ],
  certificates: ['erasures', 'erased_at', 'certificate is null'],
} as const

const COUNT = Object.entries(WAITING)
  .map(
    ([kind, [table, since, waits]]) =>
      `select '${kind}' as kind, count(*)::int as count,
              coalesce(greatest(extract(epoch from now() - min(${since})), 0), 0)::float8 as "oldestSeconds"
         from ${table} where ${waits}`,
  )
  .join(' union all ')

/** Null if the database does not answer in time: the metrics of the process are available all the same. */
export async function readBacklog({ db }: Kith): Promise<Backlog | null> {
  if (db.transactions.presence.isAway) return null
  const done = new AbortController()
  const tooLong = pause(ANSWERS_WITHIN_MS, null, { signal: done.signal }).catch(() => null)
  const answered = Promise.all([
    acrossTenants<Backlog['waiting'][0]>(db, COUNT),
    jobTimes(db.pool, db.jobs, new Date()),
  ]).then(
    ([waiting, jobs]) => ({ waiting, jobs }),
    () => null,
  )
  const found = await Promise.race([answered, tooLong])
  done.abort()
  return found
}
