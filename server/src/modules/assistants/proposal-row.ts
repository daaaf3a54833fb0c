import { createHash } from 'node:crypto'
import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { canonical } from '../../kit/idempotency.ts'
import { knownOperations, type Operation } from '../../kit/operate.ts'
import { document, sealedForPerson } from '../../kit/sealed.ts'
import { CustomerId } from '../customers/contract.ts'
import { keysOf, versionsOf } from '../customers/index.ts'
import type { Proposal } from './contract.ts'
import { masked, maskedText } from './masked.ts'
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

interface Proposed {
  readonly input: unknown
  readonly askedBy: string
  /** Its customers: it is void when one of them has changed. */
  readonly about: readonly string[]
}

/** Of what is confirmed: the operation, its input, the shapes of both, the caller who asked, and how the customers are now. */
export async function digestOf(
  ctx: Context,
  { name, route: { endpoint } }: Operation,
  { input, askedBy, about }: Proposed,
): Promise<Buffer> {
  const { params, query, body, output, allow } = endpoint
  const shapes = [params, query, body, output].map((one) =>
    z.toJSONSchema(one, { io: 'input', unrepresentable: 'any' }),
  )
  const rules = createHash('sha256')
    .update(JSON.stringify([shapes, allow]))
    .digest('hex')
  const versions = await versionsOf(ctx, about)
  return ctx.keys.digest('proposal', Buffer.from(canonical([name, input, rules, askedBy, versions])))
}

export const proposalRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('proposals')
    .select(['id', 'operation', 'customer_id', 'about', 'digest', 'sealed', 'asked_by', 'asked_at', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('expires_at', '>', ctx.now)
export type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposalRows>['execute']>>[0]

/** Of these customers, or what names one of them. */
export const isAbout = (ids: readonly string[]) =>
  raw<boolean>`(customer_id = any (${ids}::uuid[]) or about && ${ids}::uuid[])`

/** What the caller could do themselves, with what they may see of it: it was tried with the rights of another. */
export function shownTo({ caller }: Context, proposals: readonly Proposal[]): Proposal[] {
  const allows = new Map(knownOperations().map(({ name, route }) => [name, route.endpoint.allow]))
  const theirs = proposals.filter(({ operation }) => caller.may.has(allows.get(operation) ?? ''))
  if (caller.may.has('customers:contacts')) return theirs
  return theirs.map((one) => ({
    ...one,
    // Of an object an object remains.
    input: masked(one.input) as Proposal['input'],
    wouldAnswer: masked(one.wouldAnswer),
    purpose: maskedText(one.purpose),
  }))
}

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
