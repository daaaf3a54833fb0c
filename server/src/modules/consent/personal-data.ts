import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import type { Moved } from '../../kit/personal-data.ts'
import { countHoldings, IDS_AND_FACTS } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { exportDecisions } from './decisions.ts'
import { readDocuments } from './documents.ts'
import { readHistory, readMerges } from './history.ts'
import { countedAs, decisionInForce, NOW, nextMoment } from './in-force.ts'
import { recordDecision } from './record.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = { knows, export: exportConsents, holdings, erase, merge, unmerge }

async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('consent_events')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function exportConsents(ctx: Context, customerId: string) {
  return { consents: await exportDecisions(ctx, customerId) }
}

const PROOF: Text = {
  en: 'Consents must be provable: decisions, times and who recorded them are kept; device, IP address and the staff member spoken to are deleted.',
  ar: 'يجب إثبات ما سُمح به وحتى متى: تبقى القرارات وأوقاتها ومن سجّلها، ويُمحى الجهاز والعنوان ومن تحدث إليه الشخص.',
}
const LEADS_NOWHERE: Text = {
  en: 'A link in a message to the person; it leads nowhere any more.',
  ar: 'رابط في رسالة إلى الشخص، ولم يعد يؤدي إلى أي مكان.',
}

async function holdings(ctx: Context, customerId: string) {
  const everyone = countedAs(await readMerges(ctx, [customerId]), customerId)
  return countHoldings(sql(ctx), ctx.tenant, everyone, {
    consent_events: { fate: 'kept', why: PROOF },
    consent_merges: { fate: 'kept', by: ['from_id', 'into_id'], why: IDS_AND_FACTS },
    consent_links: { fate: 'erased', why: LEADS_NOWHERE },
    consent_confirmations: { fate: 'erased', why: LEADS_NOWHERE },
  })
}

/**
 * Decisions stay as proof about an id that identifies no one: what described the person is unreadable without their
 * key. All consents end with the erasure, and their links stop working.
 */
async function erase(ctx: Context, customerId: string): Promise<void> {
  const [history, documents] = await Promise.all([readHistory(ctx, [customerId]), readDocuments(ctx)])
  for (const document of documents) {
    const counts = decisionInForce(history, { person: customerId, documentId: document.id, at: NOW })
    if (counts === null || counts.decision === 'withdrawn') continue
    const version = document.versions.find((one) => one.version === counts.version)!
    const at = nextMoment(history, ctx.now)
    const end = { customerId, at, document, version, language: 'en', decision: 'withdrawn', source: 'erasure' } as const
    await recordDecision(ctx, null, end)
  }
  for (const table of ['consent_confirmations', 'consent_links'] as const) {
    await sql(ctx)
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', 'in', countedAs(history.merges, customerId))
      .execute()
  }
}

const Remembered = z.object({ merge: z.string() })
type Remembered = z.output<typeof Remembered>

/** Moves no decision: from now on the one customer counts as the other. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const since = nextMoment(await readHistory(ctx, [from, into]), ctx.now)
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .insertInto('consent_merges')
    .values({ tenant_id: ctx.tenant, id, from_id: from, into_id: into, since })
    .execute()
  return { merge: id }
}

/** Ends the equivalence; that it existed stays on record, for questions about that time. */
async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  await sql(ctx)
    .updateTable('consent_merges')
    .set({ until: nextMoment(await readHistory(ctx, [from, into]), ctx.now) })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', Remembered.parse(moved).merge)
    .execute()
}
