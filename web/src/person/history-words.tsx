import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Code } from '../design/written.tsx'
import { useCountryName } from '../language/format.ts'

/** The name of an action; one unknown to this version is shown as its code. */
export function ActionWords({ action }: { readonly action: string }) {
  const { t, i18n } = useTranslation()
  const key = `action.${action.replace('.', '_')}` as 'action.customer_created'
  return i18n.exists(key) ? t(key) : <Code>{action}</Code>
}

/** An id, never a name: `key:1f0c…`. */
export function Actor({ actor }: { readonly actor: string }) {
  const { t, i18n } = useTranslation()
  const [kind = '', id = ''] = actor.split(':')
  const key = `actor.${kind}` as 'actor.key'
  return (
    <span title={actor}>
      {i18n.exists(key) ? t(key) : kind} {id && <Code>{id.slice(0, 8)}</Code>}
    </span>
  )
}

/** The sections with names of fields and values; the first match counts. */
const WORDS_OF_FIELDS = ['field', 'addressField', 'preference', 'privacyKind', 'purpose', 'factor'] as const
const WORDS_OF_VALUES = ['addressType', 'purpose', 'consentState', 'locale', 'privacyProof'] as const

export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation()
  return (field) => {
    const keys = WORDS_OF_FIELDS.map((group) => `${group}.${field}`)
    const key = keys.find((one) => i18n.exists(one)) as 'field.phone' | undefined
    return key ? t(key) : preferenceName(field, t)
  }
}

/** `communication.sms.offers`: the channel, and the topic's name in the business's schema. */
function preferenceName(field: string, t: TFunction): string {
  const [kind, first = '', topic] = field.split('.')
  if (kind === 'values') return first
  return kind === 'communication' ? `${t(`channel.${first as 'sms'}`)} · ${topic}` : field
}

export function useValueWord(): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation()
  const isArabic = i18n.language === 'ar'
  const countryName = useCountryName()
  return (field, value) => {
    if (typeof value === 'boolean') return value ? t('preference.yes') : t('preference.no')
    if (isHours(value)) return `${value.from}–${value.to}`
    if (Array.isArray(value)) return value.join(isArabic ? '، ' : ', ')
    if (typeof value === 'object' && value !== null) return listed(value, isArabic)
    const keys = [field, ...WORDS_OF_VALUES].map((group) => `${group}.${value}`)
    const key = keys.find((one) => i18n.exists(one)) as 'type.stub' | undefined
    if (field === 'country') return countryName(String(value))
    return key ? t(key) : String(value)
  }
}

/** Custom fields of the business, under their own names. */
const listed = (value: object, isArabic: boolean) =>
  Object.entries(value)
    .map(([name, one]) => `${name}: ${typeof one === 'object' ? JSON.stringify(one) : one}`)
    .join(isArabic ? '، ' : ', ')

const isHours = (value: unknown): value is { from: string; to: string } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value
