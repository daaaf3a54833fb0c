import type { Context } from '../../kit/context.ts'
import { gathered } from '../../kit/gathered.ts'
import { outsideId } from '../customers/contract.ts'
import { customerKey } from '../customers/index.ts'
import { inLanguage, type Known, latestOf, readDocuments, readTexts } from './documents.ts'
import { readHistory } from './history.ts'
import { type Decision, decisionInForce, type History, holderOf, NOW } from './in-force.ts'
import { channelOf, kindOf, type Purpose, type State } from './shapes.ts'

/** The consents of a customer per document, from the decisions up to that time. */
export async function readConsents(ctx: Context, { customerId, at }: { customerId: string; at?: Date | undefined }) {
  await customerKey(ctx, customerId)
  const time = at?.getTime() ?? NOW
  const [history, documents] = await Promise.all([historyAmong(ctx, customerId), documentsOnce(ctx, '')])
  const states = await toStates(ctx, history, customerId, documents, time)
  // A retired document is shown only to customers who decided about it.
  return {
    customerId: outsideId(customerId),
    items: states.filter(({ status, state }) => status === 'published' || state !== 'none'),
  }
}

/** Those of others do no harm: each decision names its customer. */
const historyAmong = gathered(async (ctx, ids) => {
  const history = await readHistory(ctx, ids)
  return () => history
})
const documentsOnce = gathered(async (ctx) => {
  const documents = await readDocuments(ctx)
  return () => documents
})
const textsAmong = gathered(async (ctx, wanted) => {
  const texts = await readTexts(ctx, [...new Set(wanted.flatMap((ids) => ids.split(' ')))].filter(Boolean))
  return () => texts
})

export async function toStates(
  ctx: Context,
  history: History,
  person: string,
  documents: readonly Known[],
  at = NOW,
): Promise<State[]> {
  const known = documents.flatMap((document) => {
    const decision = decisionInForce(history, { person, documentId: document.id, at })
    const then = asOf(document, at, decision)
    return then ? { document: then, decision } : []
  })
  const texts = await textsAmong(ctx, known.map(({ document }) => latestOf(document).id).join(' '))
  return known.map(({ document, decision }) => {
    const latest = latestOf(document)
    return {
      documentId: document.id,
      purpose: document.purpose,
      kind: kindOf(document.purpose),
      channel: channelOf(document.purpose),
      title: inLanguage(texts.get(latest.id)!, ctx.caller.language).title,
      status: document.retiredAt === null ? 'published' : 'retired',
      state: stateOf(document, decision),
      version: decision?.version ?? null,
      latestVersion: latest.version,
      since: decision === null ? null : new Date(decision.at).toISOString(),
      eventId: decision?.id ?? null,
    }
  })
}

/**
 * The document at that time, with the version of the customer's decision: an imported decision may be older than
 * the first published version. Null before there was either.
 */
function asOf(document: Known, at: number, decision: Decision | null): Known | null {
  const decided = decision?.version ?? 0
  const versions = document.versions.filter(
    ({ version, publishedAt }) => version <= decided || publishedAt.getTime() <= at,
  )
  if (versions.length === 0) return null
  const retired = document.retiredAt !== null && document.retiredAt.getTime() <= at
  return { ...document, versions, retiredAt: retired ? document.retiredAt : null }
}

export function stateOf({ versions }: Known, decision: Decision | null): State['state'] {
  if (decision === null) return 'none'
  if (decision.decision === 'withdrawn') return 'withdrawn'
  if (decision.decision === 'requested') return 'pending'
  return versions.some(({ version, asksAgain }) => asksAgain && version > decision.version) ? 'outdated' : 'granted'
}

/** The purposes that have a published document. */
export const publishedPurposes = async (ctx: Context): Promise<ReadonlySet<Purpose>> =>
  new Set((await readDocuments(ctx)).flatMap(({ purpose, retiredAt }) => (retiredAt === null ? [purpose] : [])))

/** The consents of each of these customers now, by customer and purpose. */
export async function statesAmong(
  ctx: Context,
  customerIds: readonly string[],
): Promise<
  ReadonlyMap<string, ReadonlyMap<Purpose, { readonly state: State['state']; readonly eventId: string | null }>>
> {
  const [history, documents] = await Promise.all([readHistory(ctx, customerIds), readDocuments(ctx)])
  const published = documents.filter(({ retiredAt }) => retiredAt === null)
  return new Map(
    customerIds.map((person) => [
      person,
      new Map(
        published.map((document) => {
          const decision = decisionInForce(history, { person, documentId: document.id, at: NOW })
          return [document.purpose, { state: stateOf(document, decision), eventId: decision?.id ?? null }] as const
        }),
      ),
    ]),
  )
}

/**
 * Whether the customer consents now, or did at a time. A merged customer counts as its survivor. Pending, outdated
 * and retired consents are false.
 */
export async function hasConsent(ctx: Context, customerId: string, purpose: Purpose, at?: Date): Promise<boolean> {
  const time = at?.getTime() ?? NOW
  const [history, documents] = await Promise.all([readHistory(ctx, [customerId]), readDocuments(ctx)])
  const person = holderOf(history.merges, customerId, time)
  return documents.some((document) => {
    if (document.purpose !== purpose) return false
    const decision = decisionInForce(history, { person, documentId: document.id, at: time })
    const then = asOf(document, time, decision)
    return then?.retiredAt === null && stateOf(then, decision) === 'granted'
  })
}
