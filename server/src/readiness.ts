import { setTimeout as pause } from 'node:timers/promises'
import { roomIn } from './db/disk.ts'
import type { Kith } from './kith.ts'

const ANSWERS_WITHIN_MS = 2_000

interface Readiness {
  readonly ready: boolean
  /** In words, for an operator: also what does not hinder anybody yet. */
  readonly trouble: readonly string[]
}

/** Whether requests can be answered, and what will soon be in their way. */
export async function readinessOf({ db, dataFolder, config }: Kith): Promise<Readiness> {
  const answers = !db.transactions.presence.isAway && ((await asked(db.pool)) || (await asked(db.pool)))
  const isFull = db.transactions.isDiskFull
  const room = dataFolder === null ? null : await roomIn(dataFolder, config.KITH_DISK_LOW).catch(() => null)
  const disk = isFull ? 'The disk of the database is full' : (room?.trouble ?? null)
  return {
    ready: answers && !isFull,
    trouble: [...(answers ? [] : ['The database does not answer']), ...(disk === null ? [] : [disk])],
  }
}

/** Of several connections the first may have died unheard. */
async function asked(pool: Kith['db']['pool']): Promise<boolean> {
  const done = new AbortController()
  const tooLong = pause(ANSWERS_WITHIN_MS, false, { signal: done.signal }).catch(() => false)
  const answered = pool.query('select 1').then(
    () => true,
    () => false,
  )
  const outcome = await Promise.race([answered, tooLong])
  done.abort()
  return outcome
}
