import type { Context } from '../../../kit/context.ts'
import { publishedPurposes, statesAmong } from '../../consent/index.ts'
import { type Draft, type Reason, reason } from '../columns/draft.ts'
import type { Plan } from '../columns/plan.ts'
import { type Policy, purposeOf } from '../columns/targets.ts'
import { CONSENT_UNKNOWN } from '../problems.ts'

export interface Consent {
  readonly purpose: string
  readonly decision: 'granted' | 'withdrawn'
  readonly at: Date | undefined
  readonly origin: string | undefined
  readonly proof: string | undefined
}

interface Said {
  readonly consents: readonly Consent[]
  readonly reasons: readonly Reason[]
}
type States = Awaited<ReturnType<typeof statesAmong>>

/** The decisions of rows, and what of them is new of a customer. */
interface ConsentReader {
  readonly of: (draft: Draft) => Said
  readonly newOf: (customerId: string, consents: readonly Consent[]) => readonly Consent[]
}

const SILENT: ConsentReader = { of: () => ({ consents: [], reasons: [] }), newOf: () => [] }

export async function readConsentsOf(ctx: Context, plan: Plan, customerIds: readonly string[]): Promise<ConsentReader> {
  const policies = new Map(
    plan.columns.flatMap(({ target, policy }) => {
      const purpose = target === null ? null : purposeOf(target)
      return purpose === null ? [] : [[purpose, policy] as const]
    }),
  )
  if (policies.size === 0) return SILENT
  const published = await publishedPurposes(ctx)
  const states = await statesAmong(ctx, customerIds)
  return {
    of: (draft) => saidIn(draft, plan, published, (purpose) => policies.get(purpose) === 'never'),
    newOf: (customerId, consents) =>
      consents.filter((one) => isNew(states, customerId, one, policies.get(one.purpose) ?? 'never')),
  }
}

/** A consent to marketing without an origin proves nothing, and is not taken over. */
function saidIn(
  { consents }: Draft,
  { consentOrigin }: Plan,
  published: ReadonlySet<string>,
  isLeftOut: (purpose: string) => boolean,
): Said {
  const { at, origin = consentOrigin ?? undefined, proof } = consents
  const given = consents.given.filter(({ purpose }) => !isLeftOut(purpose))
  return {
    consents: given
      .filter(({ purpose, granted }) => !granted || origin !== undefined || !purpose.startsWith('marketing.'))
      .map(({ purpose, granted }) => ({ purpose, decision: granted ? 'granted' : 'withdrawn', at, origin, proof })),
    reasons: given
      .filter(({ purpose }) => !published.has(purpose))
      .map(({ column }) => reason(CONSENT_UNKNOWN, column)),
  }
}

/** What a customer decided here is not overwritten by a file that does not say when: only a dated decision can be later. */
function isNew(states: States, customerId: string, { purpose, decision, at }: Consent, policy: Policy): boolean {
  const state = states.get(customerId)?.get(purpose)?.state ?? 'none'
  if (state === decision || policy === 'never' || policy === 'create') return false
  return state === 'none' || (policy === 'overwrite' && at !== undefined)
}
