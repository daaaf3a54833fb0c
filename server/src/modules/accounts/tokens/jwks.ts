import type { Context } from '../../../kit/context.ts'
import { publishedKeys } from './signing-keys.ts'

/** Empty before the first sign-in. */
export async function jwks(ctx: Context): Promise<{ keys: Record<string, string>[] }> {
  const keys = await publishedKeys(ctx)
  return { keys: keys.map(({ kid, jwk: { kty, n, e } }) => ({ kty, n, e, kid, use: 'sig', alg: 'RS256' })) }
}
