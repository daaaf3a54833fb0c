import { setTimeout as pause } from 'node:timers/promises'
import { roomIn } from './db/disk.ts'
import { hasForeignKeys } from './db/master-key.ts'
import type { Kith } from './kith.ts'

const ANSWERS_WITHIN_MS = 2_000

interface Readiness {
  readonly ready: boolean
  /** Messages for the operator, also about problems without an effect yet. */
  readonly trouble: readonly string[]
}

/** Whether requests can be answered, and what will soon be in their way. */
export async function readinessOf({ db, dataFolder, config }: Kith): Promise<Readiness> {
  const answer = db.transactions.presence.isAway ? null : ((await asked(db)) ?? (await asked(db)))
  const isFull = db.transactions.isDiskFull
  const room = dataFolder === null ? null : await roomIn(dataFolder, config.KITH_DISK_LOW).catch(() => null)
  const disk = isFull ? 'The disk of the database is full' : (room?.trouble ?? null)
  return {
    ready: answer === 'opens all' && !isFull,
    trouble: [...(answer === 'opens all' ? [] : [TROUBLE[answer ?? 'none']]), ...(disk === null ? [] : [disk])],
  }
}

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
