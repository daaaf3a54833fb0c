import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { Refusal } from '../../kit/refusal.ts'
import { requirePhone } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { meetingEach, meetingTokens, notYetLookedAt } from './candidates.ts'
import { type Compared, comparedPeople, valuesOf } from './compared.ts'
import type { match as endpoint } from './contract.ts'
import { judged, judgedFor, judging, seenBy } from './judge.ts'
import type { Explanation, Match } from './shapes.ts'
import { tokensOf } from './tokens.ts'

/** So many share the most with what is typed and are opened. */
const MOST_OPENED = 40
/** Who was added a moment ago may be added once more before the errand has come. */
const MOST_NEWEST = 10
const SHOWN = 5
/** A person at the counter is more often a known one than two records are one person. */
const SHOWN_FROM = -8

/** Who a customer that is being typed probably is, the likeliest first. */
export async function matchCustomer(
  ctx: Context,
  { except, phone, address, city, ...typed }: Input<typeof endpoint>,
): Promise<{ items: Match[] }> {
  const places = [{ street: address ?? null, city: city ?? null }]
  const values = seenBy(
    ctx.caller,
    valuesOf({ ...typed, places, phone: phone === undefined ? null : await meant(ctx, phone) }),
  )
  const tokens = tokensOf(ctx, values)
  if (tokens.length === 0) return { items: [] }
  const [met, newest] = await Promise.all([meetingTokens(ctx, tokens, MOST_OPENED), notYetLookedAt(ctx, MOST_NEWEST)])
  const ids = new Set([...met, ...newest].filter((id) => id !== except))
  const meets = ({ id, person }: Compared) =>
    met.includes(id) || tokensOf(ctx, valuesOf(person)).some((token) => tokens.includes(token))
  const { explain } = await judging(ctx)
  const matches = (await comparedPeople(ctx, [...ids])).filter(meets).flatMap((customer): Match[] => {
    const explanation = explain({ values, verifiedPhone: null }, judgedFor(ctx, customer))
    const household = sharesContact(explanation) && explanation.score < 0
    if (explanation.score < SHOWN_FROM && !household) return []
    return [{ customer: customer.shown(), household, explanation }]
  })
  return { items: matches.sort((a, b) => b.explanation.score - a.explanation.score).slice(0, SHOWN) }
}

/** So many are compared with each of many new customers. */
const MOST_COMPARED = 5

type Typed = Parameters<typeof valuesOf>[0]

/** For each of these new customers the existing one that is probably the same person, by the threshold of the business. */
export async function likelyCustomers(ctx: Context, typed: readonly Typed[]): Promise<readonly (string | null)[]> {
  const values = typed.map((one) => valuesOf(one))
  const met = await meetingEach(
    ctx,
    values.map((one) => tokensOf(ctx, one)),
    MOST_COMPARED,
  )
  const { explain, forbids, threshold } = await judging(ctx)
  const there = new Map((await comparedPeople(ctx, [...new Set(met.flat())])).map((one) => [one.id, judged(one)]))
  return values.map((one, index) => {
    const scores = met[index]!.flatMap((id) => {
      const other = there.get(id)
      if (!other) return []
      const explanation = explain({ values: one, verifiedPhone: null }, other)
      return explanation.score < threshold || forbids(explanation) ? [] : [{ id, score: explanation.score }]
    })
    return scores.sort((a, b) => b.score - a.score)[0]?.id ?? null
  })
}

const sharesContact = ({ reasons }: Explanation) =>
  reasons.some(({ field, level }) => (field === 'phone' || field === 'email') && level === 'same')

/** A phone that is still being typed has no number yet. */
async function meant(ctx: Context, phone: string): Promise<string | null> {
  try {
    return requirePhone(phone, (await tenantDefaults(ctx)).country)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
