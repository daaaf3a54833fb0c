import type { Context } from '../../kit/context.ts'
import { FIELDS, fieldsWith } from './fields.ts'
import { sql } from './tables.ts'

/** The fields of a complete profile besides the name, which everyone except guests has. */
const CONTACTS = fieldsWith('merge', 'contact').filter((field) => FIELDS[field].complete)
const TARGET = 0.9

/** The share of these fields that is filled, over all customers except guests. */
export async function profileCompleteness(ctx: Context) {
  const registered = sql(ctx)
    .selectFrom('customers')
    .where('customers.tenant_id', '=', ctx.tenant)
    .where('customers.type', '!=', 'guest')
    .where('customers.status', 'not in', ['merged', 'erased'])
  const { people } = await registered.select((q) => q.fn.countAll<number>().as('people')).executeTakeFirstOrThrow()
  const rows = await registered
    .innerJoin('customer_identifiers as i', (join) =>
      join.onRef('i.tenant_id', '=', 'customers.tenant_id').onRef('i.customer_id', '=', 'customers.id'),
    )
    .where('i.valid_to', 'is', null)
    .groupBy('i.type')
    .select((q) => ['i.type', q.fn.count<number>('customers.id').distinct().as('people')])
    .execute()
  const having = (type: string) => rows.find((row) => row.type === type)?.people ?? 0
  const [phone, email] = [having('phone'), having('email')]
  const completeness =
    people === 0
      ? null
      : Math.round(
          ((people + CONTACTS.map(having).reduce((sum, count) => sum + count, 0)) / (people * (CONTACTS.length + 1))) *
            1000,
        ) / 1000
  return {
    people,
    having: { name: people, phone, email },
    completeness,
    target: TARGET,
    reached: completeness !== null && completeness >= TARGET,
  }
}
