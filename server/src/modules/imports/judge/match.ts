import type { Context } from '../../../kit/context.ts'
import type { Customer } from '../../customers/contract.ts'
import { customersAmong, findHolders, findNumbered } from '../../customers/index.ts'
import { sql } from '../tables.ts'
import type { Key } from './keys.ts'

const named = ({ by, value }: Pick<Key, 'by' | 'value'>) => `${by} ${value}`

/** The customers that these keys name. */
interface Known {
  readonly holderOf: (key: Key) => string | undefined
  readonly customers: ReadonlyMap<string, Customer>
}

/** With one question per kind of key, however many rows there are. */
export async function readKnown(ctx: Context, keys: readonly Key[]): Promise<Known> {
  const of = (by: Key['by']) => keys.filter((key) => key.by === by)
  const [contacts, numbers, externals] = await Promise.all([
    findHolders(ctx, [
      ...of('phone').map(({ value }) => ({ type: 'phone' as const, value })),
      ...of('email').map(({ value }) => ({ type: 'email' as const, value })),
    ]),
    findNumbered(
      ctx,
      of('number').map(({ value }) => Number(value)),
    ),
    findExternal(ctx, of('externalId')),
  ])
  const holders = new Map([
    ...contacts,
    ...[...numbers].map(([number, id]) => [named({ by: 'number', value: String(number) }), id] as const),
    ...externals,
  ])
  const customers = await customersAmong(ctx, [...new Set(holders.values())])
  return { holderOf: (key) => holders.get(named(key)), customers }
}

async function findExternal(ctx: Context, keys: readonly Key[]): Promise<[string, string][]> {
  if (keys.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('import_external_ids')
    .select(['digest', 'customer_id'])
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'digest',
      'in',
      keys.map(({ digest }) => digest),
    )
    .execute()
  const byDigest = new Map(rows.map(({ digest, customer_id }) => [digest.toString('hex'), customer_id]))
  return keys.flatMap<[string, string]>((key) => {
    const holder = byDigest.get(key.digest.toString('hex'))
    return holder === undefined ? [] : [[named(key), holder]]
  })
}
