import { openDetails } from '../../kit/audit.ts'
import { listEntries } from '../../kit/audit-entries.ts'
import { itself } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import { isTooDeep } from '../../kit/depth.ts'
import { inTenant } from '../../kit/transaction.ts'
import { everReachable, identifierHistory } from './identifiers.ts'
import { type CustomerRow, customerRows, DAMAGED_NAME, type Person, PersonDocument, showPerson } from './person.ts'
import { outsideId } from './shapes.ts'
import { everyoneIn, keysOf } from './survivor.ts'
import { typeOf } from './type-of.ts'
import { writeCustomer } from './write.ts'

const PAGE = 500
const ENTRIES_READ = 10_000

interface Examined {
  /** Partly unreadable records. */
  readonly damaged: readonly string[]
  /** Records whose type does not follow from their data. */
  readonly mistyped: readonly string[]
}

interface Options {
  /** Repair findings. */
  readonly repair: boolean
  /** Those of these customers who have a login. */
  readonly withLogin: (ctx: Context, customerIds: readonly string[]) => Promise<readonly string[]>
}

/** Every customer of a tenant, page by page, each in a transaction of its own. */
export async function examineCustomers(db: Database, tenant: string, options: Options): Promise<Examined> {
  const found: { damaged: string[]; mistyped: string[] } = { damaged: [], mistyped: [] }
  let after: string | null = null
  do {
    const last: string | null = after
    const work = (ctx: Context) => examinePage(ctx, last, options)
    const page: Page = await inTenant(db, itself(tenant, 'cli'), work, { readOnly: !options.repair })
    found.damaged.push(...page.damaged)
    found.mistyped.push(...page.mistyped)
    after = page.next
  } while (after !== null)
  return found
}

interface Page extends Examined {
  readonly next: string | null
}

async function examinePage(ctx: Context, after: string | null, { repair, withLogin }: Options): Promise<Page> {
  const all = customerRows(ctx).where('status', 'not in', ['merged', 'erased']).orderBy('customers.id').limit(PAGE)
  const paged = after === null ? all : all.where('customers.id', '>', after)
  const rows = await (repair ? paged.forNoKeyUpdate('customers') : paged).execute()
  const guests = rows.filter(({ type }) => type === 'guest').map(({ id }) => id)
  const known = new Set(
    guests.length === 0 ? [] : [...(await everReachable(ctx, guests)), ...(await withLogin(ctx, guests))],
  )
  const damaged: string[] = []
  const mistyped: string[] = []
  for (const row of rows) {
    const shown = showPerson(ctx, row)
    const was = known.has(row.id) ? 'stub' : row.type
    if (shown.damaged) damaged.push(outsideId(row.id))
    else if (typeOf(was, shown, row) !== row.type) mistyped.push(outsideId(row.id))
    else continue
    if (!repair) continue
    const person = shown.damaged === 'wholly' ? await fromHistory(ctx, row) : shown
    await mend(ctx, row, person, typeOf(was, person, row))
  }
  return { damaged, mistyped, next: rows.length < PAGE ? null : rows.at(-1)!.id }
}

async function mend(ctx: Context, row: CustomerRow, { damaged, ...person }: Person, type: string): Promise<void> {
  const fields = [...(type === row.type ? [] : ['type']), ...(damaged ? ['record'] : [])]
  const told = { action: 'customer.repaired', fields, before: { type: row.type }, after: { type } }
  await writeCustomer(ctx, row, { type, person }, told)
}

/** Rebuilt from the customer's history, with the current contacts. */
async function fromHistory(ctx: Context, { id }: CustomerRow): Promise<Person> {
  const people = await keysOf(ctx, await everyoneIn(ctx, id))
  const entries = await listEntries(ctx, { customerId: id }, null, ENTRIES_READ)
  const told: Record<string, unknown> = {}
  for (const entry of entries.reverse()) Object.assign(told, openDetails(ctx.keys, people, entry).after)
  const held = (await identifierHistory(ctx, id)).filter(({ validTo }) => validTo === null)
  const contact = (type: 'phone' | 'email') => {
    const values = held.filter((one) => one.type === type).map(({ value }) => value)
    return values.find((value) => value === told[type]) ?? values.at(-1) ?? null
  }
  const readable = Object.entries(PersonDocument.shape).flatMap(([field, schema]) => {
    const read = schema.safeParse(told[field])
    return read.success && told[field] !== undefined && !isTooDeep(read.data) ? [[field, read.data] as const] : []
  })
  return PersonDocument.parse({
    firstName: DAMAGED_NAME,
    ...Object.fromEntries(readable),
    phone: contact('phone'),
    email: contact('email'),
  })
}
