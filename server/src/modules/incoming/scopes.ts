import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'events:manage': 'See, correct and replay events of other systems that could not be processed',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
