import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'notes:read': 'Read what is written about customers: notes, support cases and reviews',
  'events:manage': 'See, correct and replay events of other systems that could not be processed',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
