import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { auditAccount, ownAccount } from '../../login/accounts.ts'
import { giveTurnsBack, STEP_UP_BY_ACCOUNT, takeTurns } from '../../login/attempts.ts'
import { noteProof } from '../../session/note-proof.ts'
import type * as api from './contract.ts'
import { WrongPasskey } from './refusals.ts'
import { checkUse, countUse } from './use.ts'

/** Only with a passkey of this very account: one of another person or login proves nothing about it. */
export async function stepUpByPasskey(
  entrance: Entrance,
  { credential }: Input<typeof api.stepUpByPasskey>,
): Promise<Answered<{ provedAt: string }>> {
  const { db, caller } = entrance
  const { account: accountId, session } = caller.signedIn!
  const turn = { limit: STEP_UP_BY_ACCOUNT, subject: accountId }
  await takeTurns(db, caller, [turn])
  const use = await checkUse(entrance, credential)
  if (use.accountId !== accountId) throw WrongPasskey()
  const provedAt = await inTenant(db, caller, async (ctx) => {
    if (!(await countUse(ctx, use))) return null
    await noteProof(ctx, session)
    giveTurnsBack(ctx, [turn], 'all')
    auditAccount(ctx, await ownAccount(ctx), 'account.proved_again', { after: { by: 'passkey' } })
    return ctx.now
  })
  if (!provedAt) throw WrongPasskey()
  return { body: { provedAt: provedAt.toISOString() } }
}
