import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'jobs:run': 'See the scheduled jobs and run them now',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
