import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { performIn } from '../../kit/operate.ts'
import { SignInNeeded } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { customerKey, keysOf } from '../customers/index.ts'
import { isKeyValid } from '../tenants/index.ts'
import { type confirm, NothingToPropose, ProposalChanged, ProposalNotFound, type propose } from './contract.ts'
import { note, requireOperation } from './look-up.ts'
import { contents, customerIn, digestOf, type ProposalRow, proposalRows, toProposals } from './proposal-row.ts'
import { sql } from './tables.ts'

const VALID_MS = 86_400_000

/** Undoes a transaction that was only tried. */
class Tried extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('tried')
    this.answer = answer
  }
}

export async function makeProposal(
  { db, caller }: Entrance,
  { operation: name, input, purpose }: Input<typeof propose>,
): Promise<Answered<Output<typeof propose>>> {
  const operation = requireOperation(name)
  if (operation.route.endpoint.method === 'get') throw NothingToPropose()
  const wouldAnswer = await inTenant(db, caller, async (ctx) => {
    throw new Tried(await performIn(ctx, operation, input))
  }).catch((error) => {
    if (error instanceof Tried) return error.answer
    throw error
  })
  const body = await inTenant(db, caller, async (ctx) => {
    await note(ctx, 'assistant.proposed', operation, input, purpose)
    const [id, about] = [uuidv7(ctx.now.getTime()), customerIn(input)]
    const key = about === null ? ctx.keys.own : await customerKey(ctx, about)
    const row = await sql(ctx)
      .insertInto('proposals')
      .values({
        tenant_id: ctx.tenant,
        id,
        operation: name,
        customer_id: about,
        digest: digestOf(ctx, operation, input, caller.actor),
        sealed: contents.seal(ctx, key, { id }, { input, purpose, wouldAnswer }),
        asked_by: caller.actor,
        asked_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + VALID_MS),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return (await toProposals(ctx, [row]))[0]!
  })
  return { body }
}

export async function listProposals(ctx: Context) {
  return { items: await toProposals(ctx, await proposalRows(ctx).orderBy('id').execute()) }
}

/** With everything checked again at this moment: who confirms, what, by which rules, and whether the one who asked still may. */
export async function confirmProposal(ctx: Context, { proposalId, hash }: Input<typeof confirm>) {
  if (ctx.caller.signedIn === null) throw SignInNeeded()
  const row = await take(ctx, proposalId)
  const operation = requireOperation(row.operation)
  const { input, purpose } = contents.require(ctx, await keysOf(ctx, contents.people(ctx, [row])), row)
  const now = digestOf(ctx, operation, input, row.asked_by)
  if (!now.equals(row.digest) || now.toString('hex') !== hash) throw ProposalChanged()
  if (row.asked_by.startsWith('key:') && !(await isKeyValid(ctx, row.asked_by))) throw ProposalChanged()
  await note(ctx, 'assistant.confirmed', operation, input, purpose)
  return { answer: await performIn(ctx, operation, input) }
}

export async function refuseProposal(ctx: Context, { proposalId }: { proposalId: string }) {
  const { operation } = await take(ctx, proposalId)
  ctx.audit({ action: 'assistant.refused', customer: null, fields: [operation], after: { id: proposalId } })
  return { refused: proposalId }
}

/** It is decided once. */
async function take(ctx: Context, proposalId: string): Promise<ProposalRow> {
  const row = await sql(ctx)
    .deleteFrom('proposals')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', proposalId)
    .where('expires_at', '>', ctx.now)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw ProposalNotFound()
  return row
}

export async function forgetProposals(ctx: Context): Promise<void> {
  await sql(ctx).deleteFrom('proposals').where('tenant_id', '=', ctx.tenant).where('expires_at', '<', ctx.now).execute()
}
