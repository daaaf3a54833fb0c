import type { operations } from './api.ts'

export type Operation = keyof operations

/** Where an operation is. With `key` it is done once per Idempotency-Key: generated per call, or only a given one. */
export interface Place {
  readonly method: string
  readonly path: string
  readonly query: readonly string[]
  readonly key?: 'made' | 'given'
}

type Part<Name extends Operation, P extends 'path' | 'query'> = operations[Name]['parameters'] extends {
  [K in P]?: infer Fields
}
  ? Fields
  : unknown
type Body<Name extends Operation> = operations[Name] extends {
  requestBody?: { content: { 'application/json': infer Fields } }
}
  ? Fields
  : operations[Name] extends { requestBody: { content: { 'application/octet-stream': unknown } } }
    ? { bytes: Blob | Uint8Array<ArrayBuffer> }
    : unknown

/**
 * The input of an operation in one object: the client knows what belongs in path, query and body. Without
 * exactOptionalPropertyTypes an omitted part is `undefined` too, and would leave nothing of the others.
 */
export type Input<Name extends Operation> = NonNullable<Part<Name, 'path'>> &
  NonNullable<Part<Name, 'query'>> &
  NonNullable<Body<Name>>

type Success = 200 | 201 | 202 | 204
type Answers<Name extends Operation> = operations[Name]['responses']
type Text = `text/${string}` | 'application/x-ndjson'
type Content<T> = T extends { content: infer Types }
  ? Types extends { 'application/json': infer Json }
    ? Json
    : keyof Types extends Text
      ? string
      : Uint8Array<ArrayBuffer>
  : undefined
/** The output of an operation. Streamed text is text, everything else that is not JSON is bytes. */
export type Output<Name extends Operation> = {
  [Status in keyof Answers<Name> & Success]: Content<Answers<Name>[Status]>
}[keyof Answers<Name> & Success]

/** The error codes of an operation. */
export type Code<Name extends Operation> = Answers<Name>['default']['content']['application/problem+json']['code']
