import { Refusal } from '../../../kit/refusal.ts'
import { CustomerMerged } from '../../customers/contract.ts'

/** More merges of one customer than can happen during one sign-in. */
const MERGES_FOLLOWED = 3

/**
 * The customer was merged while this transaction waited for the lock: looking again finds the survivor, which has all its
 * data now. Only for code that has not written anything yet.
 */
export async function afterMerges<T>(look: (again: boolean) => Promise<T>, follow = MERGES_FOLLOWED): Promise<T> {
  try {
    return await look(follow < MERGES_FOLLOWED)
  } catch (error) {
    if (follow === 0 || !(error instanceof Refusal) || error.kind.code !== CustomerMerged.code) throw error
    return afterMerges(look, follow - 1)
  }
}
