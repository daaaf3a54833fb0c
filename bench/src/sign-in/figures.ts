import { create, toBinary } from '@bufbuild/protobuf'
import { AuthService, ValidateTokenRequestSchema } from '../../../server/src/proto/kith/auth/v1/auth_pb.js'
import type { Request } from '../connection.ts'
import { type Figure, MANY } from '../figure.ts'
import type { FloorTable } from '../floor-table.ts'
import { framed, type GrpcCall } from '../grpc-connection.ts'
import type { SignInFigure } from '../options.ts'
import { addCodes } from './codes.ts'
import type { Inside } from './inside.ts'
import { PASSWORD, type Person } from './people.ts'
import { addSessions } from './sessions.ts'

/** A visitor may ask 120 times a minute: so many addresses let 30,000 through in one round. */
const ADDRESSES = 16
/** Only a few are done in a second. */
const HASHES_LONGER = 2.5
const COST = 12
/** The least that bcrypt allows: a 256th of the work. */
const CHEAP = 4
const VALIDATE = `/${AuthService.typeName}/ValidateToken`

/** What the rounds draw from. */
export interface Prepared {
  readonly inside: Inside
  readonly rows: FloorTable
  /** With a hash of cost 12, and with one of cost 4. */
  readonly people: readonly Person[]
  readonly cheap: readonly Person[]
  /** Presented again and again, as by an app that loads a page; and more than come back within the time they are held. */
  readonly few: readonly string[]
  readonly many: readonly string[]
}

export function signInFloors({ rows, few }: Prepared): (Figure & { readonly name: string })[] {
  const floor = {
    server: 'floor',
    floor: null,
    clients: [MANY],
    targets: [],
    repeat: true,
    mostPerSecond: 8_000,
  } as const
  const hashes = {
    server: 'hashes',
    floor: null,
    targets: [],
    repeat: true,
    mostPerSecond: 0,
    requests: () => [],
  } as const
  const next = (way: string) => (count: number) =>
    draws(count, rows.ids).map((id): Request => ({ method: 'POST', path: `/rows/${id}/${way}` }))
  return [
    {
      ...hashes,
      name: 'hash',
      title: 'floor: bcrypt 12 alone',
      cost: COST,
      clients: [1, MANY],
      timesLonger: HASHES_LONGER,
    },
    { ...hashes, name: 'cheap hash', title: 'floor: bcrypt 4 alone', cost: CHEAP, clients: [MANY] },
    { ...floor, name: 'jose', title: 'floor: jose behind Fastify', requests: () => few.map(byRest('/token')) },
    {
      ...floor,
      name: 'jose by gRPC',
      title: 'floor: jose behind Connect',
      requests: () => few.map(byGrpc),
      grpc: true,
    },
    { ...floor, name: 'next', title: 'floor: update, sign', requests: next('next'), writes: true },
    { ...floor, name: 'proof', title: 'floor: update, insert', requests: next('proof'), writes: true },
  ]
}

export function signInFigures(prepared: Prepared): (Figure & { readonly name: SignInFigure })[] {
  const { inside, people, cheap } = prepared
  const kith = { server: 'kith', clients: [MANY], targets: [], repeat: true, mostPerSecond: 8_000 } as const
  const once = { ...kith, repeat: false, mostPerSecond: 1_500, addresses: ADDRESSES, writes: true } as const
  return [
    {
      ...kith,
      name: 'password',
      title: 'sign in by password',
      floor: 'hash',
      clients: [1, MANY],
      targets: [
        { kind: 'rate', limit: 0.97, clients: MANY },
        { kind: 'lag', limit: 20, clients: MANY },
        { kind: 'p95', limit: 300, clients: 1 },
      ],
      requests: (count) => inTurn(count, people).map(signIn),
      mostPerSecond: 100,
      addresses: ADDRESSES,
      leavesWork: true,
      timesLonger: HASHES_LONGER,
    },
    {
      ...kith,
      name: 'around',
      title: 'the same, around the hash',
      floor: 'cheap hash',
      targets: [{ kind: 'over', limit: 3, clients: MANY }],
      requests: (count) => inTurn(count, cheap).map(signIn),
      mostPerSecond: 1_500,
      addresses: ADDRESSES,
      leavesWork: true,
    },
    ...validations(prepared, kith),
    {
      ...once,
      name: 'refresh',
      title: 'refresh a session',
      floor: 'next',
      requests: async (count) =>
        (await addSessions(inside, cheap, count)).map(({ refreshToken }) =>
          post('/api/v1/auth/refresh', { refreshToken }),
        ),
    },
    {
      ...once,
      name: 'otp',
      title: 'prove a phone by its code',
      floor: 'proof',
      requests: async (count) =>
        (await addCodes(inside, count)).map((given) => post('/api/v1/customers/verify-otp', given)),
    },
  ]
}

function validations({ few, many }: Prepared, common: Pick<Figure, 'server' | 'clients' | 'repeat' | 'mostPerSecond'>) {
  let turn = 0
  /** Goes on where the round before has ended, so that no token comes twice within the seconds for which it is held. */
  const fresh = <T>(ask: (token: string) => T) => ({
    requests: () => [...many.slice(turn), ...many.slice(0, turn)].map(ask),
    sent: (count: number) => {
      turn = (turn + count) % many.length
    },
  })
  const targets = [{ kind: 'cpu', limit: 1.5, clients: MANY }] as const
  const rest = { ...common, floor: 'jose', targets }
  const grpc = { ...common, floor: 'jose by gRPC', targets, grpc: true } as const
  const [path, seen, unseen] = ['/api/v1/auth/token', 'seen before', 'not seen before']
  return [
    { ...rest, name: 'rest-seen', title: `check a token, REST, ${seen}`, requests: () => few.map(byRest(path)) },
    { ...rest, name: 'rest-new', title: `check a token, REST, ${unseen}`, ...fresh(byRest(path)) },
    { ...grpc, name: 'grpc-seen', title: `check a token, gRPC, ${seen}`, requests: () => few.map(byGrpc) },
    { ...grpc, name: 'grpc-new', title: `check a token, gRPC, ${unseen}`, ...fresh(byGrpc) },
  ] as const
}

export const post = (path: string, body: unknown): Request => ({ method: 'POST', path, body })
const signIn = ({ email }: Person) => post('/api/v1/auth/login', { email, password: PASSWORD })
const byRest =
  (path: string) =>
  (token: string): Request => ({ method: 'GET', path, headers: { authorization: `Bearer ${token}` } })
const byGrpc = (accessToken: string): GrpcCall =>
  framed(VALIDATE, toBinary(ValidateTokenRequestSchema, create(ValidateTokenRequestSchema, { accessToken })))

let turns = 0
/** Each person once before the first comes again. */
const inTurn = <T>(count: number, from: readonly T[]) =>
  Array.from({ length: count }, () => from[turns++ % from.length]!)
const draws = <T>(count: number, from: readonly T[]) =>
  Array.from({ length: count }, () => from[Math.floor(Math.random() * from.length)]!)
