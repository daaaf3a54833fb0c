import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { keyHolder, noteSeen } from '../customers/index.ts'
import { requestConfirmation } from './confirm.ts'
import { type Known, latestOf, type Published, readDocuments, shownText } from './documents.ts'
import { readHistory } from './history.ts'
import { recordDecision } from './record.ts'
import * as no from './refusals.ts'
import type { HEARD, Purpose, State } from './shapes.ts'
import { NOW, nextMoment, standing } from './standing.ts'
import { toStates } from './state.ts'

interface Input {
  readonly customerId: string
  readonly documentId?: string | undefined
  readonly purpose?: Purpose | undefined
  readonly version?: number | undefined
  readonly decision: 'granted' | 'withdrawn'
  readonly source: (typeof HEARD)[number]
  readonly language?: Language | undefined
  readonly spokenTo?: string | undefined
  readonly givenAt?: Date | undefined
  readonly ip?: string | undefined
  readonly userAgent?: string | undefined
}

/** Every decision is a row of its own, also one that says again what was said before. */
export async function decideConsent(ctx: Context, input: Input): Promise<State> {
  refuseUnheard(ctx, input)
  const { customerId, decision, source, spokenTo, ip, userAgent } = input
  // Whoever is restricted can still take a yes back, also at the till.
  const customer = await keyHolder(ctx, customerId, decision === 'granted' ? 'for update' : 'although restricted')
  const { key } = customer
  if (source !== 'import') noteSeen(ctx, customer)
  const document = chosenDocument(await readDocuments(ctx), input)
  const version = chosenVersion(document, input)
  const { language } = await shownText(ctx, version, input.language ?? ctx.caller.language)
  const history = await readHistory(ctx, [customerId])
  const before = standing(history, { person: customerId, documentId: document.id, at: NOW })

  const at = input.givenAt ?? nextMoment(history, ctx.now)
  const given = { customerId, document, version, language, decision, source, at }
  // Who confirmed once need not for a new version; who withdrew has to again.
  const needsSecondYes =
    document.doubleOptIn && decision === 'granted' && source !== 'import' && before?.decision !== 'granted'
  // Both together: the browser of the server that speaks for the person is not the person's.
  const particulars = { spokenTo, ...((ip ?? userAgent) !== undefined && { ip, userAgent }) }
  if (needsSecondYes) await requestConfirmation(ctx, key, given, particulars)
  else await recordDecision(ctx, key, { ...given, particulars })

  const [state] = await toStates(ctx, await readHistory(ctx, [customerId]), customerId, [document])
  return state!
}

function refuseUnheard({ caller, now }: Context, input: Input): void {
  const { documentId, purpose, source, spokenTo, givenAt, ip, userAgent } = input
  if ((documentId === undefined) === (purpose === undefined)) throw no.WhichDocument()
  if (spokenTo !== undefined && source !== 'spoken') throw no.SpokenOnly()
  // A customer's own login heard nobody, and neither did the server itself.
  const isStaff = caller.actor.startsWith('key:') || (caller.signedIn !== null && caller.signedIn.customer === null)
  if (source === 'spoken' && !isStaff) throw no.SpokenNeedsStaff()
  if (source === 'import' && !caller.may.has('customers:import')) throw no.ImportOnly()
  if (givenAt !== undefined && source !== 'import') throw no.ImportOnly()
  if (givenAt !== undefined && givenAt > now) throw no.DecidedInFuture()
  if ((ip ?? userAgent) !== undefined && !caller.may.has('consents:relay')) throw no.RelayOnly()
}

/** A purpose means the document that is published; for who withdraws, else the last that was. */
function chosenDocument(documents: readonly Known[], { documentId, purpose, decision }: Input): Known {
  const fitting = documents.filter((one) => one.id === documentId || one.purpose === purpose)
  const document = fitting.find(({ retiredAt }) => retiredAt === null) ?? fitting.at(-1)
  if (!document) throw no.DocumentNotFound()
  if (decision === 'granted' && document.retiredAt !== null) throw no.DocumentRetired()
  return document
}

/** Nobody consents to a text that is not the present one; what is imported may have been about an earlier one. */
function chosenVersion(document: Known, { version, decision, source, givenAt }: Input): Published {
  const latest = latestOf(document)
  if (version === undefined || decision === 'withdrawn') return givenAt ? inForce(document, givenAt) : latest
  const meant = document.versions.find((one) => one.version === version)
  if (!meant || (source !== 'import' && meant !== latest)) throw no.VersionNotLatest({ version: latest.version })
  return meant
}

/** The version that was published then; what was decided before there was one is about the first. */
const inForce = ({ versions }: Known, at: Date): Published =>
  versions.find(({ publishedAt }) => publishedAt <= at) ?? versions.at(-1)!
