import { PLACES } from './places.ts'
import { KithRefusal, type Problem } from './refusal.ts'
import { repeated } from './repeated.ts'
import type { Input, Operation, Output } from './shapes.ts'

const LONGEST_WAIT_SECONDS = 60

export interface KithOptions {
  /** The URL of the server; in a browser the page's own origin. */
  readonly url?: string | undefined
  /** An API key or an access token. A browser with a session needs none. */
  readonly token?: string | (() => string | undefined) | undefined
  /** The slug of the tenant, for operations before sign-in. */
  readonly tenant?: string | (() => string | undefined) | undefined
  readonly language?: 'en' | 'ar' | (() => 'en' | 'ar') | undefined
  readonly fetch?: typeof fetch | undefined
  /** The longest wait of a call in seconds, with its retries, 60 by default. A longer Retry-After is thrown at once. */
  readonly longestWaitSeconds?: number | undefined
}

export interface CallOptions {
  /** The `version` that was read: if it has changed meanwhile, nothing is written and the error is `version_conflict`. */
  readonly ifMatch?: number | undefined
  /**
   * By default a new one per call, shared by its retries, so that nothing is done twice. Operations without stored
   * responses, such as a sign-in, take none.
   */
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal | undefined
}

type Module<Name extends Operation> = Name extends `${infer Of}.${string}` ? Of : never
type Own<Name extends Operation, Of extends string> = Name extends `${Of}.${infer Short}` ? Short : never

/** `kith.customers.create(…)`: one function per operation, under its module. */
export type Kith = {
  readonly [Of in Module<Operation>]: {
    readonly [Short in Own<Operation, Of>]: Call<Extract<`${Of}.${Short}`, Operation>>
  }
}

type Call<Name extends Operation> = (
  ...given: object extends Input<Name>
    ? [input?: Input<Name>, options?: CallOptions]
    : [input: Input<Name>, options?: CallOptions]
) => Answer<Output<Name>>

/** A list is its first page when awaited, and every item, page by page, in `for await`. */
export type Answer<Out> = Promise<Out> &
  (Out extends { items: readonly (infer Item)[]; nextCursor: string | null } ? AsyncIterable<Item> : unknown)

export function openKith(options: KithOptions = {}): Kith {
  const modules: Record<string, Record<string, unknown>> = {}
  for (const name of OPERATIONS) {
    const [module = '', own = ''] = name.split('.')
    modules[module] ??= {}
    modules[module][own] = (input: Given = {}, call: CallOptions = {}) => answerTo(options, name, input, call)
  }
  return modules as unknown as Kith // Made of the same names.
}
const OPERATIONS = Object.keys(PLACES) as Operation[] // Object.keys() knows only strings.

type Given = Readonly<Record<string, unknown>>
interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

const pageOf = (body: unknown) => body as Page // What takes a cursor answers with pages.

/** The first page is fetched at once, the others as they are read. */
function answerTo(options: KithOptions, name: Operation, input: Given, call: CallOptions) {
  const first = send(options, name, input, call)
  if (!PLACES[name].query.includes('cursor')) return first
  async function* items() {
    let page = pageOf(await first)
    yield* page.items
    while (page.nextCursor !== null) {
      page = pageOf(await send(options, name, { ...input, cursor: page.nextCursor }, call))
      yield* page.items
    }
  }
  return Object.assign(first, { [Symbol.asyncIterator]: items })
}

async function send(options: KithOptions, name: Operation, input: Given, call: CallOptions) {
  const { method, key } = PLACES[name]
  const idempotencyKey = key && (call.idempotencyKey ?? (key === 'made' ? crypto.randomUUID() : undefined))
  const { url, init } = request(options, name, input, { ...call, idempotencyKey })
  const ask = options.fetch ?? fetch
  const answer = await repeated(() => ask(url, init), {
    method,
    isDoneOnce: idempotencyKey !== undefined,
    longestWaitMs: (options.longestWaitSeconds ?? LONGEST_WAIT_SECONDS) * 1000,
    signal: call.signal,
  })
  if (!answer.ok) throw await refusalOf(answer)
  return read(answer)
}

function request(options: KithOptions, name: Operation, input: Given, call: CallOptions) {
  const { method, path, query } = PLACES[name]
  const rest: Record<string, unknown> = { ...input }
  const take = (field: string) => {
    const value = rest[field]
    delete rest[field]
    return value
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(take(field))))
  const search = new URLSearchParams()
  for (const field of query) {
    const value = take(field)
    for (const one of [value].flat()) if (one !== undefined) search.append(field, String(one))
  }
  const [token, tenant, language] = [now(options.token), now(options.tenant), now(options.language)]
  const body = bodyOf(method, rest)
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'application/json' : BYTES }),
    ...(token && { authorization: `Bearer ${token}` }),
    ...(tenant && { 'x-kith-tenant': tenant }),
    ...(language && { 'accept-language': language }),
    ...(call.idempotencyKey !== undefined && { 'idempotency-key': call.idempotencyKey }),
    ...(call.ifMatch !== undefined && { 'if-match': `"${call.ifMatch}"` }),
  }
  const questions = search.size > 0 ? `?${search}` : ''
  return {
    url: `${options.url ?? ''}${filled}${questions}`,
    init: {
      method,
      headers,
      ...(body !== undefined && { body }),
      ...(call.signal && { signal: call.signal }),
    },
  }
}

const BYTES = 'application/octet-stream'

/** JSON, or the bytes of an operation that takes a file. */
function bodyOf(method: string, given: Given): string | Blob | Uint8Array<ArrayBuffer> | undefined {
  if (method === 'GET' || Object.keys(given).length === 0) return undefined
  const { bytes } = given
  // Shared memory cannot be sent.
  if (bytes instanceof Uint8Array) return bytes as Uint8Array<ArrayBuffer>
  return bytes instanceof Blob ? bytes : JSON.stringify(given)
}

/** Values that may change between calls are read for each. */
const now = <T extends string>(given: T | (() => T | undefined) | undefined) =>
  typeof given === 'function' ? given() : given

async function read(answer: Response): Promise<unknown> {
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return answer.json()
  if (/^text\/|^application\/x-ndjson/.test(type)) return answer.text()
  return answer.status === 204 ? undefined : new Uint8Array(await answer.arrayBuffer())
}

async function refusalOf(answer: Response): Promise<KithRefusal> {
  // Every error of the server is one.
  const problem = (await answer.json().catch(() => null)) as Problem | null
  return new KithRefusal(problem ?? { code: 'unreadable', status: answer.status, title: answer.statusText })
}
