import { setTimeout as pause } from 'node:timers/promises'
import { AUDIT } from './kit/audit-chain.ts'
import { acrossTenants } from './kit/database.ts'
import { jobTimes } from './kit/jobs.ts'
import { withoutPlace } from './kit/lanes.ts'
import type { Backlog } from './kit/metrics.ts'
import type { Kith } from './kith.ts'
import { EVENT_BACKLOG, readLags } from './modules/events/index.ts'

const ANSWERS_WITHIN_MS = 5_000

const countOf = (table: string, since: string, waits = 'true') =>
  `select count(*) as count, min(${since}) as at from ${table} where ${waits}`

/** How much waits, and since when its oldest does. Each of these is what kith_platform's policies show. */
const WAITING = {
  ...EVENT_BACKLOG,
  audit_entries: countOf(withoutPlace(AUDIT), 'at'),
  messages: countOf('messages', 'queued_at', 'due_at is not null'),
  failed_messages: countOf(
    'messages',
    'queued_at',
    "status in ('failed', 'expired') and queued_at > now() - interval '1 hour'",
  ),
  certificates: countOf('erasures', 'erased_at', 'certificate is null'),
} as const

const COUNT = Object.entries(WAITING)
  .map(
    ([kind, counted]) =>
      `select '${kind}' as kind, coalesce(sum(count), 0)::int as count,
              coalesce(greatest(extract(epoch from now() - min(at)), 0), 0)::float8 as "oldestSeconds"
         from (${counted}) as ${kind}`,
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
    readLags(db),
  ]).then(
    ([waiting, jobs, subscribers]) => ({ waiting, jobs, subscribers }),
    () => null,
  )
  const found = await Promise.race([answered, tooLong])
  done.abort()
  return found
}
