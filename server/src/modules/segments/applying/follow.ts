import { z } from 'zod'
import type { Attribute, Context, Follower } from '../../../kit/context.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import { CustomersMerged, CustomersUnmerged } from '../../merging/events.ts'
import { beginRun } from '../applying/runs.ts'
import type { Cause } from '../deciding/carry-out.ts'
import { currentProgram } from '../deciding/current.ts'
import { evaluate } from '../deciding/evaluate.ts'
import { isKept } from '../deciding/keep.ts'

/** Segments are in step with every change that a rule may look at: decided in its transaction, for its customers alone. */
export const followChanges: Follower = {
  name: 'segments-of-changes',
  on: 'all',
  async followTogether(ctx, events) {
    const concerns = concernsOf(ctx.attributes)
    const known = events.filter(({ type }) => concerns.has(type))
    if (known.length === 0) return
    if (known.some(({ type }) => concerns.get(type)!.all)) await lookAtAll(ctx)
    const people = new Set(known.flatMap(peopleIn))
    const keeps = known.some(({ type }) => concerns.get(type)!.keeps)
    await evaluate(ctx, [...people], { cause: causeOf(known), keeps })
  },
}

interface Concern {
  /** Something that is kept is derived anew. */
  readonly keeps: boolean
  /** Of all customers. */
  readonly all: boolean
}

const looked = new WeakMap<readonly Attribute[], ReadonlyMap<string, Concern>>()

function concernsOf(attributes: readonly Attribute[]): ReadonlyMap<string, Concern> {
  const held = looked.get(attributes)
  if (held) return held
  const concerns = new Map<string, Concern>()
  const add = (type: string, keeps: boolean, all: boolean) => {
    const before = concerns.get(type)
    concerns.set(type, { keeps: keeps || before?.keeps === true, all: all || before?.all === true })
  }
  for (const attribute of attributes) {
    for (const { type } of attribute.changedBy) add(type, isKept(attribute), false)
    for (const { type } of attribute.changedForAllBy ?? []) add(type, true, true)
  }
  for (const { type } of [CustomersMerged, CustomersUnmerged]) add(type, true, false)
  looked.set(attributes, concerns)
  return concerns
}

const PEOPLE = ['customerId', 'mergedId', 'restoredId'] as const
const Id = z.string().nullish()
const People = z.object({ customerId: Id, mergedId: Id, restoredId: Id })

function peopleIn({ data }: DomainEvent): string[] {
  const told = People.safeParse(data).data ?? {}
  return PEOPLE.flatMap((name) => told[name] ?? [])
}

const causeOf = (events: readonly DomainEvent[]): Cause =>
  events.some(({ type }) => type === CustomersMerged.type || type === CustomersUnmerged.type) ? 'merge' : 'change'

async function lookAtAll(ctx: Context): Promise<void> {
  const prepared = await currentProgram(ctx)
  if (prepared) await beginRun(ctx, prepared.program.version, { keeps: true })
}
