import { Group, Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTimeZone } from '../../language/here.ts'
import { momentOf, wallOf } from '../../language/zone.ts'
import { DayField } from './day-field.tsx'
import { TimeField } from './time-field.tsx'

interface Props {
  readonly value: number | null
  readonly onChange: (moment: number | null) => void
  readonly name: string
  readonly label: string
  readonly hidesLabel?: boolean
  readonly description?: string
  readonly clearable?: boolean
  readonly size?: 'xs' | 'sm'
}

/** A past time, in the time zone of the business. */
export function MomentField({ value, onChange, name, label, hidesLabel, description, clearable, size = 'sm' }: Props) {
  const { t } = useTranslation()
  const timeZone = useTimeZone()
  const now = Date.now()
  const { day, time } = value === null ? { day: '', time: '' } : wallOf(value, timeZone)
  const set = (change: { readonly day?: string; readonly time?: string }) => {
    const wall = { ...wallOf(value ?? now, timeZone), ...change }
    onChange(wall.day === '' ? null : Math.min(momentOf(wall, timeZone), now))
  }
  return (
    <Input.Wrapper description={description} label={hidesLabel ? undefined : label} labelElement="div">
      <Group gap="xs" mt={hidesLabel ? 0 : 4} wrap="nowrap">
        <DayField
          clearable={clearable ?? false}
          hidesLabel
          label={`${label}: ${t('date.day')}`}
          max={wallOf(now, timeZone).day}
          name={`${name}Day`}
          onChange={(chosen) => set({ day: chosen })}
          size={size}
          value={day}
        />
        <TimeField
          aria-label={`${label}: ${t('date.time')}`}
          name={`${name}Time`}
          onChange={(typed) => set({ time: typed })}
          size={size}
          value={time}
        />
      </Group>
    </Input.Wrapper>
  )
}
