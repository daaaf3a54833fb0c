import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'orders:read': 'Read the orders of customers',
  'orders:write': 'Record orders, payments, deliveries, cancellations and refunds',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
