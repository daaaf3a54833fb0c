import { cardNumberIn } from '../../../kit/card-numbers.ts'
import type { Entrance } from '../../../kit/endpoint.ts'
import { check, fieldErrors, unfitField } from '../../../kit/invalid.ts'
import { CARD_NUMBER } from '../../../kit/problems.ts'
import { Invalid, type Refusal } from '../../../kit/refusal.ts'
import { LIST_NEEDED, TOO_MANY_EVENTS } from '../problems.ts'
import { EventTypeUnknown } from '../refusals.ts'
import { Envelope, type Incoming, typeIn } from '../shapes.ts'

const BATCH = 'application/cloudevents-batch+json'
const STRUCTURED = 'application/cloudevents+json'
const MOST_AT_ONCE = 200

/** What came, one by one: in a batch one that is no event keeps none of the others back. */
export type Read = { readonly event: Incoming } | { readonly refused: Refusal; readonly id: string | null }

/** The three forms in which HTTP carries CloudEvents. */
export function readEvents({ headers, caller }: Pick<Entrance, 'headers' | 'caller'>, sent: unknown) {
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]!
    .trim()
    .toLowerCase()
  if (type === BATCH) {
    if (!Array.isArray(sent)) throw unfitField('', LIST_NEEDED)
    if (sent.length > MOST_AT_ONCE) throw unfitField('', TOO_MANY_EVENTS)
    return { batch: true, events: sent.map((one) => read(one, caller.language)) }
  }
  const structured = type === STRUCTURED || headers['ce-specversion'] === undefined
  return { batch: false, events: [read(structured ? sent : fromHeaders(headers, sent), caller.language)] }
}

function read(sent: unknown, language: 'en' | 'ar'): Read {
  const id = idOf(sent)
  // First of all: nothing of it is kept, nor quoted in another refusal.
  const card = cardNumberInEvent(sent)
  if (card !== null) return { refused: unfitField(card, CARD_NUMBER), id: null }
  const { data, error } = check(Envelope, sent)
  if (!data) return { refused: Invalid({ errors: fieldErrors(error, language) }), id }
  const type = typeIn(data.type)
  return type ? { event: { ...data, type } } : { refused: EventTypeUnknown(), id }
}

/** What a type declares is below `data` of the envelope; free keys are below `data` of that. */
function cardNumberInEvent(sent: unknown): string | null {
  if (typeof sent !== 'object' || sent === null || !('data' in sent)) return cardNumberIn(sent)
  const { data, ...envelope } = sent
  const card = cardNumberIn(data)
  return card === null ? cardNumberIn(envelope) : ['data', card].filter(Boolean).join('.')
}

function idOf(sent: unknown): string | null {
  const id = Object(sent)['id']
  return typeof id === 'string' && id.length <= 200 ? id : null
}

/** In binary mode every attribute is a header, and the body is the data. */
function fromHeaders(headers: Entrance['headers'], data: unknown): Record<string, unknown> {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') && typeof value === 'string' ? [[name.slice(3), decoded(value)]] : [],
  )
  return { ...Object.fromEntries(attributes), data }
}

/** What is no printable ASCII is percent-encoded in a header. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
