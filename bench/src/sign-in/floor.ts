import { generateKeyPair, randomUUID } from 'node:crypto'
import { createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { connectNodeAdapter } from '@connectrpc/connect-node'
import { fastify } from 'fastify'
import { importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import pg from 'pg'
import { uuidv7 } from '../../../server/src/kit/uuid.ts'
import { AuthService } from '../../../server/src/proto/kith/auth/v1/auth_pb.js'

/** Where the floor's table is, and what a token must be. */
export interface SignInFloor {
  readonly host: string
  readonly port: number
  readonly width: number
  readonly jwk: JWK
  readonly issuer: string
  readonly audience: string
}

/**
 * The floor of the sign-in figures: jose behind the same framework, the same gRPC library and the same driver. No
 * sessions that may have ended, no limits, no validation, no tenants, no sealing.
 */
const { host, port, width, jwk, issuer, audience } = JSON.parse(process.argv[2]!) as SignInFloor
const pool = new pg.Pool({ host, port, user: 'postgres', database: 'floor', max: 16 })
const app = fastify({ logger: false, forceCloseConnections: true })
const theirs = await importJWK(jwk, 'RS256')
const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
const filling = 'x'.repeat(width)
let number = 2_000_000_000

const verified = async (token: string) =>
  (await jwtVerify(token, theirs, { algorithms: ['RS256'], typ: 'at+jwt', issuer, audience })).payload

const said = ({ sub = '', exp = 0, ...claims }: JWTPayload) => ({
  tenantId: audience.slice(-36),
  accountId: sub,
  customerId: String(claims['cid']),
  expiresAt: new Date(exp * 1000).toISOString(),
})

app.get('/token', async ({ headers }) => said(await verified((headers.authorization ?? '').slice(7))))

async function inTransaction(...statements: { name: string; text: string; values: unknown[] }[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } finally {
    client.release()
  }
}

const update = (id: string) => ({
  name: 'update',
  text: 'update rows set filling = $2 where id = $1',
  values: [id, filling],
})
const insert = () => ({
  name: 'insert',
  text: 'insert into rows (id, number, created_at, filling) values ($1, $2, $3, $4)',
  values: [uuidv7(), ++number, new Date(), filling],
})

app.post<{ Params: { id: string } }>('/rows/:id/next', async ({ params }) => {
  await inTransaction(update(params.id))
  const accessToken = await new SignJWT({ sid: params.id })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(params.id)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey)
  return { accessToken, refreshToken: randomUUID() }
})

app.post<{ Params: { id: string } }>('/rows/:id/proof', async ({ params }) => {
  await inTransaction(update(params.id), insert())
  return { proof: randomUUID() }
})

const grpc = createServer(
  connectNodeAdapter({
    routes(router) {
      router.service(AuthService, {
        async validateToken({ accessToken }) {
          const { tenantId, accountId, customerId } = said(await verified(accessToken))
          return { valid: true, tenantId, accountId, customerId }
        },
      })
    },
  }),
)
await new Promise<void>((resolve) => grpc.listen(0, '127.0.0.1', resolve))
const url = await app.listen({ host: '127.0.0.1', port: 0 })
const grpcUrl = `http://127.0.0.1:${(grpc.address() as AddressInfo).port}`
process.stdout.write(`${JSON.stringify({ url, grpcUrl })}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await pool.end()
  process.exit()
})
