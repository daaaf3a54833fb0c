import type { Scope } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Input, Output } from '../../kit/endpoint.ts'
import { accountsNamed } from '../accounts/index.ts'
import { CustomerId, outsideId } from '../customers/contract.ts'
import { namesOf } from '../customers/index.ts'
import { namesOfKeys } from '../tenants/index.ts'
import type { names } from './contract.ts'

type Named = Output<typeof names>['items'][number]

/** They read what staff did, so they may know which of them did it. */
const SEE_STAFF: readonly Scope[] = ['staff:manage', 'audit:read', 'customers:history', 'notes:read']
const SEE_KEYS: readonly Scope[] = ['keys:manage', 'audit:read', 'customers:history']

const ACCOUNT = /^account:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const KEY = /^key:([0-9a-f]{16})$/

const idsLike = (ids: readonly string[], form: RegExp) => ids.flatMap((id) => form.exec(id)?.[1] ?? [])

export async function readNames(ctx: Context, { ids }: Input<typeof names>): Promise<Output<typeof names>> {
  const asked = [...new Set(ids)]
  const may = (...scopes: readonly Scope[]) => scopes.some((scope) => ctx.caller.may.has(scope))
  const accounts = await accountsNamed(ctx, idsLike(asked, ACCOUNT))
  const customers = asked.flatMap((id) => {
    const { data } = CustomerId.safeParse(id)
    return data === undefined ? [] : [{ id, customerId: data }]
  })
  const acted = accounts.flatMap(({ id, customerId }) =>
    customerId === null ? [] : [{ id: `account:${id}`, customerId }],
  )
  const people = may('customers:read') ? [...customers, ...acted] : []
  const named = await namesOf(
    ctx,
    people.map(({ customerId }) => customerId),
  )
  const keys = await namesOfKeys(
    ctx,
    idsLike(asked, KEY).filter((id) => may(...SEE_KEYS) || ctx.caller.actor === `key:${id}`),
  )
  return {
    items: [
      ...accounts
        .filter(
          ({ id, customerId }) => customerId === null && (may(...SEE_STAFF) || ctx.caller.actor === `account:${id}`),
        )
        .map(({ id, name }): Named => ({ id: `account:${id}`, kind: 'staff', name, ...NO_CUSTOMER })),
      ...people.flatMap(({ id, customerId }): Named[] => {
        const of = named.get(customerId)
        return of ? [{ id, kind: 'customer', customerId: outsideId(customerId), ...of }] : []
      }),
      ...[...keys].map(([id, name]): Named => ({ id: `key:${id}`, kind: 'key', name, ...NO_CUSTOMER })),
    ],
  }
}

const NO_CUSTOMER = { name2: null, customerId: null, number: null }
