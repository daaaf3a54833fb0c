import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { Operation } from '../../kit/operate.ts'
import { document, sealedForPerson } from '../../kit/sealed.ts'
import { CustomerId } from '../customers/contract.ts'
import { keysOf } from '../customers/index.ts'
import type { Proposal } from './contract.ts'
import { sql } from './tables.ts'

const Content = z.object({
  input: z.record(z.string(), z.unknown()),
  purpose: z.string(),
  wouldAnswer: z.unknown(),
})
export const contents = sealedForPerson('proposals', 'sealed', document(Content), { mend: 'drop' })

/** The customer it is about, where the input says so. */
export function customerIn(input: Readonly<Record<string, unknown>>): string | null {
  const found = CustomerId.safeParse(input['customerId'])
  return found.success ? found.data : null
}

/** Of what is confirmed: the operation, its input, the shapes of both, and the caller who asked. */
export function digestOf(
  ctx: Context,
  { name, route: { endpoint } }: Operation,
  input: unknown,
  askedBy: string,
): Buffer {
  const { params, query, body, output, allow } = endpoint
  const shapes = [params, query, body, output].map((one) =>
    z.toJSONSchema(one, { io: 'input', unrepresentable: 'any' }),
  )
  const rules = createHash('sha256')
    .update(JSON.stringify([shapes, allow]))
    .digest('hex')
  return ctx.keys.digest('proposal', Buffer.from(canonical([name, input, rules, askedBy])))
}

/** The same text for the same value, in any order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

export const proposalRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('proposals')
    .select(['id', 'operation', 'customer_id', 'digest', 'sealed', 'asked_by', 'asked_at', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '>', ctx.now)
export type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposalRows>['execute']>>[0]

export async function toProposals(ctx: Context, rows: readonly ProposalRow[]): Promise<Proposal[]> {
  const keys = await keysOf(ctx, contents.people(ctx, rows))
  return rows.map((row) => {
    const { value, damaged } = contents.show(ctx, keys, row)
    return {
      id: row.id,
      operation: row.operation,
      ...(value ?? { input: {}, purpose: '', wouldAnswer: null }),
      hash: row.digest.toString('hex'),
      askedBy: row.asked_by,
      askedAt: row.asked_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      damaged: damaged || value === null,
    }
  })
}
