import { z } from 'zod'
import type { Caller, Scope } from './caller.ts'
import type { Context, Database } from './context.ts'
import type { RefusalKind } from './refusal.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
const Nothing = z.strictObject({})
type Nothing = typeof Nothing

/**
 * A scope; `self or` one: the login of the customer in the path may do it too, and the operation tells them apart. `signed-in` is any login,
 * about itself; `guest` the same or the token of a guest; `anyone` for what comes before signing in.
 */
export type Allow = Scope | `self or ${Scope}` | 'signed-in' | 'guest' | 'anyone'

interface Shape<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject, Out extends z.ZodType> {
  readonly method: Method
  readonly path: string
  /** Other addresses that the sources of the requirements fixed for the same thing. */
  readonly aliases?: readonly { readonly method: Method; readonly path: string }[]
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly allow: Allow
  /** A login must have proved within minutes who it is. API keys are not asked. */
  readonly freshProof?: true
  /** The body is a form, for callers that know nothing else. */
  readonly form?: true
  /**
   * Every content type of JSON that it takes, with what may come in it, lists too: it stands whole under `sent` in the
   * input, and the operation says what does not fit.
   */
  readonly media?: Readonly<Record<string, z.ZodType>>
  /** For an endpoint that one address may call more often than visitors usually may. */
  readonly visitorsPerMinute?: number
  /**
   * Reached by a link in a message: `:tenant` in the path names the tenant, a token says the rest. Its caller is
   * a visitor, also with a cookie or a key, and a form may be posted to it.
   */
  readonly link?: boolean
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly output: Out
  /** 200 unless said. */
  readonly status?: number
  /** The answer shows a secret once, so no Idempotency-Key keeps it. */
  readonly secret?: true
  /** The input gains `expectedVersion`, from If-Match; the answer's `version` becomes its ETag. */
  readonly versioned?: boolean
  readonly refuses: readonly RefusalKind[]
  /** Content types of an answer that is a stream of text. */
  readonly streams?: readonly string[]
}

export type Endpoint<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
> = Shape<P, Q, B, Out> & { readonly params: P; readonly query: Q; readonly body: B }

/** One line of the API: everything the docs, the SDK and the server need to know about it. */
export function endpoint<
  Out extends z.ZodType,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(shape: Shape<P, Q, B, Out>): Endpoint<P, Q, B, Out> {
  return {
    ...shape,
    params: shape.params ?? (Nothing as unknown as P),
    query: shape.query ?? (Nothing as unknown as Q),
    body: shape.body ?? (Nothing as unknown as B),
  }
}

/** The fields of a part. An empty one says `never` of every field and would forbid those of the others. */
type Fields<T> = T extends Record<string, never> ? unknown : T
/** What a caller sends. */
export type Sent<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Fields<z.input<P>> &
  Fields<z.input<Q>> &
  Fields<z.input<B>>

/** What is created or looked up has no version yet that a caller could have read. */
export const takesIfMatch = ({ versioned, method }: Endpoint) =>
  versioned === true && method !== 'get' && method !== 'post'

/** Path, query and body in one object: an operation does not care where a value came from. */
export type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Fields<z.output<P>> & Fields<z.output<Q>> & Fields<z.output<B>> & { expectedVersion?: number }
    : never
export type Output<E> = E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, infer Out> ? z.input<Out> : never

/** For an operation that opens its own transactions: because it streams, or because it must be slow in between. */
export interface Entrance {
  readonly db: Database
  readonly caller: Caller
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Of a POST by a key or a login; see `onceIn`. */
  readonly idempotencyKey?: string | undefined
}

export interface Cookie {
  readonly name: string
  /** Null takes the cookie away. */
  readonly value: string | null
  readonly path: string
  readonly maxAgeSeconds: number
}

/** An answer that is more than its body. */
export interface Answered<Body> {
  readonly body: Body
  readonly cookies?: readonly Cookie[]
  /** Where a browser goes next; the answer is then a 303. */
  readonly location?: string
  /** The stored answer of an Idempotency-Key. */
  readonly replayed?: boolean
}

export interface TextStream {
  readonly contentType: string
  /** A browser saves it under this name; without one it shows what comes. */
  readonly fileName?: string
  /** 200 unless said. */
  readonly status?: number
  readonly chunks: AsyncIterable<string | Uint8Array>
}

export type Route =
  | { readonly endpoint: Endpoint; readonly run: (ctx: Context, input: never) => Promise<unknown> }
  | { readonly endpoint: Endpoint; readonly phases: (entrance: Entrance, input: never) => Promise<Answered<unknown>> }
  | { readonly endpoint: Endpoint; readonly stream: (entrance: Entrance, input: never) => Promise<TextStream> }

/** Binds a line of the API to the operation that answers it. */
export function route<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  run: (ctx: Context, input: Input<E>) => Promise<Output<E>>,
): Route {
  return { endpoint: e as unknown as Endpoint, run }
}

/** For an operation in phases (read, hash, write): nothing slow happens inside a transaction, so it opens its own. */
export function phasedRoute<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  phases: (entrance: Entrance, input: Input<E>) => Promise<Answered<Output<E>>>,
): Route {
  return { endpoint: e as unknown as Endpoint, phases }
}

export function streamingRoute<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  stream: (entrance: Entrance, input: Input<E>) => Promise<TextStream>,
): Route {
  return { endpoint: e as unknown as Endpoint, stream }
}
