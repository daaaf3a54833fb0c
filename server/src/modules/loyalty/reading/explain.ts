import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { Explained } from '../../../kit/explain.ts'
import { decimalText } from '../../../kit/money.ts'
import { keyHolder } from '../../customers/index.ts'
import { rulesOf } from '../rules/versions.ts'
import { Why } from '../rules/why.ts'
import { sql } from '../tables.ts'
import { spentBy, tierOf } from '../tiers/tier-state.ts'
import { accountOf } from './account.ts'
import { whyInWords } from './words.ts'

/** Why a customer has this tier and so many points, each in the one shape of explanations. */
export async function explainLoyalty(ctx: Context, { customerId }: { readonly customerId: string }) {
  await keyHolder(ctx, customerId)
  return { tier: await explainTier(ctx, customerId), points: await explainPoints(ctx, customerId) }
}

async function explainTier(ctx: Context, customerId: string): Promise<Explained> {
  const { rules: program, version, currency } = await rulesOf(ctx, 'tiers')
  const { tier, tier_since, grace_until } = await accountOf(ctx, customerId)
  const spent = (await spentBy(ctx, [customerId])).get(customerId) ?? 0
  const reviewed = await lastChange(ctx, customerId)
  const money = (minor: number) => decimalText(minor, currency)
  const { language } = ctx.caller
  const compared = program.tiers.map(({ name, from }) => ({
    what: { en: `Spent in 12 months, for ${name.en}`, ar: `المشتريات في 12 شهرًا للفئة ${name.ar}` }[language],
    value: money(spent),
    needs: money(from),
    met: spent >= from,
  }))
  const grace = grace_until && {
    what: { en: 'Grace lasts', ar: 'المهلة سارية' }[language],
    value: ctx.now.toISOString(),
    needs: grace_until.toISOString(),
    met: ctx.now < grace_until,
  }
  const then = reviewed && {
    what: { en: 'Spent when it was given', ar: 'المشتريات عند منحها' }[language],
    value: money(reviewed.spent),
    needs: money(tierOf(program, reviewed.to_tier)?.from ?? 0),
    met: reviewed.spent >= (tierOf(program, reviewed.to_tier)?.from ?? 0),
  }
  return {
    value: tier,
    since: tier_since?.toISOString() ?? null,
    rule: {
      key: 'twelve_months_spending',
      text: {
        en: 'The tier follows from what was spent in the twelve months before a review, less refunds.',
        ar: 'تتبع الفئة المشتريات خلال الاثني عشر شهرًا قبل المراجعة بعد طرح المبالغ المردودة.',
      }[language],
    },
    compared: [...compared, ...(grace ? [grace] : []), ...(then ? [then] : [])],
    source: `loyalty.tiers version ${reviewed?.version ?? version}`,
  }
}

const lastChange = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('loyalty_tier_changes')
    .select(['to_tier', 'spent', 'version'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The balance beside all that it must be equal to. */
async function explainPoints(ctx: Context, customerId: string): Promise<Explained> {
  const account = await accountOf(ctx, customerId)
  const last = await sql(ctx)
    .selectFrom('loyalty_entries')
    .select(['at', 'why', 'seq'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const equals = (what: string, value: number) => ({
    what,
    value,
    needs: account.balance,
    met: value === account.balance,
  })
  const why = last ? Why.parse(last.why) : null
  return {
    value: account.balance,
    since: last?.at.toISOString() ?? null,
    rule: { key: why?.rule ?? 'none', text: why ? whyInWords(why, ctx.caller.language) : '' },
    compared: [
      equals({ en: 'Sum of the ledger', ar: 'مجموع الحركات' }[ctx.caller.language], await ledgerSum(ctx, customerId)),
      equals(
        { en: 'Sum of what is left of each award', ar: 'مجموع ما بقي من كل منحة' }[ctx.caller.language],
        await awardsSum(ctx, customerId),
      ),
    ],
    source: why?.version === undefined ? 'ledger' : `loyalty.points version ${why.version}`,
  }
}

async function ledgerSum(ctx: Context, customerId: string): Promise<number> {
  const { points } = await sql(ctx)
    .selectFrom('loyalty_entries')
    .select(raw<number>`coalesce(sum(balance_change), 0)::integer`.as('points'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()
  return points
}

async function awardsSum(ctx: Context, customerId: string): Promise<number> {
  const { points } = await sql(ctx)
    .selectFrom('loyalty_awards')
    .select(raw<number>`coalesce(sum(remaining), 0)::integer`.as('points'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('vested_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return points
}
