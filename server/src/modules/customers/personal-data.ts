import type { Context, PersonalData } from '../../kit/context.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { readDisplayNames } from './display-names.ts'
import { identifierHistory } from './identifiers.ts'
import { merge, unmerge } from './merge.ts'
import { customerRows, requireRow, showPerson, toCustomer } from './person.ts'
import { knownCustomers } from './retention.ts'
import { everyoneIn } from './survivor.ts'
import { sql } from './tables.ts'
import { writeCustomer } from './write.ts'

export const personalData: PersonalData = {
  knows: knownCustomers,
  export: exportCustomer,
  holdings,
  erase: eraseCustomer,
  merge,
  unmerge,
}

async function exportCustomer(ctx: Context, customerId: string) {
  const row = await requireRow(ctx, customerId)
  const person = showPerson(ctx, row)
  return {
    customer: { ...toCustomer(ctx, row), ...person, damaged: person.damaged !== undefined, contactsMasked: false },
    identifiers: await identifierHistory(ctx, customerId),
    displayNames: await readDisplayNames(ctx, { customerId }),
  }
}

async function holdings(ctx: Context, customerId: string) {
  const everyone = await everyoneIn(ctx, customerId)
  const [described, gone] = [{ fate: 'erased', why: DESCRIBES_THE_PERSON } as const, { fate: 'erased' } as const]
  const people = await countHoldings(sql(ctx), ctx.tenant, everyone, {
    customers: { fate: 'kept', by: ['id'], why: KEPT_AS_NUMBERS },
    customer_search: { fate: 'erased', by: ['id'], why: DESCRIBES_THE_PERSON },
    customer_activity: { fate: 'kept', why: KEPT_AS_NUMBERS },
  })
  return [
    ...people,
    ...(await countHoldings(sql(ctx), ctx.tenant, customerId, {
      customer_identifiers: described,
      customer_former_names: described,
      data_keys: { ...gone, why: KEY_GOES },
    })),
  ]
}

const KEPT_AS_NUMBERS: Text = {
  en: 'Number, dates and totals are kept for accounting; names, contacts, notes and search tokens are deleted.',
  ar: 'يبقى الرقم والتواريخ والمجاميع للدفاتر، وتُمحى الأسماء ووسائل التواصل والملاحظات ورموز البحث.',
}
const KEY_GOES: Text = {
  en: 'Without the key, all sealed data of the person is unreadable: here, in the audit trail and in backups.',
  ar: 'من دون المفتاح يصبح كل ما خُتم لهذا الشخص بلا معنى: هنا وفي سجل التدقيق وفي النسخ الاحتياطية.',
}

/** Sealed data is unreadable without its key: here, in the audit trail, and in every backup without that key. */
async function eraseCustomer(ctx: Context, customerId: string): Promise<void> {
  await requireRow(ctx, customerId, 'to erase')
  const everyone = await customerRows(ctx)
    .where('customers.id', 'in', await everyoneIn(ctx, customerId))
    .execute()
  for (const table of ['customer_identifiers', 'customer_former_names', 'data_keys'] as const) {
    await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('customer_id', '=', customerId).execute()
  }
  for (const row of everyone) {
    const status = row.id === customerId ? 'erased' : row.status
    // The erasure has its own audit entry.
    await writeCustomer(ctx, row, { ...NOBODY, status }, null)
  }
}

const NOBODY = { display_name: null, plan: null, person: null, phone_verified: false, email_verified: false }
