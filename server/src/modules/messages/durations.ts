import type { Language } from '../../kit/refusal.ts'

type Unit = 'minutes' | 'hours'

const ARABIC: Readonly<Record<Unit, { one: string; two: string; few: string; many: string }>> = {
  minutes: { one: 'دقيقة واحدة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' },
  hours: { one: 'ساعة واحدة', two: 'ساعتين', few: 'ساعات', many: 'ساعة' },
}
const rules = new Intl.PluralRules('ar')

/** `minutes: 5` → “5 minutes”, «5 دقائق»: Arabic nouns follow their number. Any other value stays as it is. */
export function duration(name: string, value: string, language: Language): string {
  if ((name !== 'minutes' && name !== 'hours') || !/^\d{1,6}$/.test(value)) return value
  const count = Number(value)
  if (language === 'en') return `${count} ${count === 1 ? name.slice(0, -1) : name}`
  const { one, two, few, many } = ARABIC[name]
  const form = rules.select(count)
  if (form === 'one') return one
  if (form === 'two') return two
  return `${count} ${form === 'few' ? few : many}`
}
