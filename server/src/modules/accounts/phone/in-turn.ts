import type { Context } from '../../../kit/context.ts'
import { TooManyRequests } from '../../../kit/refusal.ts'
import { type Limit, tryNow } from '../attempts.ts'

const PROOFS_BY_CONTACT = { name: 'proofs of', most: 30, minutes: 60 } as const satisfies Limit

interface Contact {
  readonly type: 'phone' | 'email'
  readonly value: string
}

/**
 * Taken before any lookup by a verified contact: of two concurrent verifications the second waits here for the
 * commit of the first and then finds its result.
 */
export async function takeTurnAt(ctx: Context, { type, value }: Contact): Promise<void> {
  const subject = `${type} ${value}`
  if (!(await tryNow(ctx, { limit: PROOFS_BY_CONTACT, subject }))) throw TooManyRequests({}, { 'retry-after': '600' })
}
