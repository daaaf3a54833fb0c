import type { Language } from '../../kit/refusal.ts'
import { spanOf } from '../../kit/spans.ts'

/** `minutes: 5` → “5 minutes”, «5 دقائق». Any other value stays as it is. */
export function duration(name: string, value: string, language: Language): string {
  if ((name !== 'minutes' && name !== 'hours') || !/^\d{1,6}$/.test(value)) return value
  return spanOf(Number(value), name, language)
}
