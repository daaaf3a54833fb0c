import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Code, Name, Names } from '../design/written.tsx'
import { inOwnDigits } from '../language/digits.ts'
import { useCountryName, useMoment, useTime } from '../language/format.ts'
import { type Named, useNamed } from './names.ts'

/** The name of an action; one unknown to this version is shown as its code. */
export function ActionWords({ action }: { readonly action: string }) {
  const { t, i18n } = useTranslation()
  const key = `action.${action.replace('.', '_')}` as 'action.customer_created'
  return i18n.exists(key) ? t(key) : <Code>{action}</Code>
}

/** By name where the user may see it, else by a short word: an id says nothing to a reader. */
export function Actor({ actor }: { readonly actor: string }) {
  const { t, i18n } = useTranslation()
  const named = useNamed(actor)
  const key = `actor.${actor.split(':')[0]}` as 'actor.key'
  const word = i18n.exists(key) ? t(key) : t('actor.system')
  if (named?.kind === 'customer')
    return (
      <span title={actor}>
        <CustomerName named={named} /> ({t('actor.customer')})
      </span>
    )
  return <span title={actor}>{named?.name ? <Name>{named.name}</Name> : word}</span>
}

/** A customer by name, if the user may see it; an erased one has none. */
export function CustomerOf({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const named = useNamed(customerId)
  return <span title={customerId}>{named ? <CustomerName named={named} /> : t('actor.someCustomer')}</span>
}

function CustomerName({ named }: { readonly named: Named }) {
  const { name, name2, number } = named
  if (name) return <Names of={{ name, name2 }} />
  return number && <Code>{number}</Code>
}

/** The sections with names of fields and values; the first match counts. */
const WORDS_OF_FIELDS = [
  'field',
  'addressField',
  'preference',
  'privacyKind',
  'purpose',
  'factor',
  'job',
  'template',
] as const
const WORDS_OF_VALUES = ['addressType', 'purpose', 'consentState', 'locale', 'privacyProof'] as const
const WORDS_BY_FIELD: Readonly<Record<string, string>> = {
  billingCycle: 'planCycle',
  dataKinds: 'breachData',
  role: 'staffRole',
}
const TIME = /^\d\d:\d\d$/
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation()
  return (field) => {
    // A setting of a section, such as `sign_in.minutes`, is named by its own name; a purpose has its dot in it.
    const names = [field.replaceAll('.', '_'), field.split('.').at(-1)!, field.split('.')[0]!]
    const isPreference = /^(values|communication)\./.test(field)
    const keys = names.flatMap((name) => WORDS_OF_FIELDS.map((group) => `${group}.${name}`))
    const key = isPreference ? undefined : keys.find((one) => i18n.exists(one))
    return key ? t(key as 'field.phone') : preferenceName(field, t) // It exists.
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
  const { exactly } = useMoment()
  const clock = useTime()
  const time = (at: string) => (TIME.test(at) ? clock(at) : at)
  return function word(field, value): string {
    if (typeof value === 'boolean') return value ? t('preference.yes') : t('preference.no')
    if (typeof value === 'number') return inOwnDigits(String(value))
    if (isHours(value)) return `${time(value.from)}–${time(value.to)}`
    if (Array.isArray(value)) return value.map((one) => word(field, one)).join(isArabic ? '، ' : ', ')
    if (typeof value === 'object' && value !== null) return listed(value, isArabic)
    const keys = [WORDS_BY_FIELD[field] ?? field, ...WORDS_OF_VALUES].map((group) => `${group}.${value}`)
    const key = keys.find((one) => i18n.exists(one)) as 'type.stub' | undefined
    if (field === 'country') return countryName(String(value))
    if (typeof value === 'string' && MOMENT.test(value)) return exactly(value)
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
