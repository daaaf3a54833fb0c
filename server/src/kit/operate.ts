import { type Caller, isProofFresh, isScope } from './caller.ts'
import type { Context } from './context.ts'
import { keepRows } from './cursor.ts'
import type { Endpoint, Entrance, Route } from './endpoint.ts'
import { check, fieldErrors } from './invalid.ts'
import * as refusals from './refusal.ts'
import { showsSecret } from './secret.ts'
import { unfitCharacters } from './text.ts'
import { inTenant } from './transaction.ts'

/** An operation under its public name such as `customers.get`. */
export interface Operation {
  readonly name: string
  readonly route: Exclude<Route, { readonly stream: unknown }>
}
/** One that is a single transaction: it can be tried and undone. */
export interface Undoable extends Operation {
  readonly route: Extract<Route, { readonly run: unknown }>
}
export const isUndoable = (operation: Operation): operation is Undoable => 'run' in operation.route

const all: Operation[] = []
/** Those of every module, told once. */
export const declareOperations = (operations: readonly Operation[]): void => void all.push(...operations)
export const knownOperations = (): readonly Operation[] => all

export function refuseForbidden({ allow, also, freshProof }: Endpoint, caller: Caller): void {
  const { may, signedIn } = caller
  if (allow === 'signed-in' && signedIn === null) throw refusals.SignInNeeded()
  // Some permission, whichever: of the staff or a program.
  if (allow === 'staff' && may.size === 0) throw refusals.Forbidden({ needs: 'customers:read' })
  if (isScope(allow) && !may.has(allow)) throw refusals.Forbidden({ needs: allow })
  if (also && !may.has(also)) throw refusals.Forbidden({ needs: also })
  if (freshProof && !isProofFresh(caller)) throw refusals.ProofNeeded()
}

/** What staff and programs do with customers. Nothing that signs in, takes a code, asks for a recent authentication or shows a secret. */
export const isOffered = ({ name, route: { endpoint } }: Operation): boolean =>
  OFFERED.has(name.split('.')[0]!) && isScope(endpoint.allow) && !endpoint.freshProof && !showsSecret(endpoint.output)
/** The modules with something of customers. */
export const OFFERED: ReadonlySet<string> = new Set(
  'customers addresses preferences consent merging orders loyalty membership segments duplicates'.split(' '),
)

/** The same as over HTTP, for other ways in: the same permissions, the same checks, the same refusals. */
export async function operate(entrance: Entrance, operation: Operation, given: Given): Promise<unknown> {
  const { db, caller } = entrance
  const { route } = operation
  if (isUndoable(operation))
    return inTenant(db, caller, (ctx) => performIn(ctx, operation, given), { readOnly: isReading(operation) })
  if (!('phases' in route)) throw new Error(`${operation.name} is of no known kind`)
  refuseForbidden(route.endpoint, caller)
  const input = inputOf(route.endpoint, caller, given)
  const { body } = await route.phases({ ...entrance, idempotencyKey: undefined }, input as never) // parsed by the same endpoint
  return keepRows(body, route.endpoint.output.parse(body))
}

export const isReading = ({ route }: Operation): boolean => route.endpoint.method === 'get'
type Given = Readonly<Record<string, unknown>>

/** In a transaction that is open. */
export async function performIn(ctx: Context, { route: { endpoint, run } }: Undoable, given: Given): Promise<unknown> {
  refuseForbidden(endpoint, ctx.caller)
  const input = inputOf(endpoint, ctx.caller, given)
  // Checked by the shapes of the endpoint, which `Route` forgets.
  const body = await run(ctx, input as never)
  return keepRows(body, endpoint.output.parse(body))
}

function inputOf({ params, query, body, refuses }: Endpoint, { language }: Caller, given: Given) {
  const names = { ...params.shape, ...query.shape }
  const own = (shape: object) => Object.fromEntries(Object.entries(given).filter(([name]) => name in shape))
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !(name in names)))
  const parts = [check(params, own(params.shape)), check(query, own(query.shape)), check(body, rest)]
  const errors = parts.map((part) => (part.success ? [] : fieldErrors(part.error, language)))
  // An id that cannot be one is an id that does not exist.
  const unknown = errors[0]!.length > 0 && refuses.find(({ status }) => status === 404)
  if (unknown) throw new refusals.Refusal(unknown, {}, {})
  const all = [...errors.flat(), ...unfitCharacters(given)]
  if (all.length > 0) throw refusals.Invalid({ errors: all })
  const input: Record<string, unknown> = Object.assign({}, ...parts.map((part) => part.data))
  return input
}
