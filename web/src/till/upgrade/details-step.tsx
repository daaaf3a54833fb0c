import { Button, Divider, Group, Input, SegmentedControl, SimpleGrid, Skeleton, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedFields } from '../../design/refused-fields.ts'
import { Phone } from '../../design/written.tsx'
import { LANGUAGES } from '../../language/language.ts'
import { useSession } from '../../session/session.ts'
import { RefusedAlert } from '../refused-alert.tsx'
import { type GivenPreferences, PreferenceFields } from './preference-fields.tsx'

const FIELDS = ['firstName', 'lastName', 'email'] as const
export interface Details extends Readonly<Record<(typeof FIELDS)[number], string>> {
  readonly locale: 'en' | 'ar'
  readonly wishes: GivenPreferences
}

interface Props {
  readonly phone: string
  readonly details: Details
  readonly proved: boolean
  readonly refused: unknown
  readonly busy: boolean
  readonly onChange: (details: Details) => void
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

/** The fields of a full customer besides name and phone. */
export function DetailsStep({ phone, details, proved, refused, busy, onChange, onSubmit, onCancel }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const languageLabel = useId()
  const errors = refusedFields(refused)
  const schema = useQuery({
    queryKey: ['preference schema'],
    queryFn: ({ signal }) => kith.preferences.readSchema({}, { signal }),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {Object.keys(errors).length === 0 && <RefusedAlert error={refused} />}
        <SimpleGrid cols={2} spacing="sm">
          {FIELDS.map((field) => (
            <TextInput
              autoComplete="off"
              autoFocus={field === 'email'}
              classNames={field === 'email' ? { input: 'kith-code-input' } : {}}
              data-autofocus={field === 'email' || undefined}
              error={errors[field]}
              key={field}
              label={t(`field.${field}`)}
              name={field}
              onChange={(event) => onChange({ ...details, [field]: event.currentTarget.value })}
              required={field !== 'lastName'}
              value={details[field]}
            />
          ))}
          <Input.Wrapper label={t('field.locale')} labelElement="div" labelProps={{ id: languageLabel }}>
            <SegmentedControl
              aria-labelledby={languageLabel}
              data={LANGUAGES.map((value) => ({ value, label: t(`locale.${value}`) }))}
              fullWidth
              onChange={(locale) => onChange({ ...details, locale: locale as Details['locale'] })}
              value={details.locale}
            />
          </Input.Wrapper>
        </SimpleGrid>
        {schema.isPending && <Skeleton height={64} />}
        {schema.data && schema.data.items.length > 0 && (
          <>
            <Divider label={t('upgrade.preferences')} labelPosition="left" />
            <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'end' }}>
              <PreferenceFields
                items={schema.data.items}
                onChange={(key, value) => onChange({ ...details, wishes: { ...details.wishes, [key]: value } })}
                values={details.wishes}
              />
            </SimpleGrid>
          </>
        )}
        <Group gap="xs" justify="flex-end" mt="xs">
          <Button onClick={onCancel} variant="default">
            {t('act.cancel')}
          </Button>
          <Button loading={busy} rightSection={<kbd dir="ltr">Enter</kbd>} type="submit">
            {proved ? (
              t('upgrade.finish')
            ) : (
              <>
                {t('upgrade.send')}&nbsp;
                <Phone>{phone}</Phone>
              </>
            )}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
