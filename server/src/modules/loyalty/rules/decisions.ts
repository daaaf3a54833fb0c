import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { reportingCurrency } from '../../orders/index.ts'
import type { changeRules as changeRulesEndpoint, changeTiers as changeTiersEndpoint } from '../contract.ts'
import { type Decided, decide, rulesOf, versionsOf } from './versions.ts'

export const readRules = async (ctx: Context) => shown(await rulesOf(ctx, 'points'), await reportingCurrency(ctx))
export const changeRules = async (ctx: Context, change: Input<typeof changeRulesEndpoint>) =>
  shown(await decide(ctx, 'points', change), await reportingCurrency(ctx))

export async function listRules(ctx: Context) {
  const currency = await reportingCurrency(ctx)
  return { items: (await versionsOf(ctx, 'points')).map((one) => shown(one, currency)) }
}

export const readTiers = async (ctx: Context) => shown(await rulesOf(ctx, 'tiers'), await reportingCurrency(ctx))
export const changeTiers = async (ctx: Context, change: Input<typeof changeTiersEndpoint>) =>
  shown(await decide(ctx, 'tiers', change), await reportingCurrency(ctx))

const shown = <Rules>({ since, ...decided }: Decided<Rules>, currency: string) => ({
  ...decided,
  since: since?.toISOString() ?? null,
  currency,
})
