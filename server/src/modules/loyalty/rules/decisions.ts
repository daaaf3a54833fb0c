import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type { changeRules as changeRulesEndpoint, changeTiers as changeTiersEndpoint } from '../contract.ts'
import { type Decided, decide, rulesOf, versionsOf } from './versions.ts'

export const readRules = async (ctx: Context) => shown(await rulesOf(ctx, 'points'))
export const changeRules = async (ctx: Context, change: Input<typeof changeRulesEndpoint>) =>
  shown(await decide(ctx, 'points', change))
export const listRules = async (ctx: Context) => ({ items: (await versionsOf(ctx, 'points')).map(shown) })

export const readTiers = async (ctx: Context) => shown(await rulesOf(ctx, 'tiers'))
export const changeTiers = async (ctx: Context, change: Input<typeof changeTiersEndpoint>) =>
  shown(await decide(ctx, 'tiers', change))

const shown = <Rules>({ since, ...decided }: Decided<Rules>) => ({ ...decided, since: since?.toISOString() ?? null })
