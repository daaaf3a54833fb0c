import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'assistants:use': 'Look up as an assistant, and propose changes that a person confirms',
  'assistants:confirm': 'Confirm or refuse what assistants propose',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
