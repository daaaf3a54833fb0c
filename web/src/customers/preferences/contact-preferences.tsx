import { Checkbox, Fieldset } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { toLanguage } from '../../language/language.ts'
import type { FormPart } from './preference-items.tsx'
import classes from './preferences.module.css'
import { CHANNELS } from './words.ts'

/** Preferences about contact: a row per channel, a column per topic. */
export function ContactPreferences({
  legend,
  schema,
  values,
  disabled,
  onChange,
}: FormPart & { readonly legend: string }) {
  const { t, i18n } = useTranslation()
  const language = toLanguage(i18n.language)
  return (
    <Fieldset className={classes.group} legend={legend} variant="unstyled">
      <table className={classes.wishes}>
        <thead>
          <tr>
            <th scope="col">{t('preference.channel')}</th>
            {schema.topics.map(({ key, label }) => (
              <th key={key} scope="col">
                {label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CHANNELS.map((channel) => (
            <tr key={channel}>
              <th scope="row">{t(`channel.${channel}`)}</th>
              {schema.topics.map(({ key, label }) => {
                const about = `communication.${channel}.${key}`
                return (
                  <td key={key}>
                    <Checkbox
                      aria-label={`${t(`channel.${channel}`)} · ${label[language]}`}
                      checked={values[about] === 'true'}
                      disabled={disabled}
                      indeterminate={values[about] === ''}
                      name={about}
                      onChange={(event) => onChange({ [about]: String(event.currentTarget.checked) })}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {Object.entries(values).some(([about, value]) => about.startsWith('communication.') && value === '') && (
        <p className={classes.unfit}>{t('preference.unasked')}</p>
      )}
    </Fieldset>
  )
}
