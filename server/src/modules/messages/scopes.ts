import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'messages:manage': 'Edit the texts of messages',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
