import type { Context } from '../../kit/context.ts'
import type { Contact, Contacts } from './contract.ts'
import { identifierHistory } from './identifiers.ts'
import { requireRow, showPerson } from './person.ts'
import { maskEmail, maskPhone } from './phone.ts'

interface Concerned {
  readonly customerId: string
}

/** Every current and former phone and e-mail of the customer and of those merged into it. */
export const allContacts = (ctx: Context, of: Concerned): Promise<Contacts> =>
  describe(ctx, of, ctx.caller.may.has('customers:contacts'))

export const allOwnContacts = (ctx: Context, of: Concerned): Promise<Contacts> => describe(ctx, of, true)

async function describe(ctx: Context, { customerId }: Concerned, opened: boolean): Promise<Contacts> {
  const shown = showPerson(ctx, await requireRow(ctx, customerId))
  const items = (await identifierHistory(ctx, customerId)).map(({ type, value, ...since }) => ({
    type,
    value: opened ? value : { phone: maskPhone, email: maskEmail }[type](value),
    primary: since.validTo === null && shown[type] === value,
    ...since,
  }))
  return { items: items.sort(presentFirst), contactsMasked: !opened }
}

const presentFirst = (one: Contact, other: Contact) =>
  Number(other.primary) - Number(one.primary) ||
  Number(one.validTo !== null) - Number(other.validTo !== null) ||
  other.validFrom.localeCompare(one.validFrom)
