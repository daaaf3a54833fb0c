import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'staff:manage': 'Invite staff, change their roles and disable them',
  'staff:owners': 'Appoint and remove owners',
  'tills:manage': 'Register tills and revoke them',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
