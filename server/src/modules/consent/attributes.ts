import type { Kept } from '../../kit/attributes.ts'
import type { Attribute, Context } from '../../kit/context.ts'
import { readDocuments } from './documents.ts'
import { ConsentDocumentRetired, ConsentUpdated, ConsentVersionPublished } from './events.ts'
import { readHistory } from './history.ts'
import { decisionInForce, NOW } from './in-force.ts'
import { stateOf } from './state.ts'

export const attributes: readonly Attribute[] = [
  {
    key: 'consents',
    label: { en: 'Consents', ar: 'الموافقات' },
    type: 'kept_words',
    changedBy: [ConsentUpdated],
    changedForAllBy: [ConsentVersionPublished, ConsentDocumentRetired],
    keep: grantedPurposes,
  },
]

/** What each of them allows now. */
export async function grantedPurposes(
  ctx: Context,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Kept & { readonly value: readonly string[] }>> {
  const documents = (await readDocuments(ctx)).filter(({ retiredAt }) => retiredAt === null)
  if (documents.length === 0) return new Map(customerIds.map((id) => [id, { value: [] }]))
  const history = await readHistory(ctx, customerIds)
  const granted = (person: string) =>
    documents
      .filter((one) => stateOf(one, decisionInForce(history, { person, documentId: one.id, at: NOW })) === 'granted')
      .map(({ purpose }) => purpose)
      .sort()
  return new Map(customerIds.map((id) => [id, { value: granted(id) }]))
}
