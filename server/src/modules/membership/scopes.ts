import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'plans:read': 'See the plans, features and flairs of customers',
  'plans:write': 'Change the plans and flairs of customers',
  'plans:manage': 'Decide which plans, features and flairs there are',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
