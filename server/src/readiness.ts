import { setTimeout as pause } from 'node:timers/promises'
import { readBacklog } from './backlog.ts'
import { roomIn } from './db/disk.ts'
import { hasForeignKeys } from './db/master-key.ts'
import { silentOutsides } from './kit/outsides.ts'
import type { Kith } from './kith.ts'

const ANSWERS_WITHIN_MS = 2_000

interface Readiness {
  readonly ready: boolean
  /** Messages for the operator, also about problems without an effect yet. */
  readonly trouble: readonly string[]
  /** Seconds by which the work behind the requests is late; null before it is known. It makes nothing unready: another server would be as late. */
  readonly lag: Lag | null
}

interface Lag {
  readonly relay: number
  readonly sealer: number
  readonly jobs: number
}

const leaving = new WeakSet<Kith>()

/** It still answers, but a load balancer sends requests elsewhere. */
export const leave = (kith: Kith): void => void leaving.add(kith)

/** Whether requests can be answered, and what will soon be in their way. */
export async function readinessOf(kith: Kith): Promise<Readiness> {
  const { db, dataFolder, config } = kith
  const answer = db.transactions.presence.isAway ? null : ((await asked(db)) ?? (await asked(db)))
  const isFull = db.transactions.isDiskFull
  const room = dataFolder === null ? null : await roomIn(dataFolder, config.KITH_DISK_LOW).catch(() => null)
  const disk = isFull ? 'The disk of the database is full' : (room?.trouble ?? null)
  const lag = lagOf(kith)
  return {
    ready: answer === 'opens all' && !isFull && !leaving.has(kith),
    trouble: [
      ...(leaving.has(kith) ? ['The server is stopping'] : []),
      ...(answer === 'opens all' ? [] : [TROUBLE[answer ?? 'none']]),
      ...(disk === null ? [] : [disk]),
      ...inWords(lag),
      // Writes go on, and what was to be sent waits: it makes no server unready.
      ...silentOutsides(db.config),
    ],
    lag,
  }
}

const known = new WeakMap<Kith, { readonly at: number; readonly lag: Lag | null }>()

/** As it was some seconds ago: reading it takes longer than a probe waits. */
function lagOf(kith: Kith): Lag | null {
  const last = known.get(kith)
  if (!last || performance.now() - last.at > LOOKS_EVERY_MS) {
    known.set(kith, { at: performance.now(), lag: last?.lag ?? null })
    void readBacklog(kith).then((backlog) => {
      if (backlog === null) return
      const oldest = (kind: string) => Math.round(backlog.waiting.find((one) => one.kind === kind)?.oldestSeconds ?? 0)
      const jobs = Math.round(Math.max(0, ...backlog.jobs.map(({ lateSeconds }) => lateSeconds)))
      known.set(kith, {
        at: performance.now(),
        lag: { relay: oldest('events'), sealer: oldest('audit_entries'), jobs },
      })
    })
  }
  return last?.lag ?? null
}
const LOOKS_EVERY_MS = 10_000

/** As late as deploy/alerts.yml has it. */
const MOST: Readonly<Record<keyof Lag, number>> = { relay: 300, sealer: 300, jobs: 3_600 }
const BEHIND: Readonly<Record<keyof Lag, string>> = {
  relay: 'The oldest event has been waiting for',
  sealer: 'The oldest audit entry has not been linked for',
  jobs: 'A job is late by',
}
const inWords = (lag: Lag | null): string[] =>
  lag === null
    ? []
    : (['relay', 'sealer', 'jobs'] as const)
        .filter((part) => lag[part] > MOST[part])
        .map((part) => `${BEHIND[part]} ${Math.round(lag[part] / 60)} minutes`)

const TROUBLE = {
  none: 'The database does not answer',
  'does not': 'The keys of a tenant are wrapped with another KITH_MASTER_KEY',
}

/** Whether our master keys open every tenant; null without an answer. Of several connections the first may have died unheard. */
async function asked({ pool, keyring }: Kith['db']): Promise<'opens all' | 'does not' | null> {
  const done = new AbortController()
  const tooLong = pause(ANSWERS_WITHIN_MS, null, { signal: done.signal }).catch(() => null)
  const answered = hasForeignKeys(pool, keyring.master.ids).then(
    (foreign) => (foreign ? 'does not' : 'opens all'),
    () => null,
  )
  const outcome = await Promise.race([answered, tooLong])
  done.abort()
  return outcome
}
