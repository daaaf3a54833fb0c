import type { Caller } from '../../kit/caller.ts'
import type { Text } from '../../kit/refusal.ts'

/** By what a customer came to the business. */
export const SOURCES = {
  web: { en: 'website or app', ar: 'الموقع أو التطبيق' },
  staff: { en: 'staff', ar: 'الموظفون' },
  api: { en: 'another system', ar: 'نظام آخر' },
  import: { en: 'import', ar: 'استيراد' },
  unknown: { en: 'unknown', ar: 'غير معروف' },
} as const satisfies Record<string, Text>
export type Source = keyof typeof SOURCES

interface Asserted {
  readonly createdAt?: Date | undefined
  readonly plan?: string | undefined
  readonly imported: boolean
}

export function sourceOf(
  { actor, signedIn }: Pick<Caller, 'actor' | 'signedIn'>,
  { createdAt, plan, imported }: Asserted,
): Source {
  if (imported || createdAt !== undefined || plan !== undefined) return 'import'
  if (signedIn !== null) return signedIn.customer === null ? 'staff' : 'web'
  if (actor.startsWith('key:')) return 'api'
  return actor === 'visitor' ? 'web' : 'unknown'
}
