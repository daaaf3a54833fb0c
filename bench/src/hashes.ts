import { createHmac, randomBytes } from 'node:crypto'
import { compare, hash } from 'bcrypt'
import { inHashPool } from '../../server/src/modules/accounts/login/passwords/hash-pool.ts'
import type { RoundResult } from './load.ts'

/** What stands under every password sign-in: the same pool, pre-hash and comparison, and nothing else. */
export interface HashRound {
  readonly cost: number
  /** How many want a hash at once; how many run is the pool's affair. */
  readonly clients: number
  readonly seconds: number
}

const pepper = randomBytes(32)
const prehash = (password: string) => createHmac('sha384', pepper).update(password.normalize('NFKC')).digest('base64')

process.on('message', async (round: HashRound) => {
  const result = await run(round).catch((error: Error) => ({ failed: error.message }))
  process.send!(result)
})
process.on('disconnect', () => process.exit())

async function run({ cost, clients, seconds }: HashRound): Promise<RoundResult> {
  const password = 'saffron kettle seventeen'
  const stored = Buffer.from(await hash(prehash(password), cost))
  const latencies: number[] = []
  let fitted = 0
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let now = performance.now(); now < end; ) {
        if (await inHashPool(() => compare(prehash(password), stored.toString()))) fitted += 1
        const done = performance.now()
        latencies.push(done - now)
        now = done
      }
    }),
  )
  const sent = latencies.length
  return {
    sent,
    seconds: (performance.now() - begun) / 1000,
    latencies: Float64Array.from(latencies),
    statuses: { 200: fitted },
    bytes: 0,
  }
}
