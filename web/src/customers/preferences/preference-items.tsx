import { Fieldset, Select, Switch, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { toLanguage } from '../../language/language.ts'
import type { Values } from '../../person/edit/reconcile.ts'
import classes from './preferences.module.css'
import type { Schema } from './queries.ts'

export interface FormPart {
  readonly schema: Schema
  readonly values: Values
  readonly disabled: boolean
  readonly onChange: (changed: Values) => void
}

/** One field per item of the schema. */
export function PreferenceItems({ legend, ...props }: FormPart & { readonly legend: string }) {
  return (
    <Fieldset className={classes.group} legend={legend} variant="unstyled">
      <div className={classes.items}>
        {props.schema.items.map((item) => (
          <Item {...props} item={item} key={item.key} />
        ))}
      </div>
    </Fieldset>
  )
}

function Item({ item, values, disabled, onChange }: FormPart & { readonly item: Schema['items'][number] }) {
  const { i18n } = useTranslation()
  const language = toLanguage(i18n.language)
  const about = `values.${item.key}`
  const value = values[about] ?? ''
  const common = { disabled, label: item.label[language] }
  const set = (next: string) => onChange({ [about]: next })
  switch (item.type) {
    case 'boolean':
      return (
        <Switch
          {...common}
          checked={value === 'true'}
          className={classes.switch}
          onChange={(event) => set(String(event.currentTarget.checked))}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          allowDeselect={false}
          data={item.choices.map((choice) => ({ value: choice.value, label: choice.label[language] }))}
          onChange={(next) => next !== null && set(next)}
          value={value}
        />
      )
    case 'number':
      return <NumberField allowNegative {...common} onChange={(next) => set(String(next))} value={value} />
    case 'text':
      return <Textarea {...common} maxRows={8} onChange={(event) => set(event.currentTarget.value)} value={value} />
  }
}
