import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'webhooks:read': 'Read events, webhooks and what was sent to them',
  'webhooks:manage': 'Register webhooks, rotate their secrets and send events again',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
