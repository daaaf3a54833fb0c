import type { Context } from '../../kit/context.ts'
import { publicUrl } from '../../kit/public-url.ts'

/** The path of a link. It names the tenant, and no person. */
export function linkTo({ config, tenant }: Context, page: 'unsubscribe' | 'consent-confirmations', token: string) {
  return `${publicUrl(config)}/api/v1/${page}/${tenant}/${token}`
}
