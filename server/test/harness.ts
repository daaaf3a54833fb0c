import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { z } from 'zod'
import { readConfig } from '../src/config.ts'
import { installationAt } from '../src/installation.ts'
import { itself, type Scope } from '../src/kit/caller.ts'
import type { Context } from '../src/kit/context.ts'
import type { Endpoint, Sent } from '../src/kit/endpoint.ts'
import { MasterKey } from '../src/kit/keyring.ts'
import { inTenant } from '../src/kit/transaction.ts'
import { connect, type Kith } from '../src/kith.ts'
import { jobs, startBackground, startHttp } from '../src/main.ts'
import { NewTenant } from '../src/modules/tenants/contract.ts'
import { createApiKey, createTenant } from '../src/modules/tenants/index.ts'
import { SCOPES } from '../src/permissions.ts'
import { refuseComplaints, watch } from './documented/watch.ts'
import { PATIENCE_MS } from './patience.ts'

export const TEMPLATE = 'kith_template'
export const TEST_MASTER_KEY = Buffer.from('5d1c0b7f93e2486aa0c4d8e617f23b9584fe6a1d70c9b35288e14f6da3507c9e', 'hex')

export interface World {
  readonly kith: Kith
  readonly url: string
  /** As the superuser, past every policy: to look at what is really stored. */
  readonly owner: pg.Client
  /** What it answered, and how that differs from the document. */
  readonly seen: ReturnType<typeof watch>
  /** Relay, sealer and jobs, for the tests that wait for them. */
  startBackground(): Promise<void>
  close(): Promise<void>
}

const SETTINGS = {
  LOG_LEVEL: 'silent',
  PORT: '0',
  KITH_GRPC_PORT: '0',
  KITH_POOL: '10',
  // Here a busy machine is no overload.
  KITH_MAX_DELAY_MS: '0',
  KITH_DEV_INBOX: 'on',
  KITH_INSIDE_NETWORKS: 'loopback',
}
/** Hashes that take a quarter of a second would be most of what tests do. */
const QUICK = { bcryptCost: 4 }

/** A fresh database with the real server in front of it, listening on a free port of the loopback. */
export async function aWorld(settings: Record<string, string> = {}): Promise<World> {
  const { host, port } = inject('server')
  const database = `t_${randomUUID().replaceAll('-', '')}`
  await asSuperuser({ host, port, user: 'postgres', database: 'postgres' }, (admin) =>
    admin.query(`create database ${database} template ${TEMPLATE}`),
  )
  const place = { host, port, database }
  const copied = installationAt({ host, port, user: 'postgres', database: TEMPLATE }, new MasterKey(TEST_MASTER_KEY))
  const owner = new pg.Client({ ...place, user: 'postgres' })
  await owner.connect()
  const config = readConfig({ ...SETTINGS, ...settings })
  const kith = await connect(
    // The login of the template is let into its copies.
    { ...copied, owner: { ...place, user: 'postgres' }, app: { ...copied.app, database } },
    config,
    jobs,
    QUICK,
  )
  const http = await startHttp(kith)
  const seen = watch(http.url)
  let background: Awaited<ReturnType<typeof startBackground>> | undefined
  return {
    kith,
    url: http.url,
    owner,
    seen,
    async startBackground() {
      background = await startBackground(kith)
    },
    async close() {
      await http.stop()
      seen.stop()
      await background?.stop()
      await kith.close()
      await owner.end()
      await asSuperuser({ host, port, user: 'postgres', database: 'postgres' }, (admin) =>
        admin.query(`drop database ${database} with (force)`),
      )
      refuseComplaints(seen.complaints)
    },
  }
}

async function asSuperuser(where: pg.ClientConfig, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(where)
  await client.connect()
  await work(client).finally(() => client.end())
}

/** Each refused field has a message in words: checked in every answer of every test. */
function expectSentences(answer: string): void {
  const wordless = /\{"path":"[^"]*","code":"[^"]*"\}/.exec(answer)
  if (wordless) throw new Error(`Refused without a sentence: ${wordless[0]}`)
}

export type Shop = Awaited<ReturnType<typeof aTenant>>

/** A tenant whose owner speaks HTTP to the server. */
export async function aTenant(world: World, { country = 'OM', locale = 'en' } = {}) {
  const slug = `shop-${randomUUID().slice(0, 13)}`
  const made = await createTenant(world.kith.db, 'test', NewTenant.parse({ slug, name: 'A shop', country, locale }))
  const { id } = made.tenant
  const run = <T>(work: (ctx: Context) => Promise<T>) => inTenant(world.kith.db, itself(id, 'test'), work)
  const aKey = (scopes: readonly Scope[]) => run((ctx) => createApiKey(ctx, { name: 'test', scopes, perMinute: 0 }))
  const { apiKey } = await aKey(Object.keys(SCOPES) as Scope[])
  return {
    id,
    slug,
    run,
    /** May do everything; the first one may not import. */
    apiKey,
    firstKey: { apiKey: made.apiKey, ...speaker(world, { authorization: `Bearer ${made.apiKey}` }) },
    ...speaker(world, { authorization: `Bearer ${apiKey}` }),
    /** A caller without a key: an app or a browser, with its headers. */
    visitor: (headers: Record<string, string> = {}) =>
      speaker(world, { 'x-kith-tenant': slug, 'x-forwarded-for': anAddress(), ...headers }),
    /** Another key of the same tenant, with these scopes only. */
    async with(...scopes: Scope[]) {
      const key = await aKey(scopes)
      return { keyId: key.id, apiKey: key.apiKey, ...speaker(world, { authorization: `Bearer ${key.apiKey}` }) }
    },
  }
}

interface Options {
  readonly headers?: Record<string, string>
}

// biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
export type Body = any

function speaker(world: World, always: Record<string, string>) {
  async function request(method: string, path: string, body?: unknown, { headers = {} }: Options = {}) {
    const response = await fetch(world.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...always,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    expectSentences(text)
    refuseComplaints(world.seen.complaints)
    const isJson =
      /json\b/.test(response.headers.get('content-type') ?? '') &&
      !/ndjson/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body }
  }

  /** By the contract: what belongs in the path, the query and the body is put there. */
  function call<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(
    endpoint: Endpoint<P, Q, B, z.ZodType>,
    input: Sent<P, Q, B>,
    options?: Options,
  ) {
    const given = Object.entries(input as Record<string, unknown>)
    const of = (schema: z.ZodObject) => given.filter(([name]) => name in schema.shape)
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => String((input as Record<string, unknown>)[name]))
    const query = new URLSearchParams(
      of(endpoint.query).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString()
    // What the contract does not know goes into the body too, so that its refusal can be seen.
    const elsewhere = { ...endpoint.params.shape, ...endpoint.query.shape }
    const body = Object.fromEntries(given.filter(([name]) => !(name in elsewhere)))
    return request(
      endpoint.method.toUpperCase(),
      query ? `${path}?${query}` : path,
      endpoint.method === 'get' ? undefined : body,
      options,
    )
  }
  return { request, call }
}

/** Until it is so: a busy machine may take its time, so the end of patience only says that it will never be. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > until) throw new Error('It did not come to be')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A time that is over: what happens from now on is later, by the millisecond too. */
export async function aMomentAgo(): Promise<string> {
  const at = new Date().toISOString()
  await eventually(async () => new Date().toISOString() > at)
  return at
}

let addresses = 0
/** Counts for a world that trusts its proxy: there each visitor comes from elsewhere. */
const anAddress = () => `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`

let phones = 0
/** A phone that no other customer of this test file has. */
export const aPhone = () => `+9689${String(1_000_000 + phones++)}`
