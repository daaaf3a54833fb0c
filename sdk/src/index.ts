export { type Answer, type CallOptions, type Kith, type KithOptions, openKith } from './client.ts'
export { KithRefusal, type Problem } from './refusal.ts'
export type { Code, Input, Operation, Output } from './shapes.ts'
export type * from './types.ts'
