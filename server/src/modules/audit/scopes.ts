import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'audit:read': 'Read and export the audit trail, and check its chain',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
