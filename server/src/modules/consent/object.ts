import type { Context } from '../../kit/context.ts'
import { customerKey } from '../customers/index.ts'
import { latestOf, readDocuments } from './documents.ts'
import { readHistory } from './history.ts'
import { decisionInForce, NOW, nextMoment } from './in-force.ts'
import { recordDecision } from './record.ts'
import { channelOf } from './shapes.ts'

/** Ends every current or pending marketing consent. Only the person can consent again, not staff for them. */
export async function objectToMarketing(ctx: Context, customerId: string): Promise<void> {
  const key = await customerKey(ctx, customerId, 'although restricted')
  const documents = (await readDocuments(ctx)).filter(({ purpose }) => channelOf(purpose) !== null)
  for (const document of documents) {
    const history = await readHistory(ctx, [customerId])
    const counts = decisionInForce(history, { person: customerId, documentId: document.id, at: NOW })
    if (counts === null || counts.decision === 'withdrawn') continue
    await recordDecision(ctx, key, {
      customerId,
      document,
      version: latestOf(document),
      language: ctx.caller.language,
      decision: 'withdrawn',
      source: 'objection',
      at: nextMoment(history, ctx.now),
    })
  }
}
