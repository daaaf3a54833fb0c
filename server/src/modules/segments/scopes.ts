import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'segments:read': 'See segments and tags with their rules and counts, and those of a customer',
  'segments:tag': 'Give and take tags by hand',
  'segments:manage': 'Decide about segments and tags',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
