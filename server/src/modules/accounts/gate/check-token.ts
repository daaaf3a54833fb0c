import { type Caller, isScope, type SignedIn } from '../../../kit/caller.ts'
import type { Answered, Entrance, Output } from '../../../kit/endpoint.ts'
import { outsideId } from '../../customers/contract.ts'
import { ACCESS_COOKIE } from '../session/answer.ts'
import { readAccessToken } from '../session/tokens/access-token.ts'
import type * as api from './contract.ts'

/** For services that receive a token. The caller is already authenticated: session and account are valid. */
export async function checkToken({ caller, cookies, headers }: Entrance): Promise<Answered<Output<typeof api.token>>> {
  const bearer = String(headers['authorization'] ?? '').slice('Bearer '.length)
  const { expiresAt, ...holder } = holderOf(caller, caller.signedIn!, bearer || cookies[ACCESS_COOKIE]!)
  return { body: { ...holder, expiresAt: expiresAt.toISOString() } }
}

/** The claims of a checked token, the same for HTTP and gRPC. */
export function holderOf({ tenant, may }: Caller, { account, customer }: SignedIn, token: string) {
  return {
    tenantId: tenant,
    accountId: account,
    customerId: customer === null ? null : outsideId(customer),
    ...readAccessToken(token),
    may: [...may].filter(isScope),
  }
}
