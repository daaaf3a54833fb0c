import type { Context } from '../../../../kit/context.ts'
import { NotFound } from '../../../../kit/refusal.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { publishedKeys } from './signing-keys.ts'

/** Empty before the first sign-in. */
export async function jwks(ctx: Context, { tenant }: { tenant?: string }): Promise<{ keys: Record<string, string>[] }> {
  // A credential determines the tenant, not the path.
  if (tenant !== undefined && ![ctx.tenant, (await tenantDefaults(ctx)).slug].includes(tenant)) throw NotFound()
  const keys = await publishedKeys(ctx)
  return { keys: keys.map(({ kid, jwk: { kty, n, e } }) => ({ kty, n, e, kid, use: 'sig', alg: 'RS256' })) }
}
