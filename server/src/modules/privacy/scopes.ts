import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'privacy:read': 'See privacy requests, erasures, reviews and breaches',
  'privacy:manage': 'Answer privacy requests: export, hold and erase people',
  'privacy:acknowledge': 'Acknowledge erasures on behalf of a downstream system',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
