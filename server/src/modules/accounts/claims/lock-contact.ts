import type { Context } from '../../../kit/context.ts'
import { TooManyRequests } from '../../../kit/refusal.ts'
import { type Limit, tryNow } from '../login/attempts.ts'

const PROOFS_BY_CONTACT = { name: 'proofs of', most: 30, minutes: 60 } as const satisfies Limit

interface Contact {
  readonly type: 'phone' | 'email'
  readonly value: string
}

/**
 * Before anything is looked up by a proved contact: of two who prove the same one at once, the second waits here for the
 * commit of the first and then finds what that one made.
 */
export async function takeTurnAt(ctx: Context, { type, value }: Contact): Promise<void> {
  const subject = `${type} ${value}`
  if (!(await tryNow(ctx, { limit: PROOFS_BY_CONTACT, subject }))) throw TooManyRequests({}, { 'retry-after': '600' })
}
