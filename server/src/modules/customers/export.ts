import type { AuditNote } from '../../kit/audit.ts'
import type { Context } from '../../kit/context.ts'
import type { Entrance, TextStream } from '../../kit/endpoint.ts'
import { inTenant } from '../../kit/transaction.ts'
import { FACTS, FIELDS, type FieldName, fieldsWith } from './fields.ts'
import { filtered, openAll, queryOf, withTokens } from './list.ts'
import { type CustomerRow, type Person, toCustomer } from './person.ts'
import { fitOf } from './search-tokens.ts'
import type { Customer, CustomerFilter } from './shapes.ts'

/** Small, so that what a page needs is gone before the collector moves it to where it looks rarely. */
const PAGE = 100
/** Too many for a statement with a name: each number of ids is another text. */
const CHOSEN_AT_ONCE = 500
const FORMATS = {
  csv: { contentType: 'text/csv; charset=utf-8', head: () => `\ufeff${COLUMNS.join(',')}\r\n`, line: csvLine },
  ndjson: {
    contentType: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    line: (customer: Customer) => `${JSON.stringify(customer)}\n`,
  },
}

type Own = (typeof FIELDS)[FieldName]['own']
/** First the columns that the customer may see, last the notes of the business. */
const described = (...own: readonly Own[]) =>
  fieldsWith('exported', true)
    .filter((field) => FIELDS[field].class === 'sealed' && own.includes(FIELDS[field].own))
    .flatMap((field): (keyof Customer)[] =>
      field === 'phone' || field === 'email' ? [field, `${field}Verified`] : [field],
    )

const COLUMNS: readonly (keyof Customer)[] = [
  'number',
  'type',
  'status',
  ...described('changes', 'sees'),
  'displayName',
  'tier',
  'loyaltyTier',
  'segment',
  ...FACTS,
  'totalOrders',
  'totalSpent',
  'loyaltyPoints',
  ...described('hidden'),
  'createdAt',
  'updatedAt',
  'lastSeenAt',
  'id',
]

type Format = keyof typeof FORMATS
type Input = CustomerFilter & { format: Format }

interface Page {
  readonly rows: readonly CustomerRow[]
  /** Start of the next page; null at the end. */
  readonly next: string | null
}

/** Every unrestricted customer within the filter, page by page, each in a transaction of its own: memory does not grow with the export. */
export async function exportCustomers(entrance: Entrance, { format, ...filter }: Input): Promise<TextStream> {
  const { q } = filter
  const query = await inTenant(entrance.db, entrance.caller, async (ctx) => {
    const asked = q === undefined ? null : await queryOf(ctx, q)
    // The names of the filters only: a search text is personal data.
    note(ctx, { fields: Object.keys(filter), after: { format } })
    return asked
  })
  async function pageAfter(ctx: Context, last: string | null): Promise<Page> {
    let rows = filtered(ctx, filter).where('restricted_at', 'is', null).orderBy('customers.id').limit(PAGE)
    if (last !== null) rows = rows.where('customers.id', '>', last)
    if (query) rows = rows.where('customers.id', 'in', withTokens(ctx, query))
    const found = await rows.execute()
    return { rows: found, next: found.length < PAGE ? null : found.at(-1)!.id }
  }
  return streamed(
    entrance,
    format,
    pageAfter,
    (_ctx, { row, person }) => query === null || fitOf(query, row, person) !== null,
  )
}

/** Selected customers without restricted ones; the reason is recorded. */
export async function exportSelected(
  entrance: Entrance,
  { ids, reason, format }: { ids: string[]; reason: string; format: Format },
): Promise<TextStream> {
  const chosen = [...new Set(ids)].sort()
  await inTenant(entrance.db, entrance.caller, async (ctx) =>
    note(ctx, { fields: ['ids'], after: { format, chosen: chosen.length }, reason }),
  )
  async function pageAfter(ctx: Context, last: string | null): Promise<Page> {
    const begin = last === null ? 0 : chosen.indexOf(last) + 1
    const page = chosen.slice(begin, begin + CHOSEN_AT_ONCE)
    const rows = await filtered(ctx, {})
      .where('restricted_at', 'is', null)
      .where('customers.id', 'in', page)
      .orderBy('customers.id')
      .execute()
    return { rows, next: begin + CHOSEN_AT_ONCE < chosen.length ? page.at(-1)! : null }
  }
  return streamed(entrance, format, pageAfter, () => true)
}

const note = (ctx: Context, said: Pick<AuditNote, 'fields' | 'after' | 'reason'>) =>
  ctx.audit({ action: 'customers.exported', customer: null, ...said })

function streamed(
  { db, caller }: Entrance,
  format: Format,
  pageAfter: (ctx: Context, last: string | null) => Promise<Page>,
  fits: (ctx: Context, one: { row: CustomerRow; person: Person }) => boolean,
): TextStream {
  const { contentType, head, line } = FORMATS[format]
  const read = (last: string | null) =>
    inTenant(
      db,
      caller,
      async (ctx) => {
        const { rows, next } = await pageAfter(ctx, last)
        const opened = (await openAll(ctx, rows)).filter((one) => fits(ctx, one))
        return { customers: opened.map(({ row, person }) => toCustomer(ctx, row, person)), next }
      },
      { readOnly: true },
    )
  async function* chunks() {
    yield head()
    let last: string | null = null
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(last)
      if (page.customers.length > 0) yield page.customers.map(line).join('')
      last = page.next
    } while (last !== null)
  }
  return { contentType, fileName: `customers.${format}`, chunks: chunks() }
}

function csvLine(customer: Customer): string {
  return `${COLUMNS.map((column) => csvCell(customer[column])).join(',')}\r\n`
}

/** The fields of a business: `children: 2; vip: yes`. */
const inCell = (values: object) =>
  Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join('; ')

/** Spreadsheets run cells that begin with these, in full width too; an apostrophe makes them text. */
function csvCell(value: unknown): string {
  if (value === null) return ''
  const text = typeof value === 'object' ? inCell(value) : String(value)
  const harmless = typeof value === 'string' && /^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
