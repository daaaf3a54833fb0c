import { isScope, meaningOf, PROOF_FRESH_MINUTES } from '../../caller.ts'
import type { Endpoint } from '../../endpoint.ts'

/** Who may call it, in the words of the reference. */
export function callers({ allow, also, params, freshProof }: Endpoint): string[] {
  return [
    needs(allow, 'tenant' in params.shape),
    ...(also ? [`Needs \`${also}\` too.`] : []),
    ...(freshProof ? [`A login must have authenticated within the last ${PROOF_FRESH_MINUTES} minutes.`] : []),
  ]
}

function needs(allow: Endpoint['allow'], pathNamesTenant: boolean): string {
  if (allow === 'staff') return 'Needs an API key or a login of the staff, with any permission.'
  if (allow === 'signed-in') return 'Needs a login: an access token or a session cookie.'
  if (allow === 'anyone' && pathNamesTenant) return 'Anyone may call this; the path names the tenant.'
  if (allow === 'anyone') return 'Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.'
  if (allow === 'guest') return 'Needs a login, or the token of a guest with `X-Kith-Tenant`.'
  if (isScope(allow)) return `Needs \`${allow}\`: ${meaningOf(allow).toLowerCase()}.`
  return `Needs \`${allow.slice('self or '.length)}\`, or the login of this very customer.`
}
