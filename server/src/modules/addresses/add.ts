import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, KeyedEntrance } from '../../kit/endpoint.ts'
import { onceIn } from '../../kit/idempotency.ts'
import { Refusal } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { checkOwnValues, type KeyHolder, keyHolder, noteSeen, withOwnValues } from '../customers/index.ts'
import { type AddressRow, sealDetails, toAddress } from './address.ts'
import { checkerOf } from './check/checker.ts'
import { type Heard, hear, verdictOn } from './check/verdict.ts'
import { add, MOST_ADDRESSES, TooManyAddresses } from './contract.ts'
import { takeDefault } from './default.ts'
import { describedIn, given, NOTHING } from './described.ts'
import { AddressAdded } from './events.ts'
import { fitPlace, placeOf } from './place.ts'
import type { Address, NewAddress } from './shapes.ts'
import { sql } from './tables.ts'

interface Input extends NewAddress {
  customerId: string
}

/** The provider, if any, is called between two transactions. */
export async function addAddress(entrance: KeyedEntrance, input: Input): Promise<Answered<Address>> {
  const { db, caller } = entrance
  let heard: Heard | null = null
  if (checkerOf(db.config)) {
    const asked = await inTenant(db, caller, (ctx) => draft(ctx, input), { readOnly: true })
    heard = await hear(db, placeOf(asked.country, asked.described))
  }
  return inTenant(db, caller, (ctx) => onceIn(ctx, entrance, add, input, () => storeAddress(ctx, input, heard)), {
    repeatable: entrance.idempotencyKey !== undefined,
  })
}

/** The provider's verdicts on the addresses of a new customer. None for invalid addresses: `storeAddress` refuses them. */
export async function hearAddresses({ db }: Entrance, country: string, given: readonly NewAddress[]) {
  return Promise.all(
    given.map(async (address) => {
      try {
        const described = describe(address.country ?? country, address)
        return await hear(db, placeOf(described.country, described.described))
      } catch (error) {
        if (error instanceof Refusal) return null
        throw error
      }
    }),
  )
}

export async function storeAddress(ctx: Context, input: Input, heard: Heard | null): Promise<Address> {
  const { customer, country, described } = await draft(ctx, input, 'for update')
  const alive = await countAddresses(ctx, customer.id)
  if (alive >= MOST_ADDRESSES) throw TooManyAddresses()
  const { reasons, ...verdict } = await verdictOn(ctx, placeOf(country, described), heard)

  const id = uuidv7(ctx.now.getTime())
  const isDefault = alive === 0 || input.isDefault === true
  const details = { ...described, reasons }
  const row: AddressRow = {
    id,
    customer_id: customer.id,
    type: input.type,
    country,
    is_default: isDefault,
    ...verdict,
    created_at: ctx.now,
    updated_at: ctx.now,
    deleted_at: null,
    version: 1,
    sealed: sealDetails(ctx, customer.key, id, details),
  }
  if (isDefault) await takeDefault(ctx, customer)
  noteSeen(ctx, customer)
  sql.insert(ctx, 'addresses', [{ tenant_id: ctx.tenant, ...row }])
  ctx.emit(AddressAdded({ customerId: customer.id, addressId: id, type: input.type, country, isDefault }))
  const address = await toAddress(ctx, row, details)
  const after = given({ ...described, type: input.type, country, isDefault })
  ctx.audit({
    action: 'address.added',
    customer,
    fields: Object.keys(after),
    after: { addressId: address.id, ...after },
  })
  return address
}

async function draft(ctx: Context, input: Input, lock?: 'for update') {
  const customer = await keyHolder(ctx, input.customerId, lock)
  await checkOwnValues(ctx, 'address', [input.ownFields])
  return { customer, ...describe(input.country ?? customer.country, input) }
}

/** An address checked by the rules of its country, or the refusal. */
export function describe(country: string, input: NewAddress) {
  const ownFields = withOwnValues({}, input.ownFields)
  return { country, described: fitPlace(country, { ...NOTHING, ...describedIn(input), ownFields }) }
}

export async function countAddresses(ctx: Context, customerId: KeyHolder['id']): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('addresses')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
