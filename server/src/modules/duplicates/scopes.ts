import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'duplicates:read': 'See which customers probably are one person, and why',
  'duplicates:decide': 'Decide about likely duplicates and how they are found; merging needs customers:merge as well',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
