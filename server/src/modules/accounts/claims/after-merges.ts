import { Refusal } from '../../../kit/refusal.ts'
import { CustomerMerged } from '../../customers/contract.ts'

/** More merges of one person within one sign-in than anybody makes. */
const MERGES_FOLLOWED = 3

/**
 * Somebody merged the customer while we waited for the lock: whoever looks again finds the survivor, whose everything is
 * now. For what has not written anything yet when it comes upon the merged one.
 */
export async function afterMerges<T>(look: (again: boolean) => Promise<T>, follow = MERGES_FOLLOWED): Promise<T> {
  try {
    return await look(follow < MERGES_FOLLOWED)
  } catch (error) {
    if (follow === 0 || !(error instanceof Refusal) || error.kind.code !== CustomerMerged.code) throw error
    return afterMerges(look, follow - 1)
  }
}
