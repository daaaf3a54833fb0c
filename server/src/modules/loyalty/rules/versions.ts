import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { digitsOf } from '../../../kit/money.ts'
import { VersionConflict } from '../../../kit/refusal.ts'
import { reportingCurrency } from '../../orders/index.ts'
import { sql } from '../tables.ts'
import { PointRules, usualPoints } from './points.ts'
import { TierProgram, usualTiers } from './tiers.ts'

/** What is decided about a subject, which decision it is, and since when; 0 is what holds before the first. */
export interface Decided<Rules> {
  readonly rules: Rules
  readonly version: number
  readonly since: Date | null
  readonly by: string | null
  /** The reporting currency, in which the rules name amounts. */
  readonly currency: string
}

const SUBJECTS = {
  points: { schema: PointRules, usual: usualPoints },
  tiers: { schema: TierProgram, usual: usualTiers },
} as const
type Subject = keyof typeof SUBJECTS
type Rules<S extends Subject> = z.output<(typeof SUBJECTS)[S]['schema']>

/** Read once in a transaction, and again after a decision in it. */
export function rulesOf<S extends Subject>(ctx: Context, subject: S): Promise<Decided<Rules<S>>> {
  const known = decided[subject].get(ctx) ?? readRules(ctx, subject)
  decided[subject].set(ctx, known)
  return known as Promise<Decided<Rules<S>>> // Each map has those of its subject.
}
const decided: { readonly [S in Subject]: WeakMap<Context, Promise<unknown>> } = {
  points: new WeakMap(),
  tiers: new WeakMap(),
}

async function readRules<S extends Subject>(ctx: Context, subject: S): Promise<Decided<Rules<S>>> {
  const row = await decisions(ctx, subject).orderBy('version', 'desc').limit(1).executeTakeFirst()
  const currency = await reportingCurrency(ctx)
  return row ? toDecided(subject, currency, row) : { rules: usualIn(subject, currency), ...UNDECIDED, currency }
}

/** Each decision is a row of its own: what an entry of the ledger names stays readable. Of two at once, one is refused. */
export async function decide<S extends Subject>(
  ctx: Context,
  subject: S,
  change: { readonly [K in keyof Rules<S>]?: Rules<S>[K] | undefined },
): Promise<Decided<Rules<S>>> {
  const before = await rulesOf(ctx, subject)
  const rules = parsed(subject, { ...before.rules, ...change })
  const version = before.version + 1
  const written = await sql(ctx)
    .insertInto('loyalty_rules')
    .values({
      tenant_id: ctx.tenant,
      subject,
      version,
      decided: JSON.stringify(rules),
      decided_at: ctx.now,
      decided_by: ctx.caller.actor,
    })
    .onConflict((other) => other.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!written) throw VersionConflict({ version })
  decided[subject].delete(ctx)
  ctx.audit({
    action: 'settings.changed',
    customer: null,
    fields: Object.keys(change).map((field) => `loyalty.${subject}.${field}`),
  })
  return { rules, version, since: ctx.now, by: ctx.caller.actor, currency: before.currency }
}

export async function versionsOf<S extends Subject>(ctx: Context, subject: S): Promise<Decided<Rules<S>>[]> {
  const currency = await reportingCurrency(ctx)
  const rows = await decisions(ctx, subject).orderBy('version', 'desc').limit(VERSIONS_SHOWN).execute()
  return rows.map((row) => toDecided(subject, currency, row))
}
const VERSIONS_SHOWN = 100

const decisions = (ctx: Context, subject: Subject) =>
  sql(ctx)
    .selectFrom('loyalty_rules')
    .select(['version', 'decided', 'decided_at', 'decided_by'])
    .where('tenant_id', '=', ctx.tenant)
    .where('subject', '=', subject)

/** A rule that is younger than a decision has its usual value there. */
function toDecided<S extends Subject>(
  subject: S,
  currency: string,
  row: { version: number; decided: unknown; decided_at: Date; decided_by: string },
): Decided<Rules<S>> {
  const rules = parsed(subject, { ...usualIn(subject, currency), ...AnyRules.parse(row.decided) })
  return { rules, version: row.version, since: row.decided_at, by: row.decided_by, currency }
}

const UNDECIDED = { version: 0, since: null, by: null }
const usualIn = <S extends Subject>(subject: S, currency: string) =>
  SUBJECTS[subject].usual(10 ** digitsOf(currency)) as Rules<S> // Of this subject.
const parsed = <S extends Subject>(subject: S, rules: object) => SUBJECTS[subject].schema.parse(rules) as Rules<S> // Of this subject.
const AnyRules = z.looseObject({})
