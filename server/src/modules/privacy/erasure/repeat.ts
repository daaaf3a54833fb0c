import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import { type Database, findTenantKeys } from '../../../kit/database.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { CustomerNotFound, outsideId } from '../../customers/contract.ts'
import { everybody } from '../../customers/index.ts'
import { OnLegalHold } from '../refusals.ts'
import { requestRows } from '../requests/request-row.ts'
import { sql } from '../tables.ts'
import { digestOf } from './certify.ts'
import { ERASURE_REASONS } from './contract.ts'
import { erase } from './erase.ts'
import { holdInForce, liftHold } from './holds.ts'
import { type Claims, verifyCertificate } from './signing.ts'

const PAGE = 2_000

/**
 * The result for one person of a certificate: `gone` is still erased · `never_here` is not in this backup · `unreadable`
 * has rows and no key · `merged` is now part of another customer and `held` was put on hold since: both need a human.
 */
export type Outcome =
  | 'erased'
  | 'would_be_erased'
  | 'gone'
  | 'never_here'
  | 'unreadable'
  | 'merged'
  | 'held'
  | 'not_ours'
  | 'unknown_tenant'
  | 'unbelievable'

/** What no program settles. */
export const NEEDS_HUMAN: readonly Outcome[] = ['merged', 'held', 'not_ours', 'unbelievable']

interface Repeated {
  /** The file or line of the certificate. */
  readonly at: string
  readonly erasure: string | null
  readonly erasedAt: string | null
  readonly customer: string | null
  readonly outcome: Outcome
}

interface Options {
  /** Reports what would happen, and changes nothing. */
  readonly dryRun: boolean
  /** The thumbprint of a key that the backup does not know yet. */
  readonly trusted?: string | undefined
}

interface Believed {
  readonly at: string
  readonly claims: Claims
  readonly thumbprint: string
}

/** Repeats the erasures that a restored backup has undone, from the certificates that survived elsewhere. */
export async function repeatErasures(
  db: Database,
  certificates: readonly { readonly at: string; readonly text: string }[],
  options: Options,
): Promise<Repeated[]> {
  const done: Repeated[] = []
  const byTenant = new Map<string, Believed[]>()
  for (const { at, text } of certificates) {
    const read = await verifyCertificate(text).catch(() => null)
    if (read === null) done.push({ at, erasure: null, erasedAt: null, customer: null, outcome: 'unbelievable' })
    else byTenant.set(read.claims.tenant, [...(byTenant.get(read.claims.tenant) ?? []), { at, ...read }])
  }
  for (const [tenant, believed] of byTenant) done.push(...(await repeatIn(db, tenant, believed, options)))
  return done
}

async function repeatIn(
  db: Database,
  tenant: string,
  believed: readonly Believed[],
  { dryRun, trusted }: Options,
): Promise<Repeated[]> {
  const nobody = (outcome: Outcome) => (one: Believed) => ({ ...titleOf(one), customer: null, outcome })
  if (!(await findTenantKeys(db, tenant))) return believed.map(nobody('unknown_tenant'))
  const caller = itself(tenant, 'cli')
  const read = <T>(work: (ctx: Context) => Promise<T>) => inTenant(db, caller, work, { readOnly: true })
  const known = new Set([...(await read(thumbprints)), trusted])
  const ours = believed.filter(({ thumbprint }) => known.has(thumbprint))
  const done: Repeated[] = believed.filter((one) => !ours.includes(one)).map(nobody('not_ours'))
  const people = await read((ctx) => findPeople(ctx, ours))
  for (const one of ours) {
    for (const digest of [one.claims.customer, ...(one.claims.absorbed ?? [])]) {
      const person = people.get(digest)
      const outcome = person ? await attempt(db, one.claims, people, digest, dryRun) : 'never_here'
      if (person && outcome === 'erased') people.set(digest, { ...person, status: 'erased' })
      done.push({ ...titleOf(one), customer: person ? outsideId(person.id) : null, outcome })
    }
  }
  return done
}

const titleOf = ({ at, claims }: Believed) => ({ at, erasure: claims.erasure, erasedAt: claims.erasedAt })

async function thumbprints(ctx: Context): Promise<string[]> {
  const rows = await sql(ctx).selectFrom('certificate_keys').select('id').where('tenant_id', '=', ctx.tenant).execute()
  return rows.map(({ id }) => id)
}

/** Certificates contain no ids, so every customer is compared. */
async function findPeople(ctx: Context, ours: readonly Believed[]) {
  const wanted = new Set(ours.flatMap(({ claims }) => [claims.customer, ...(claims.absorbed ?? [])]))
  const found = new Map<string, { id: string; status: string }>()
  let after: string | null = null
  while (wanted.size > 0) {
    const page: { id: string; status: string }[] = await everybody(ctx, after, PAGE)
    for (const person of page) {
      const digest = digestOf(ctx, person.id)
      if (wanted.has(digest)) found.set(digest, person)
    }
    if (page.length < PAGE) break
    after = page.at(-1)!.id
  }
  return found
}

/** A dry run is rolled back, so that it is refused by the same rules. */
class OnlyTried extends Error {}

type People = ReadonlyMap<string, { readonly id: string; readonly status: string }>

async function attempt(
  db: Database,
  claims: Claims,
  people: People,
  digest: string,
  dryRun: boolean,
): Promise<Outcome> {
  const { id, status } = people.get(digest)!
  if (status === 'erased') return 'gone'
  try {
    await inTenant(db, itself(claims.tenant, 'cli'), async (ctx) => {
      await repeat(ctx, claims, id, digest === claims.customer)
      if (dryRun) throw new OnlyTried()
    })
    return 'erased'
  } catch (error) {
    if (error instanceof OnlyTried) return 'would_be_erased'
    if (error instanceof Refusal) return refusedBy(error, people.get(claims.customer)?.id, status)
    throw error
  }
}

function refusedBy({ kind, facts }: Refusal, named: string | undefined, status: string): Outcome {
  if (kind.code === OnLegalHold.code) return 'held'
  if (kind.code === CustomerNotFound.code) return status === 'merged' ? 'gone' : 'unreadable'
  // In the backup they are part of the certificate's person, and are erased with them.
  return named !== undefined && facts['customerId'] === outsideId(named) ? 'gone' : 'merged'
}

async function repeat(ctx: Context, claims: Claims, customerId: string, named: boolean): Promise<void> {
  const erasedAt = new Date(claims.repeats ?? claims.erasedAt)
  const hold = await holdInForce(ctx, customerId)
  // An erasure is impossible under a hold, so a hold from before it was lifted: the backup does not know.
  if (hold && hold.placed_at < new Date(claims.erasedAt)) await liftHold(ctx, { customerId })
  const requestId = named ? await requestOf(ctx, claims.request, customerId) : undefined
  const reason = ERASURE_REASONS.find((one) => one === claims.reason) ?? 'requested'
  const undone = { erasureId: named ? claims.erasure : null, erasedAt }
  await erase(ctx, { customerId, reason, ...(requestId !== undefined && { requestId }) }, undone)
}

async function requestOf(ctx: Context, requestId: string | null, customerId: string): Promise<string | undefined> {
  if (requestId === null) return undefined
  const row = await requestRows(ctx).where('id', '=', requestId).executeTakeFirst()
  const fits = row?.customer_id === customerId && row.kind === 'erasure' && row.status === 'open'
  return fits && row.identity_proof !== null ? row.id : undefined
}
