import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { changeSettings, readSettings, type Section, tenantDefaults } from '../tenants/index.ts'
import { type changeSettings as change, VerificationSettings } from './contract.ts'

const SECTION: Section<typeof VerificationSettings> = { name: 'verification', schema: VerificationSettings }
const GULF_STATES = ['AE', 'BH', 'KW', 'OM', 'QA', 'SA']

export const readLimits = (ctx: Context): Promise<VerificationSettings> => readSettings(ctx, SECTION)

export async function servedCountries(ctx: Context, { countries }: VerificationSettings): Promise<string[]> {
  if (countries !== null) return countries
  return [...new Set([(await tenantDefaults(ctx)).country, ...GULF_STATES])]
}

export async function showLimits(ctx: Context) {
  return shown(ctx, await readLimits(ctx))
}

export async function changeLimits(ctx: Context, decided: Input<typeof change>) {
  const named = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined))
  return shown(ctx, await changeSettings(ctx, SECTION, named))
}

const shown = async (ctx: Context, limits: VerificationSettings) => ({
  ...limits,
  servedCountries: await servedCountries(ctx, limits),
})
