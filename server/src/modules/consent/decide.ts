import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { keyHolder, noteSeen } from '../customers/index.ts'
import { requestConfirmation } from './confirm.ts'
import { type Known, latestOf, type Published, readDocuments, shownText } from './documents.ts'
import { readHistory } from './history.ts'
import { decisionInForce, NOW, nextMoment } from './in-force.ts'
import { recordDecision } from './record.ts'
import * as no from './refusals.ts'
import type { HEARD, Purpose, State } from './shapes.ts'
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
  readonly origin?: string | undefined
  readonly proof?: string | undefined
}

/** Every decision is a row of its own, even one that repeats the one before. */
export async function decideConsent(ctx: Context, input: Input): Promise<State> {
  refuseUnheard(ctx, input)
  const { customerId, decision, source, spokenTo, ip, userAgent, origin, proof } = input
  // A restricted customer can still withdraw consents, also at the till.
  const customer = await keyHolder(ctx, customerId, decision === 'granted' ? 'for update' : 'although restricted')
  const { key } = customer
  if (source !== 'import') noteSeen(ctx, customer)
  const document = chosenDocument(await readDocuments(ctx), input)
  const version = chosenVersion(document, input)
  const { language } = await shownText(ctx, version, input.language ?? ctx.caller.language)
  const history = await readHistory(ctx, [customerId])
  const before = decisionInForce(history, { person: customerId, documentId: document.id, at: NOW })

  const at = input.givenAt ?? nextMoment(history, ctx.now)
  const given = { customerId, document, version, language, decision, source, at }
  // Re-consenting after a confirmation needs no second confirmation; after a withdrawal it does.
  const needsSecondYes =
    document.doubleOptIn && decision === 'granted' && source !== 'import' && before?.decision !== 'granted'
  // Both together: the browser of the relaying server is not the person's.
  const particulars = { spokenTo, origin, proof, ...((ip ?? userAgent) !== undefined && { ip, userAgent }) }
  if (needsSecondYes) await requestConfirmation(ctx, key, given, particulars)
  else await recordDecision(ctx, key, { ...given, particulars })

  const [state] = await toStates(ctx, await readHistory(ctx, [customerId]), customerId, [document])
  return state!
}

function refuseUnheard({ caller, now }: Context, input: Input): void {
  const { documentId, purpose, source, spokenTo, givenAt, ip, userAgent, origin, proof } = input
  if ((documentId === undefined) === (purpose === undefined)) throw no.WhichDocument()
  if (spokenTo !== undefined && source !== 'spoken') throw no.SpokenOnly()
  // Only staff and API keys can have heard the person, not a customer's own login or the server itself.
  const isStaff = caller.actor.startsWith('key:') || (caller.signedIn !== null && caller.signedIn.customer === null)
  if (source === 'spoken' && !isStaff) throw no.SpokenNeedsStaff()
  if (source === 'import' && !caller.may.has('customers:import')) throw no.ImportOnly()
  if ((givenAt ?? origin ?? proof) !== undefined && source !== 'import') throw no.ImportOnly()
  if (givenAt !== undefined && givenAt > now) throw no.DecidedInFuture()
  if ((ip ?? userAgent) !== undefined && !caller.may.has('consents:relay')) throw no.RelayOnly()
}

/** For a purpose: its published document; for a withdrawal, else the last one published. */
function chosenDocument(documents: readonly Known[], { documentId, purpose, decision }: Input): Known {
  const fitting = documents.filter((one) => one.id === documentId || one.purpose === purpose)
  const document = fitting.find(({ retiredAt }) => retiredAt === null) ?? fitting.at(-1)
  if (!document) throw no.DocumentNotFound()
  if (decision === 'granted' && document.retiredAt !== null) throw no.DocumentRetired()
  return document
}

/** Only the current text can be consented to; imported decisions may be about an earlier one. */
function chosenVersion(document: Known, { version, decision, source, givenAt }: Input): Published {
  const latest = latestOf(document)
  if (version === undefined || decision === 'withdrawn') return givenAt ? inForce(document, givenAt) : latest
  const meant = document.versions.find((one) => one.version === version)
  if (!meant || (source !== 'import' && meant !== latest)) throw no.VersionNotLatest({ version: latest.version })
  return meant
}

/** The version in force at that time; for times before the first version, the first. */
const inForce = ({ versions }: Known, at: Date): Published =>
  versions.find(({ publishedAt }) => publishedAt <= at) ?? versions.at(-1)!
