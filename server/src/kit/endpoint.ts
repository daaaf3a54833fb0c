import { z } from 'zod'
import type { Caller, Scope } from './caller.ts'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import type { RefusalKind } from './refusal.ts'
import { showsSecret } from './secret.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
const Nothing = z.strictObject({})
type Nothing = typeof Nothing

/**
 * A scope; `self or` a scope: also the login of the customer in the path, and the operation tells them apart. `signed-in` is any login,
 * about itself; `guest` the same or the token of a guest; `staff` any permission at all; `anyone` for endpoints before sign-in.
 */
export type Allow = Scope | `self or ${Scope}` | 'staff' | 'signed-in' | 'guest' | 'anyone'

interface Shape<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject, Out extends z.ZodType> {
  readonly method: Method
  readonly path: string
  /** Aliases of the path, fixed by the requirements. */
  readonly aliases?: readonly { readonly method: Method; readonly path: string }[]
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly allow: Allow
  /** A second permission, which the caller needs too. */
  readonly also?: Scope
  /** A login must have authenticated recently. API keys are exempt. */
  readonly freshProof?: true
  /** The body is a form, for callers without JSON. */
  readonly form?: true
  /**
   * Every content type of JSON that it takes, with what may come in it, lists too: the input has it whole under `sent`,
   * and the operation refuses what does not fit.
   */
  readonly media?: Readonly<Record<string, z.ZodType>>
  /** The body is this many bytes at most, of any kind; the operation gets them as `bytes`. */
  readonly bytes?: number
  /** For an endpoint with a higher limit per IP address than visitors usually have. */
  readonly visitorsPerMinute?: number
  /**
   * Reached by a link in a message: `:tenant` in the path names the tenant, a token the rest. The caller is
   * a visitor, even with a cookie or a key, and forms may be posted to it.
   */
  readonly link?: boolean
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Of a body, where the examples of its fields make none: one of several is wanted, say. */
  readonly example?: z.input<B>
  readonly output: Out
  /** Default 200. */
  readonly status?: number
  /** Adds `expectedVersion` to the input, from If-Match; the `version` of the response becomes its ETag. */
  readonly versioned?: boolean
  readonly refuses: readonly RefusalKind[]
  /** Content types of a streamed text response. */
  readonly streams?: readonly string[]
}

export type Endpoint<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
> = Shape<P, Q, B, Out> & { readonly params: P; readonly query: Q; readonly body: B }

const nothing = <Part extends z.ZodObject>() => Nothing as unknown as Part // The type of a part that is left out.

/** One endpoint: everything that the docs, the SDK and the server need to know about it. */
export function endpoint<
  Out extends z.ZodType,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(shape: Shape<P, Q, B, Out>): Endpoint<P, Q, B, Out> {
  return {
    ...shape,
    params: shape.params ?? nothing(),
    query: shape.query ?? nothing(),
    body: shape.body ?? nothing(),
  }
}

/** The fields of a part. An empty part has `never` for every field and would forbid those of the others. */
type Fields<T> = T extends Record<string, never> ? unknown : T
/** The input of a caller. */
export type Sent<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Fields<z.input<P>> &
  Fields<z.input<Q>> &
  Fields<z.input<B>>

/** A created or looked-up resource has no version that the caller could have read. */
export const takesIfMatch = ({ versioned, method }: Endpoint) =>
  versioned === true && method !== 'get' && method !== 'post'

/** Path, query and body in one object: an operation does not care about the source of a value. */
export type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Fields<z.output<P>> & Fields<z.output<Q>> & Fields<z.output<B>> & { expectedVersion?: number }
    : never
/** Of an endpoint whose body is bytes. */
export type WithBytes<I> = I & { readonly bytes?: Buffer }
export type Output<E> = E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, infer Out> ? z.input<Out> : never

/** For operations that open their own transactions, because they stream or have slow steps. */
export interface Entrance {
  readonly db: Database
  readonly caller: Caller
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The server stops: what has no end of its own ends now. */
  readonly closing?: AbortSignal
  /** Counts so many more requests against the limit of the caller: for one that does the work of several. */
  readonly charge?: (requests: number) => Promise<void>
}

/** Of an operation that keeps its answer; see `onceIn`. */
export interface KeyedEntrance extends Entrance {
  /** Of a POST by a key or a login. */
  readonly idempotencyKey: string | undefined
}

export interface Cookie {
  readonly name: string
  /** Null deletes the cookie. */
  readonly value: string | null
  readonly path: string
  readonly maxAgeSeconds: number
}

/** A response with more than a body. */
export interface Answered<Body> {
  readonly body: Body
  readonly cookies?: readonly Cookie[]
  /** The URL of a redirect; the response is then a 303. */
  readonly location?: string
  /** A stored response of an Idempotency-Key. */
  readonly replayed?: boolean
}

export interface TextStream {
  readonly contentType: string
  /** The file name of a download; without one the browser shows the content. */
  readonly fileName?: string
  /** Default 200. */
  readonly status?: number
  readonly chunks: AsyncIterable<string | Uint8Array>
}

export type Route =
  | { readonly endpoint: Endpoint; readonly run: (ctx: Context, input: never) => Promise<unknown> }
  | {
      readonly endpoint: Endpoint
      readonly phases: (entrance: KeyedEntrance, input: never) => Promise<Answered<unknown>>
      readonly keeps: boolean
    }
  | { readonly endpoint: Endpoint; readonly stream: (entrance: Entrance, input: never) => Promise<TextStream> }

/** Binds an endpoint to its operation. */
export function route<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  run: (ctx: Context, input: Input<E>) => Promise<Output<E>>,
): Route {
  return { endpoint: e, run }
}

/** For an operation in phases (read, hash, write): slow steps are outside of transactions, so it opens its own. */
export function phasedRoute<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  phases: (entrance: Entrance, input: Input<E>) => Promise<Answered<Output<E>>>,
): Route {
  return { endpoint: e, phases, keeps: false }
}

/** The same, of a POST that keeps its answer: `onceIn` does what it writes once per Idempotency-Key. */
export function keptRoute<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  phases: (entrance: KeyedEntrance, input: Input<E>) => Promise<Answered<Output<E>>>,
): Route {
  return { endpoint: e, phases, keeps: true }
}

export function streamingRoute<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  e: E,
  stream: (entrance: Entrance, input: Input<E>) => Promise<TextStream>,
): Route {
  return { endpoint: e, stream }
}

/** Whether the same Idempotency-Key gives the same answer: of a POST in one transaction, or of one that says so, and never a secret. */
export const keepsAnswer = (route: Route) =>
  route.endpoint.method === 'post' &&
  ('run' in route || ('phases' in route && route.keeps)) &&
  !showsSecret(route.endpoint.output)
