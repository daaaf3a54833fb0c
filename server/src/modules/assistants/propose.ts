import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { idsIn } from '../../kit/idempotency.ts'
import { isReading, performIn, type Undoable } from '../../kit/operate.ts'
import { SignInNeeded } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { isActiveStaff } from '../accounts/index.ts'
import { customerKey, keysOf } from '../customers/index.ts'
import { isKeyValid } from '../tenants/index.ts'
import { type confirm, NothingToPropose, ProposalChanged, ProposalNotFound, type propose } from './contract.ts'
import { NOTE, note, requireOperation } from './look-up.ts'
import { contents, customerIn, digestOf, type ProposalRow, proposalRows, shownTo, toProposals } from './proposal-row.ts'
import { sql } from './tables.ts'

const VALID_MS = 86_400_000

interface Trial {
  readonly answer: unknown
  /** Every customer who was named or touched; an id of something else does no harm. */
  readonly about: readonly string[]
}

/** Undoes a transaction that was only tried. */
class Tried extends Error {
  readonly trial: Trial
  constructor(trial: Trial) {
    super('tried')
    this.trial = trial
  }
}

async function tried(ctx: Context, operation: Undoable, input: Readonly<Record<string, unknown>>): Promise<never> {
  const touched = new Set<string | null | undefined>()
  const answer = await performIn(
    {
      ...ctx,
      audit(entry) {
        touched.add(entry.customer?.id)
        ctx.audit(entry)
      },
      emit(event) {
        touched.add(event.customerId)
        ctx.emit(event)
      },
    },
    operation,
    input,
  )
  throw new Tried({ answer, about: idsIn([input, answer, [...touched]]) })
}

export async function makeProposal(
  { db, caller }: Entrance,
  { operation: name, input, purpose }: Input<typeof propose>,
): Promise<Answered<Output<typeof propose>>> {
  const operation = requireOperation(name)
  if (isReading(operation)) throw NothingToPropose()
  const { answer: wouldAnswer, about } = await inTenant(db, caller, (ctx) => tried(ctx, operation, input)).catch(
    (error): Trial => {
      if (error instanceof Tried) return error.trial
      throw error
    },
  )
  const body = await inTenant(db, caller, async (ctx) => {
    await note(ctx, 'assistant.proposed', operation, input, purpose)
    const [id, customerId] = [uuidv7(ctx.now.getTime()), customerIn(input)]
    const key = customerId === null ? ctx.keys.own : await customerKey(ctx, customerId)
    const askedBy = caller.actor
    const row = await sql(ctx)
      .insertInto('proposals')
      .values({
        tenant_id: ctx.tenant,
        id,
        operation: name,
        customer_id: customerId,
        about: [...about],
        digest: await digestOf(ctx, operation, { input, askedBy, about }),
        sealed: contents.seal(ctx, key, { id }, { input, purpose, wouldAnswer }),
        asked_by: askedBy,
        asked_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + VALID_MS),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return { note: NOTE, ...(await toProposals(ctx, [row]))[0]! }
  })
  return { body }
}

/** For the staff who decide. */
export async function listProposals(ctx: Context) {
  if (ctx.caller.signedIn === null) throw SignInNeeded()
  return { items: shownTo(ctx, await toProposals(ctx, await proposalRows(ctx).orderBy('id').execute())) }
}

/** With everything checked again at this moment: who confirms, what, by which rules, and whether the one who asked still may. */
export async function confirmProposal(ctx: Context, { proposalId, hash }: Input<typeof confirm>) {
  if (ctx.caller.signedIn === null) throw SignInNeeded()
  const row = await take(ctx, proposalId)
  const operation = requireOperation(row.operation)
  const { input, purpose } = contents.require(ctx, await keysOf(ctx, contents.people(ctx, [row])), row)
  const { asked_by: askedBy, about } = row
  const now = await digestOf(ctx, operation, { input, askedBy, about })
  if (!now.equals(row.digest) || now.toString('hex') !== hash) throw ProposalChanged()
  const isStillThere = askedBy.startsWith('key:') ? isKeyValid : isActiveStaff
  if (!(await isStillThere(ctx, askedBy))) throw ProposalChanged()
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
