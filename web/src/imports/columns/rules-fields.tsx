import type { Input } from '@kith/sdk'
import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '../imports.module.css'
import type { Import } from '../queries.ts'

const MATCHES = ['phone', 'email', 'number', 'externalId'] as const
const ENCODINGS = ['utf-8', 'windows-1256', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-6'] as const
const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

interface Props {
  readonly one: Import
  readonly onChange: (rules: Omit<Input<'imports.change'>, 'importId'>) => void
}

/** How the file is read, by what a row is an existing customer, and where its consents come from. */
export function RulesFields({ one, onChange }: Props) {
  const { t } = useTranslation()
  const hasConsents = one.columns.some(({ target }) => target?.startsWith('consent.'))
  const isUnread = one.rows === null
  const matching = (name: (typeof MATCHES)[number], on: boolean) =>
    onChange({ matchBy: on ? [...one.matchBy, name] : one.matchBy.filter((by) => by !== name) })
  return (
    <section aria-label={t('imports.rules')} className={classes.card}>
      <Stack gap="md">
        <Group align="end" gap="md">
          {isUnread && one.encoding && (
            <NativeSelect
              data={[...ENCODINGS]}
              label={t('imports.encoding')}
              onChange={(event) => onChange({ encoding: event.currentTarget.value as (typeof ENCODINGS)[number] })}
              value={one.encoding}
            />
          )}
          {isUnread && one.separator && (
            <NativeSelect
              data={Object.entries(SEPARATORS).map(([value, name]) => ({ value, label: t(`importSeparator.${name}`) }))}
              label={t('imports.separator')}
              onChange={(event) => onChange({ separator: event.currentTarget.value as keyof typeof SEPARATORS })}
              value={one.separator}
            />
          )}
          <NativeSelect
            data={(['day-first', 'month-first'] as const).map((value) => ({ value, label: t(`importDates.${value}`) }))}
            label={t('imports.dates')}
            onChange={(event) => onChange({ dates: event.currentTarget.value as Import['dates'] })}
            value={one.dates}
          />
          <NativeSelect
            data={(['skip', 'create'] as const).map((value) => ({ value, label: t(`importLikely.${value}`) }))}
            label={t('imports.likely')}
            onChange={(event) => onChange({ likely: event.currentTarget.value as Import['likely'] })}
            value={one.likely}
          />
        </Group>
        <Checkbox.Group label={t('imports.matchBy')} value={[...one.matchBy]}>
          <Group gap="md" mt={6}>
            {MATCHES.map((name) => (
              <Checkbox
                key={name}
                label={t(`importTarget.${name}`)}
                onChange={(event) => matching(name, event.currentTarget.checked)}
                value={name}
              />
            ))}
          </Group>
        </Checkbox.Group>
        {hasConsents && (
          <TextInput
            defaultValue={one.consentOrigin ?? ''}
            description={t('imports.originExplained')}
            label={t('imports.origin')}
            maxLength={200}
            onBlur={(event) => onChange({ consentOrigin: event.currentTarget.value.trim() || null })}
          />
        )}
        <Checkbox
          checked={one.tells}
          description={t('imports.tellsExplained')}
          label={t('imports.tells')}
          onChange={(event) => onChange({ tells: event.currentTarget.checked })}
        />
      </Stack>
    </section>
  )
}
