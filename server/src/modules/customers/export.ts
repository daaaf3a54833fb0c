import { inTenant } from '../../kit/context.ts'
import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import { filtered, openAll, requireQuery, withTokens } from './list.ts'
import { toCustomer } from './person.ts'
import { rankOf } from './search-tokens.ts'
import type { Customer, CustomerFilter } from './shapes.ts'

const PAGE = 500
const FORMATS = {
  csv: { contentType: 'text/csv; charset=utf-8', head: () => `\ufeff${COLUMNS.join(',')}\r\n`, line: csvLine },
  ndjson: {
    contentType: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    line: (customer: Customer) => `${JSON.stringify(customer)}\n`,
  },
}

const COLUMNS = [
  'number',
  'type',
  'status',
  'firstName',
  'lastName',
  'name2',
  'preferredName',
  'companyName',
  'phone',
  'phoneVerified',
  'email',
  'emailVerified',
  'displayName',
  'tier',
  'loyaltyTier',
  'segment',
  'locale',
  'country',
  'totalOrders',
  'totalSpent',
  'loyaltyPoints',
  'notes',
  'createdAt',
  'updatedAt',
  'lastSeenAt',
  'id',
] as const satisfies readonly (keyof Customer)[]

type Input = CustomerFilter & { format: keyof typeof FORMATS }

/** Everybody who passes the filter and is not restricted, page by page, each in a transaction of its own: memory stays the same for any size. */
export async function exportCustomers({ db, caller }: Entrance, { format, ...filter }: Input): Promise<TextStream> {
  const query = filter.q === undefined ? null : requireQuery(filter.q)
  await inTenant(db, caller, async (ctx) => {
    // Which filters were used, not what for: a search text is somebody's name.
    ctx.audit({ action: 'customers.exported', customer: null, fields: Object.keys(filter), after: { format } })
  })

  async function pageAfter(last: string | null) {
    return inTenant(
      db,
      caller,
      async (ctx) => {
        let rows = filtered(ctx, filter).where('restricted_at', 'is', null).orderBy('customers.id').limit(PAGE)
        if (last !== null) rows = rows.where('customers.id', '>', last)
        if (query) rows = rows.where('customers.id', 'in', withTokens(ctx, query))
        const found = await rows.execute()
        const opened = (await openAll(ctx, found)).filter(
          ({ row, person }) => query === null || rankOf(query, row, person) > 0,
        )
        return {
          customers: opened.map(({ row, person }) => toCustomer(ctx, row, person)),
          next: found.length < PAGE ? null : found.at(-1)!.id,
        }
      },
      { readOnly: true },
    )
  }

  async function* chunks() {
    const { head, line } = FORMATS[format]
    yield head()
    let last: string | null = null
    do {
      const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(last)
      if (page.customers.length > 0) yield page.customers.map(line).join('')
      last = page.next
    } while (last !== null)
  }
  return { contentType: FORMATS[format].contentType, fileName: `customers.${format}`, chunks: chunks() }
}

function csvLine(customer: Customer): string {
  return `${COLUMNS.map((column) => csvCell(customer[column])).join(',')}\r\n`
}

/** A spreadsheet runs what begins with these; an apostrophe makes it text. */
function csvCell(value: unknown): string {
  if (value === null) return ''
  const text = String(value)
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
