import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'customers:merge': 'Merge customers and undo merges',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
