import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { signInsByDay } from '../../accounts/index.ts'
import type * as api from '../contract.ts'
import { askedIn, countsOf, periodOf, sumOf } from './figures.ts'

const REGISTRATION_TARGET = 0.95
const INCIDENTS_TARGET = 0.001
const IN_TIME_TARGET = 1
/** Failures of our own, not of the person’s input. */
const OURS = ['database_away', 'outcome_unknown', 'overloaded', 'disk_full', 'message.not_sent', 'internal_error']

/** Whether registering and signing in works, and whether privacy requests are answered in time. */
export async function readReliability(ctx: Context, period: Input<typeof api.reliability>) {
  const asked = await askedIn(ctx, period)
  const { byFactor, refused } = await signInsByDay(ctx, period)
  const [incidents, privacy] = [await countsOf(ctx, 'incident', asked.days), await countsOf(ctx, 'privacy', asked.days)]
  const registered = byFactor.registration ?? 0
  const failed = refused.filter(({ way }) => way === 'registration')
  const signIns = Object.values(byFactor).reduce((sum, count) => sum + count, 0)
  const ours = refused.filter(({ reason }) => OURS.includes(reason))
  const kinds = [
    ...['refresh_token_reused', 'takeover_reported', 'number_handed_over'].map((kind) => ({
      kind,
      count: sumOf(incidents.filter(({ part }) => part === kind)),
    })),
    { kind: 'own_failures', count: triesOf(ours) },
  ]
  const happened = kinds.reduce((sum, { count }) => sum + count, 0)
  const part = (what: string) => sumOf(privacy.filter((one) => one.part === what))
  const [received, closed, overdue] = [part('received'), part('closed'), part('overdue')]
  return {
    ...periodOf(asked),
    registration: {
      succeeded: registered,
      failed: triesOf(failed),
      share: shareOf(registered, registered + triesOf(failed)),
      target: REGISTRATION_TARGET,
      reasons: failed.map(({ way: _, ...one }) => one),
    },
    refused: refused.filter(({ way }) => way !== 'registration'),
    incidents: { kinds, signIns, share: shareOf(happened, signIns), target: INCIDENTS_TARGET },
    privacy: {
      ...{ received, closed, overdue },
      inTime: received === 0 ? null : shareOf(Math.max(0, received - overdue), received),
      target: IN_TIME_TARGET,
    },
  }
}

const triesOf = (rows: readonly { readonly tries: number }[]) => rows.reduce((sum, { tries }) => sum + tries, 0)
const shareOf = (of: number, all: number) => (all === 0 ? null : Math.round((of / all) * 100_000) / 100_000)
