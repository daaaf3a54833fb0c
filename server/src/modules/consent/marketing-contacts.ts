import type { Context } from '../../kit/context.ts'
import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import { inTenant } from '../../kit/transaction.ts'
import { customersAmong } from '../customers/index.ts'
import { whoWants } from '../preferences/index.ts'
import { type Known, readDocuments } from './documents.ts'
import { readHistory } from './history.ts'
import { decisionInForce, type History, holderOf, NOW } from './in-force.ts'
import { DocumentNotFound } from './refusals.ts'
import { stateOf } from './state.ts'
import { sql } from './tables.ts'
import { unsubscribeLinks } from './unsubscribe.ts'

const PAGE = 500

interface Input {
  readonly channel: 'sms' | 'email' | 'whatsapp' | 'phone'
  readonly topic: string
}

/** Page by page, each in a transaction of its own: memory does not grow with the list. */
export async function exportMarketingContacts({ db, caller }: Entrance, input: Input): Promise<TextStream> {
  await inTenant(db, caller, async (ctx) => {
    const document = await requireDocument(ctx, input)
    ctx.audit({
      action: 'marketing_contacts.exported',
      customer: null,
      fields: [document.purpose],
      after: { ...input },
    })
  })

  async function* chunks() {
    // A survivor without own decisions is listed with the merged customer who decided; once.
    const seen = new Set<string>()
    let last: string | null = null
    do {
      const page: Page = await inTenant(db, caller, (ctx) => readPage(ctx, input, last, seen))
      if (page.contacts.length > 0) yield page.contacts.map((one) => `${JSON.stringify(one)}\n`).join('')
      last = page.next
    } while (last !== null)
  }
  return {
    contentType: 'application/x-ndjson; charset=utf-8',
    fileName: `marketing-${input.channel}.ndjson`,
    chunks: chunks(),
  }
}

interface Page {
  readonly contacts: readonly Readonly<Record<string, unknown>>[]
  readonly next: string | null
}

async function readPage(ctx: Context, input: Input, last: string | null, seen: Set<string>): Promise<Page> {
  const document = await requireDocument(ctx, input)
  const ids = await whoeverGranted(ctx, document, last)
  const history = await readHistory(ctx, ids)
  const consenting = holdersOnce(history, ids, document, seen).filter((person) => {
    return stateOf(document, decisionInForce(history, { person, documentId: document.id, at: NOW })) === 'granted'
  })
  const [customers, wanting] = await Promise.all([customersAmong(ctx, consenting), whoWants(ctx, consenting, input)])
  const reachable = consenting.flatMap((id) => {
    const customer = customers.get(id)
    const contact = input.channel === 'email' ? customer?.email : customer?.phone
    const verified = input.channel === 'email' ? customer?.emailVerified : customer?.phoneVerified
    const wanted = customer?.status === 'active' && !customer.restricted && verified && wanting.has(id)
    return wanted && contact ? [{ id, customer, contact }] : []
  })
  const links = await unsubscribeLinks(
    ctx,
    reachable.map(({ id }) => id),
    document,
  )
  return {
    contacts: reachable.map(({ id, customer, contact }) => ({
      customerId: customer.id,
      name: customer.name,
      name2: customer.name2,
      language: customer.locale,
      contact,
      unsubscribe: links.get(id),
    })),
    next: ids.length < PAGE ? null : ids.at(-1)!,
  }
}

async function whoeverGranted(ctx: Context, { id }: Known, last: string | null): Promise<string[]> {
  let rows = sql(ctx)
    .selectFrom('consent_events')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('document_id', '=', id)
    .where('decision', '=', 'granted')
    .orderBy('customer_id')
    .limit(PAGE)
  if (last !== null) rows = rows.where('customer_id', '>', last)
  return (await rows.execute()).map(({ customer_id }) => customer_id)
}

/** A customer with an own consent is listed by it; another survivor by the first customer merged into it. */
function holdersOnce({ merges, decisions }: History, ids: readonly string[], document: Known, seen: Set<string>) {
  return ids.flatMap((id) => {
    const holder = holderOf(merges, id)
    if (holder === id) return [id]
    const meetsItself = decisions.some(
      (one) => one.customerId === holder && one.documentId === document.id && one.decision === 'granted',
    )
    if (meetsItself || seen.has(holder)) return []
    seen.add(holder)
    return [holder]
  })
}

async function requireDocument(ctx: Context, { channel }: Input): Promise<Known> {
  const purpose = `marketing.${channel}`
  const document = (await readDocuments(ctx)).find((one) => one.purpose === purpose && one.retiredAt === null)
  if (!document) throw DocumentNotFound({ purpose })
  return document
}
