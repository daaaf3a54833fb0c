import { Fieldset, Group, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormPart } from './preference-items.tsx'
import classes from './preferences.module.css'
import { joinHours, splitHours } from './said.ts'

const NIGHT = { from: '22:00', to: '07:00' }

/** When nothing is sent to them. */
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
            <TextInput
              classNames={{ input: 'kith-code-input' }}
              disabled={disabled}
              key={end}
              label={end === 'from' ? t('preference.from') : t('preference.to')}
              onChange={(event) => set({ [end]: event.currentTarget.value })}
              type="time"
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
