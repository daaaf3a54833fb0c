import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'addresses:read': 'Read the addresses of customers',
  'addresses:write': 'Add, change and remove addresses of customers',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
