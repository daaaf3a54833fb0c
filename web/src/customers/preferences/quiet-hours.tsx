import { Fieldset, Group, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TimeField } from '../../design/dates/time-field.tsx'
import { joinHours, splitHours } from './form-values.ts'
import type { FormPart } from './preference-items.tsx'
import classes from './preferences.module.css'

const NIGHT = { from: '22:00', to: '07:00' }

/** When no message is sent to the customer. */
export function QuietHours({
  values,
  disabled,
  onChange,
  timeZone,
}: Omit<FormPart, 'schema'> & { readonly timeZone: string }) {
  const { t } = useTranslation()
  const written = values['quietHours'] ?? ''
  const hours = splitHours(written)
  const set = (changed: Partial<typeof hours>) => onChange({ quietHours: joinHours({ ...hours, ...changed }) })
  return (
    <Fieldset className={classes.group} legend={t('preference.quietHours')} variant="unstyled">
      <Group align="flex-end" gap="md">
        <Switch
          checked={written !== ''}
          className={classes.switch}
          disabled={disabled}
          label={t('preference.quiet')}
          onChange={(event) => onChange({ quietHours: event.currentTarget.checked ? joinHours(NIGHT) : '' })}
        />
        {written !== '' &&
          (['from', 'to'] as const).map((end) => (
            <TimeField
              disabled={disabled}
              key={end}
              label={end === 'from' ? t('preference.from') : t('preference.to')}
              name={`quietHours.${end}`}
              onChange={(time) => set({ [end]: time })}
              value={hours[end]}
            />
          ))}
        <span className={classes.zone}>
          {t('preference.timeZone')} <bdi dir="ltr">{timeZone}</bdi>
        </span>
      </Group>
    </Fieldset>
  )
}
