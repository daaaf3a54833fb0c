import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance } from '../../kit/endpoint.ts'
import { unfitFields } from '../../kit/invalid.ts'
import { inTenant } from '../../kit/transaction.ts'
import { checkOwnValues, keyHolder, noteSeen, withOwnValues } from '../customers/index.ts'
import {
  type AddressRow,
  type Details,
  keyOf,
  openDetails,
  requireAddress,
  requireVersion,
  saveAddress,
  sealDetails,
  toAddress,
} from './address.ts'
import { checkerOf } from './check/checker.ts'
import { type Heard, hear, verdictOn } from './check/verdict.ts'
import { DefaultNeeded } from './contract.ts'
import { moveDefault } from './default.ts'
import { describedIn } from './described.ts'
import { AddressChanged } from './events.ts'
import { fitPlace, placeOf, unfitCoordinates } from './place.ts'
import { type Address, type AddressChange, outsideAddressId } from './shapes.ts'

interface Input extends AddressChange {
  customerId: string
  addressId: string
  expectedVersion?: number
}

/** If the location changes, the provider is called between two transactions. */
export async function changeAddress({ db, caller }: Entrance, input: Input): Promise<Answered<Address>> {
  let heard: Heard | null = null
  if (checkerOf(db.config)) {
    const asked = await inTenant(db, caller, (ctx) => draft(ctx, input), { readOnly: true })
    if (asked.moves) heard = await hear(db, asked.place)
  }
  return inTenant(db, caller, async (ctx) => ({ body: await storeChange(ctx, input, heard) }))
}

async function storeChange(ctx: Context, input: Input, heard: Heard | null): Promise<Address> {
  const { customer, row, before, after, country, place, moves } = await draft(ctx, input, 'for update')
  if (input.isDefault === false && row.is_default) throw DefaultNeeded()
  if (input.isDefault === true && !row.is_default) await moveDefault(ctx, customer, row.id)

  const type = input.type ?? row.type
  const fields = changedFields({ ...before, type: row.type, country: row.country }, { ...after, type, country })
  const present = await requireAddress(ctx, customer.id, row.id)
  if (fields.length === 0) return toAddress(ctx, present, before)

  const { reasons, ...verdict } = moves ? await verdictOn(ctx, place, heard) : { reasons: before.reasons }
  const details = { ...after, reasons }
  const sealed = sealDetails(ctx, keyOf(customer.keys, row), row.id, details)
  noteSeen(ctx, customer)
  const saved = await saveAddress(ctx, present, { type, country, ...verdict, sealed })
  ctx.emit(AddressChanged({ customerId: customer.id, addressId: row.id, fields, version: saved.version }))
  const addressId = outsideAddressId(row.id)
  ctx.audit({
    action: 'address.changed',
    customer,
    fields,
    before: { addressId, ...pick({ ...before, type: row.type, country: row.country }, fields) },
    after: { addressId, ...pick({ ...after, type, country }, fields) },
  })
  return toAddress(ctx, saved, details)
}

/** The rules of the country apply only when the location changes: a label may change on an address older than a rule. */
async function draft(ctx: Context, input: Input, lock?: 'for update') {
  const customer = await keyHolder(ctx, input.customerId, lock)
  await checkOwnValues(ctx, 'address', [input.ownFields])
  const row = await requireAddress(ctx, input.customerId, input.addressId)
  requireVersion(row, input.expectedVersion)
  const before = openDetails(ctx, customer, row)
  const { country, wanted, moves } = wish(row, before, input)
  const unfit = unfitCoordinates(wanted)
  if (!moves && unfit.length > 0) throw unfitFields(unfit)
  const after = moves ? fitPlace(country, wanted) : wanted
  return { customer, row, before, after, country, place: placeOf(country, after), moves }
}

/** The address after a change, and whether its location differs. */
export function wish(row: AddressRow, before: Details, change: AddressChange) {
  const country = change.country ?? row.country
  const ownFields = withOwnValues(before.ownFields, change.ownFields)
  const wanted: Details = { ...before, ...describedIn(change), ownFields }
  return { country, wanted, moves: !isDeepStrictEqual(placeOf(country, wanted), placeOf(row.country, before)) }
}

function changedFields(before: Described, after: Described): string[] {
  return Object.keys(before).filter((field) => field !== 'reasons' && !isDeepStrictEqual(before[field], after[field]))
}

type Described = Readonly<Record<string, unknown>> & Pick<AddressRow, 'country' | 'type'>
const pick = (values: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
