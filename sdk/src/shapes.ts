import type { operations } from './api.ts'

export type Operation = keyof operations

type Part<Name extends Operation, P extends 'path' | 'query'> = operations[Name]['parameters'] extends {
  [K in P]?: infer Fields
}
  ? Fields
  : unknown
type Body<Name extends Operation> = operations[Name] extends {
  requestBody?: { content: { 'application/json': infer Fields } }
}
  ? Fields
  : unknown
type Given<T> = [T] extends [never] ? unknown : undefined extends T ? Partial<NonNullable<T>> : T

/** What an operation takes, in one object: the client knows which of it belongs into path, query and body. */
export type Input<Name extends Operation> = Given<Part<Name, 'path'>> & Given<Part<Name, 'query'>> & Given<Body<Name>>

type Success = 200 | 201 | 202 | 204
type Answers<Name extends Operation> = operations[Name]['responses']
type Content<T> = T extends { content: { 'application/json': infer Json } }
  ? Json
  : T extends { content: Record<string, infer Text> }
    ? Text
    : undefined
/** What an operation answers. A stream of text comes as text. */
export type Output<Name extends Operation> = {
  [Status in keyof Answers<Name> & Success]: Content<Answers<Name>[Status]>
}[keyof Answers<Name> & Success]

type Refused<T> = T extends { content: { 'application/problem+json': { code: infer Code } } } ? Code : never
/** The codes with which an operation may say no. */
export type Code<Name extends Operation> = {
  [Status in keyof Answers<Name>]: Refused<Answers<Name>[Status]>
}[keyof Answers<Name>]
