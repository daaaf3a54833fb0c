import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { NotFound } from '../../../kit/refusal.ts'
import { At } from '../../../kit/text.ts'
import { Done } from '../login/shapes.ts'
import { SessionNotFound } from './refusals.ts'

const tag = 'Sign-in'

export const logoutAll = endpoint({
  method: 'post',
  path: '/api/v1/auth/logout-all',
  summary: 'End every session of this account',
  tag,
  allow: 'signed-in',
  output: Done,
  refuses: [],
})

export const sessions = endpoint({
  method: 'get',
  path: '/api/v1/auth/sessions',
  summary: 'List the sessions of this account',
  tag,
  allow: 'signed-in',
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        current: z.boolean(),
        carriedBy: z.enum(['cookie', 'token']),
        signedInWith: z.string(),
        secondFactor: z.boolean(),
        createdAt: At,
        usedAt: At,
        expiresAt: At,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
        deviceName: z.string().nullable(),
        damaged: z.boolean().meta({ description: 'The device and place of this session cannot be read' }),
      }),
    ),
  }),
  refuses: [],
})

export const endSession = endpoint({
  method: 'delete',
  path: '/api/v1/auth/sessions/:sessionId',
  summary: 'End one session of this account',
  tag,
  allow: 'signed-in',
  params: z.object({ sessionId: z.uuid() }),
  output: Done,
  refuses: [SessionNotFound],
})

const Jwks = z.object({ keys: z.array(z.record(z.string(), z.string())) })

export const jwks = endpoint({
  method: 'get',
  path: '/api/v1/auth/jwks/:tenant',
  summary: 'Read the public keys of a tenant (JWKS)',
  description: 'The tenant is named by slug or id in the path, because token verifiers can rarely send a header.',
  tag,
  allow: 'anyone',
  params: z.object({ tenant: z.string().max(63) }),
  output: Jwks,
  refuses: [NotFound],
})

export const wellKnownJwks = endpoint({
  method: 'get',
  path: '/.well-known/jwks.json',
  summary: 'Read the public keys of the tenant named by the host or X-Kith-Tenant',
  tag,
  allow: 'anyone',
  output: Jwks,
  refuses: [],
})
