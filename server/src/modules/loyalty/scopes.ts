import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'loyalty:read': 'See the points and tiers of customers',
  'loyalty:write': 'Redeem points of customers',
  'loyalty:manage': 'Decide about points and tiers, review tiers, and change points by hand',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
