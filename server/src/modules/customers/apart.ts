import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { type ComparedCustomer, comparedAs } from './compared.ts'
import { Changes, type Face, faceOf, unmergedFace } from './merge-faces.ts'
import { type CustomerRow, customerRows, type Person, showPerson } from './person.ts'

interface Merged {
  readonly from: string
  readonly into: string
  /** What the merge remembers of the customers. */
  readonly moved: unknown
}

const Remembered = z.object({ changes: Changes })

/** The two of each merge, as an undo would give them now. Null where one cannot be read, or is restricted. */
export async function apartAgain(
  ctx: Context,
  merges: readonly Merged[],
): Promise<({ readonly from: ComparedCustomer; readonly into: ComparedCustomer } | null)[]> {
  if (merges.length === 0) return []
  const rows = await customerRows(ctx)
    .where('customers.id', 'in', [...new Set(merges.flatMap(({ from, into }) => [from, into]))])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return merges.map(({ from, into, moved }) => {
    const [source, survivor] = [byId.get(from), byId.get(into)]
    const remembered = Remembered.safeParse(moved)
    if (!source || !survivor || !remembered.success) return null
    if (source.restricted_at !== null || survivor.restricted_at !== null) return null
    const [theirs, now] = [showPerson(ctx, source), showPerson(ctx, survivor)]
    if (theirs.damaged || now.damaged) return null
    const own = unmergedFace(faceOf(survivor, now), remembered.data.changes, () => {})
    return { from: comparedAs(ctx, source, theirs, []), into: comparedAs(ctx, asRow(survivor, own), asPerson(own), []) }
  })
}

const asRow = (row: CustomerRow, { phone, email }: Face): CustomerRow => ({
  ...row,
  phone_verified: phone.verified,
  email_verified: email.verified,
})

const asPerson = ({ phone, email, ...face }: Face): Person => ({ ...face, phone: phone.value, email: email.value })
