import type { Config } from '../config.ts'
import type { Installation } from '../installation.ts'
import { verifyChain } from '../kit/audit-verify.ts'
import { itself } from '../kit/caller.ts'
import { inTenant } from '../kit/transaction.ts'
import { connect } from '../kith.ts'
import { jobs } from '../main.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { brokenInWords } from './audit.ts'
import { inTurn } from './tenants.ts'

export interface Chains {
  readonly businesses: number
  readonly entries: number
  /** What does not hold, and of which business. */
  readonly broken: readonly string[]
}

/** The audit chain of every business as it stands here, without the anchors: those of before a restore tell of what came after it. */
export async function verifyChains(place: Installation, config: Config): Promise<Chains> {
  // The caller has found the place and stops it.
  const kith = await connect({ ...place, embedded: null }, { ...config, LOG_LEVEL: 'silent' }, jobs)
  try {
    const tenants = await listTenants(kith.db)
    const found = await inTurn(tenants, async ({ id, slug }) => {
      const verified = inTenant(kith.db, itself(id, 'cli'), (ctx) => verifyChain(ctx), { readOnly: true })
      return verified.then(
        ({ entries, broken }) => ({ entries, wrong: broken && `${slug}: ${brokenInWords(broken)}` }),
        (error: Error) => ({ entries: 0, wrong: `${slug}: ${error.message.split('\n')[0]}` }),
      )
    })
    return {
      businesses: tenants.length,
      entries: found.reduce((sum, { entries }) => sum + entries, 0),
      broken: found.flatMap(({ wrong }) => wrong ?? []),
    }
  } finally {
    await kith.close()
  }
}
