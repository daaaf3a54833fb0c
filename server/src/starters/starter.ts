import type { Texts } from '../modules/consent/contract.ts'
import type { PreferenceSchema } from '../modules/preferences/contract.ts'

/** What a new business begins with: what it asks its customers, and what they are asked to agree to. */
export interface Starter extends Pick<PreferenceSchema, 'items' | 'topics'> {
  readonly documents: readonly { readonly purpose: string; readonly texts: Texts }[]
}
