import { declareScopes } from '../../kit/caller.ts'

export const scopes = declareScopes({
  'consents:manage': 'Publish and retire consent documents',
  'consents:relay': 'Record consents with the IP address and browser of the person, as seen by another server',
})

declare module '../../kit/caller.ts' {
  interface ScopeKinds extends Record<keyof typeof scopes, true> {}
}
