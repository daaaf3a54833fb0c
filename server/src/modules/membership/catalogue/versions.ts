import type { z } from 'zod'
import { cache } from '../../../kit/caches.ts'
import type { Context } from '../../../kit/context.ts'
import { VersionConflict } from '../../../kit/refusal.ts'
import { sql } from '../tables.ts'
import { FlairCatalogue, usualFlairs } from './flairs.ts'
import { PlanCatalogue, usualPlans } from './plans.ts'

const SUBJECTS = {
  plans: { schema: PlanCatalogue, usual: usualPlans },
  flairs: { schema: FlairCatalogue, usual: usualFlairs },
} as const
type Subject = keyof typeof SUBJECTS
type Catalogue<S extends Subject> = z.output<(typeof SUBJECTS)[S]['schema']>

/** What is decided, which decision it is, and since when; version 0 is what holds before the first. */
export interface Decided<S extends Subject> {
  readonly catalogue: Catalogue<S>
  readonly version: number
  readonly since: Date | null
  readonly by: string | null
}

const TENANTS_HELD = 2_000
const held = cache<string, object>('membership_catalogues', { max: TENANTS_HELD })

/** Of each transaction: `plans` and `flairs`, each asked once. */
const asked = new WeakMap<Context, Map<Subject, Promise<Decided<Subject>>>>()

/** Which version holds is asked in each transaction; what it says is remembered, because a version never changes. */
export function decidedAbout<S extends Subject>(ctx: Context, subject: S): Promise<Decided<S>> {
  const known = asked.get(ctx)?.get(subject) as Promise<Decided<S>> | undefined // Of this subject.
  return known ?? remember(ctx, subject, newest(ctx, subject))
}

function remember<S extends Subject>(ctx: Context, subject: S, decided: Promise<Decided<S>>): Promise<Decided<S>> {
  const known = asked.get(ctx) ?? new Map()
  asked.set(ctx, known.set(subject, decided))
  return decided
}

async function newest<S extends Subject>(ctx: Context, subject: S): Promise<Decided<S>> {
  const [row] = await NEWEST(ctx, { tenant: ctx.tenant, subject })
  // Of this subject.
  if (!row) return { catalogue: SUBJECTS[subject].usual as Catalogue<S>, version: 0, since: null, by: null }
  const { version, decided_at: since, decided_by: by } = row
  // With its time: a version that was rolled back is decided again.
  const name = `${ctx.tenant} ${subject} ${version} ${since.getTime()}`
  const catalogue = held.get(name) ?? (await read(ctx, subject, version))
  held.set(name, catalogue)
  return { catalogue: catalogue as Catalogue<S>, version, since, by } // As above.
}

export const plansOf = async (ctx: Context): Promise<PlanCatalogue> => (await decidedAbout(ctx, 'plans')).catalogue
export const flairsOf = async (ctx: Context): Promise<FlairCatalogue> => (await decidedAbout(ctx, 'flairs')).catalogue

const NEWEST = sql.held((db, { tenant, subject }: { readonly tenant: string; readonly subject: string }) =>
  db
    .selectFrom('membership_catalogues')
    .select(['version', 'decided_at', 'decided_by'])
    .where('tenant_id', '=', tenant)
    .where('subject', '=', subject)
    .orderBy('version', 'desc')
    .limit(1),
)

async function read(ctx: Context, subject: Subject, version: number): Promise<object> {
  const { decided } = await sql(ctx)
    .selectFrom('membership_catalogues')
    .select('decided')
    .where('tenant_id', '=', ctx.tenant)
    .where('subject', '=', subject)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return SUBJECTS[subject].schema.parse(decided)
}

/** Each decision is a row of its own. Of two at once, one is refused. */
export async function decide<S extends Subject>(
  ctx: Context,
  subject: S,
  catalogue: Catalogue<S>,
  expectedVersion: number | undefined,
): Promise<Decided<S>> {
  const before = await decidedAbout(ctx, subject)
  if (expectedVersion !== undefined && expectedVersion !== before.version) throw conflict(before.version)
  const version = before.version + 1
  const written = await sql(ctx)
    .insertInto('membership_catalogues')
    .values({
      tenant_id: ctx.tenant,
      subject,
      version,
      decided: JSON.stringify(catalogue),
      decided_at: ctx.now,
      decided_by: ctx.caller.actor,
    })
    .onConflict((other) => other.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!written) throw conflict(version)
  ctx.audit({ action: 'settings.changed', customer: null, fields: [`membership.${subject}`] })
  return remember(ctx, subject, Promise.resolve({ catalogue, version, since: ctx.now, by: ctx.caller.actor }))
}

const conflict = (version: number) => VersionConflict({ version }, { etag: `"${version}"` })
