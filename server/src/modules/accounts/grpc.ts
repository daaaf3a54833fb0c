import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { ConnectRouter, HandlerContext } from '@connectrpc/connect'
import { type Identify, type Presented, visitor } from '../../kit/caller.ts'
import { counted } from '../../kit/counted.ts'
import { type Database, findTenantKeys, OF_A_STRANGER } from '../../kit/database.ts'
import type { Entrance } from '../../kit/endpoint.ts'
import { askedBy, checked, presentedBy } from '../../kit/grpc.ts'
import { TenantNeeded, TenantUnknown } from '../../kit/refusal.ts'
import { AuthService } from '../../proto/kith/auth/v1/auth_pb.js'
import * as api from './contract.ts'
import { holderOf } from './gate/check-token.ts'
import { logout, refreshSession } from './gate/refresh.ts'
import type { SignedInAnswer } from './login/shapes.ts'
import { SessionOver } from './session/refusals.ts'
import { parseRefreshToken } from './session/tokens/refresh-token.ts'
import { signIn } from './ways-in/password/sign-in.ts'
import { finishSignIn } from './ways-in/second-factor/finish.ts'

export interface GrpcDoor {
  readonly db: Database
  readonly identify: Identify
  readonly findTenant: (presented: Presented) => Promise<string | null>
}

/** The same operations as /api/v1/auth over gRPC, for services of the same installation. */
export function serveAuth(router: ConnectRouter, door: GrpcDoor): void {
  const { db, identify } = door
  router.service(AuthService, {
    async login({ email, password, deviceName }, call) {
      const input = checked(api.login, call, { email, password, ...(deviceName !== '' && { deviceName }) })
      const { body } = await counted('password', signIn)(await asVisitor(door, call), input)
      return 'mfa' in body
        ? { result: { case: 'mfa', value: { challenge: body.mfa.challenge, methods: [...body.mfa.methods] } } }
        : { result: { case: 'session', value: session(body) } }
    },
    async completeMfa({ challenge, method, code }, call) {
      const input = checked(api.finishSignIn, call, { challenge, method, code })
      return session((await counted('second_factor', finishSignIn)(await asVisitor(door, call), input)).body)
    },
    async validateToken({ accessToken }, call) {
      const presented = { ...presentedBy(call), authorization: `Bearer ${accessToken}` }
      const caller = await identify(presented, askedBy(call))
      if (!caller?.signedIn) return { valid: false }
      const { customerId, role, may, expiresAt, ...holder } = holderOf(caller, caller.signedIn, accessToken)
      return {
        valid: true,
        ...holder,
        customerId: customerId ?? '',
        role: role ?? '',
        scopes: may,
        expiresAt: timestampFromDate(expiresAt),
      }
    },
    async refresh({ refreshToken }, call) {
      const input = checked(api.refresh, call, { refreshToken })
      return session((await refreshSession(await ofTheToken(door, call, refreshToken), input)).body)
    },
    async logout({ accessToken }, call) {
      const asked = askedBy(call)
      const caller = await identify({ ...presentedBy(call), authorization: `Bearer ${accessToken}` }, asked)
      if (caller?.signedIn) await logout({ db, caller, ...nothingElse }, {})
      return {}
    },
  })
}

const nothingElse = { cookies: {}, headers: {} }

async function asVisitor({ db, findTenant }: GrpcDoor, call: HandlerContext): Promise<Entrance> {
  const presented = presentedBy(call)
  const tenant = await findTenant(presented)
  if (tenant === null) throw presented.tenant === '' ? TenantNeeded() : TenantUnknown()
  return { db, caller: visitor(tenant, askedBy(call)), ...nothingElse }
}

/** A refresh token names its tenant itself. */
async function ofTheToken({ db }: GrpcDoor, call: HandlerContext, refreshToken: string): Promise<Entrance> {
  const tenant = parseRefreshToken(refreshToken)?.tenant
  if (tenant === undefined || !(await findTenantKeys(db, tenant, OF_A_STRANGER))) throw SessionOver()
  return { db, caller: visitor(tenant, askedBy(call)), ...nothingElse }
}

const session = ({ accessToken = '', refreshToken = '', expiresIn }: SignedInAnswer) => ({
  accessToken,
  refreshToken,
  expiresInSeconds: expiresIn,
})
