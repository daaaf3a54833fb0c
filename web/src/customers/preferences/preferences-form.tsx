import { Alert, Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { useReason } from '../../design/states.tsx'
import { useUnsaved } from '../../design/unsaved.ts'
import { Conflict } from '../../person/edit/conflict.tsx'
import { useVersionedEdit } from '../../person/edit/use-versioned-edit.ts'
import { ContactPreferences } from './contact-preferences.tsx'
import { type Change, toChange, valuesOf } from './form-values.ts'
import { PreferenceItems } from './preference-items.tsx'
import classes from './preferences.module.css'
import type { Preferences, Schema } from './queries.ts'
import { QuietHours } from './quiet-hours.tsx'
import { usePreferenceWords } from './words.ts'

interface Props {
  readonly preferences: Preferences
  readonly schema: Schema
  readonly disabled: boolean
  readonly legends: { readonly items: string; readonly contact: string }
  readonly onChange: (change: Change, version: number) => Promise<Preferences>
  readonly onReadAgain: () => Promise<Preferences>
}

/** For staff and for the customer; concurrent changes are shown side by side. */
export function PreferencesForm({ preferences, schema, disabled, legends, onChange: save, onReadAgain }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const words = usePreferenceWords(schema)
  const { base, busy, conflict, isChanged, mine, onChange, refused, reset, submit } = useVersionedEdit({
    start: preferences,
    valuesOf,
    async write(from, values) {
      const wanted = toChange(schema, valuesOf(from), values)
      const saved = wanted ? await save(wanted, from.version) : from
      notify(t('preference.saved'))
      return saved
    },
    read: onReadAgain,
  })
  useUnsaved(isChanged)
  if (conflict) return <Conflict {...words} {...conflict} />
  const form = { disabled, onChange, schema, values: mine }
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        {refused !== null && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        {schema.items.length > 0 && <PreferenceItems {...form} legend={legends.items} />}
        <ContactPreferences {...form} legend={legends.contact} />
        <QuietHours {...form} timeZone={base.timeZone} />
        {base.unfit.length > 0 && (
          <p className={classes.unfit}>
            {t('preference.unfit')} <bdi dir="ltr">{base.unfit.map(({ key }) => key).join(', ')}</bdi>
          </p>
        )}
        {!disabled && (
          <Group gap="xs">
            <Button disabled={!isChanged} loading={busy} type="submit">
              {t('act.save')}
            </Button>
            {isChanged && (
              <Button onClick={reset} variant="default">
                {t('preference.reset')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  )
}
