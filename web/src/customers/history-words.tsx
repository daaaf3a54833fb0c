import { useTranslation } from 'react-i18next'
import { Code } from '../design/written.tsx'

/** What was done, in words; what this version of the screens has no words for is shown as it is called. */
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

export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation()
  return (field) => {
    const key = `field.${field}` as 'field.phone'
    return i18n.exists(key) ? t(key) : field
  }
}

export function useValueWord(): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation()
  return (field, value) => {
    if (typeof value === 'object') return JSON.stringify(value)
    const key = `${field}.${value}` as 'type.stub'
    return i18n.exists(key) ? t(key) : String(value)
  }
}
