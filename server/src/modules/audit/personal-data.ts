import { openDetails, openOrigin } from '../../kit/audit.ts'
import { sql as auditTables } from '../../kit/audit-chain.ts'
import { listEntries } from '../../kit/audit-entries.ts'
import type { Context, PersonalData } from '../../kit/context.ts'
import { countAnswersAbout, forgetAnswersAbout } from '../../kit/idempotency.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { sealerOf } from '../../kit/sealed.ts'
import { everyoneIn, keysOf } from '../customers/index.ts'

const MOST_EXPORTED = 10_000

/** What the kit itself keeps of a customer: the trail and, for a day, the answers of idempotency keys. */
export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportTrail,
  holdings,
  erase: async (ctx, customerId) => forgetAnswersAbout(ctx, [customerId, ...(await everyoneIn(ctx, customerId))]),
}

async function exportTrail(ctx: Context, customerId: string) {
  const everyone = await everyoneIn(ctx, customerId)
  const people = await keysOf(ctx, everyone)
  const entries = await Promise.all(everyone.map((id) => listEntries(ctx, { customerId: id }, null, MOST_EXPORTED)))
  return {
    history: entries.flat().map((entry) => ({
      at: entry.at.toISOString(),
      action: entry.action,
      fields: entry.fields,
      ...openDetails(ctx.keys, people, entry),
      ...(actedThemselves(ctx, entry) && openOrigin(ctx.keys, people, entry)),
    })),
  }
}

/** Where staff acted from is theirs, not the person's. */
const actedThemselves = ({ tenant }: Context, { origin }: { origin: Buffer | null }) =>
  origin !== null && sealerOf(origin) !== tenant

const CHAINED: Text = {
  en: 'The trail cannot be changed. The entries stay; what they say of the person opens with their key only.',
  ar: 'لا يمكن لأحد تغيير سجل التدقيق. يبقى أن شيئًا قد حدث، أما ما يخص الشخص فلا يُفتح إلا بمفتاحه.',
}

async function holdings(ctx: Context, customerId: string) {
  const people = [customerId, ...(await everyoneIn(ctx, customerId))]
  return [
    ...(await countHoldings(auditTables(ctx), ctx.tenant, people, { audit_entries: { fate: 'kept', why: CHAINED } })),
    {
      table: 'idempotency_keys',
      rows: await countAnswersAbout(ctx, people),
      fate: 'erased' as const,
      why: DESCRIBES_THE_PERSON,
    },
  ]
}
