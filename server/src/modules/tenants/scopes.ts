import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'settings:manage': 'Change the settings of the business',
  'keys:manage': 'Create and revoke API keys',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
