import type { Context } from '../../kit/context.ts'

/** Where a person follows a link. It names the tenant, and nobody. */
export function linkTo({ config, tenant }: Context, page: 'unsubscribe' | 'consent-confirmations', token: string) {
  const base = config.KITH_PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  return `${base.replace(/\/$/, '')}/api/v1/${page}/${tenant}/${token}`
}
