import type { Language } from './language.ts'

const IN = { en: 'in', ar: 'بعد' } as const

type Unit = 'seconds' | 'minutes' | 'hours'

const ARABIC: Readonly<Record<Unit, { one: string; two: string; few: string; many: string }>> = {
  seconds: { one: 'ثانية واحدة', two: 'ثانيتين', few: 'ثوانٍ', many: 'ثانية' },
  minutes: { one: 'دقيقة واحدة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' },
  hours: { one: 'ساعة واحدة', two: 'ساعتين', few: 'ساعات', many: 'ساعة' },
}
const rules = new Intl.PluralRules('ar')

/** “5 minutes”, «5 دقائق»: Arabic nouns follow their number. */
export function spanOf(count: number, unit: Unit, language: Language): string {
  if (language === 'en') return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
  const { one, two, few, many } = ARABIC[unit]
  const form = rules.select(count)
  if (form === 'one') return one
  if (form === 'two') return two
  return `${count} ${form === 'few' ? few : many}`
}

/** After a wrong code, where the number helps only the person who types it. */
export function triesLeftOf(count: number, language: Language): string {
  if (count === 0) return { en: 'No attempts left.', ar: 'لم تبقَ أي محاولة.' }[language]
  if (language === 'en') return count === 1 ? 'One attempt left.' : `${count} attempts left.`
  if (count <= 2) return count === 1 ? 'بقيت محاولة واحدة.' : 'بقيت محاولتان.'
  return `بقيت ${count} محاولات.`
}

/** The time to wait, rounded up, in words. */
export function waitOf(seconds: number, language: Language): string {
  const [count, unit]: [number, Unit] =
    seconds < 60
      ? [Math.max(1, Math.ceil(seconds)), 'seconds']
      : seconds <= 5_400
        ? [Math.ceil(seconds / 60), 'minutes']
        : [Math.ceil(seconds / 3_600), 'hours']
  return `${IN[language]} ${spanOf(count, unit, language)}`
}
