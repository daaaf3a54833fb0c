import { KithRefusal } from '@kith/sdk'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../design/states.tsx'
import { tell } from '../../design/tell.ts'
import { useUnsaved } from '../../design/unsaved.ts'
import { Conflict } from '../conflict.tsx'
import type { Values } from '../reconcile.ts'
import { ContactWishes } from './contact-wishes.tsx'
import { PreferenceItems } from './preference-items.tsx'
import classes from './preferences.module.css'
import type { Preferences, Schema } from './queries.ts'
import { QuietHours } from './quiet-hours.tsx'
import { type Change, toChange, valuesOf } from './said.ts'
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
export function PreferencesForm({ preferences, schema, disabled, legends, onChange, onReadAgain }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const words = usePreferenceWords(schema)
  const [base, setBase] = useState(preferences)
  const [mine, setMine] = useState<Values>(() => valuesOf(preferences))
  const [theirs, setTheirs] = useState<Preferences | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const touched = Object.entries(valuesOf(base)).some(([about, value]) => mine[about] !== value)
  useUnsaved(touched)
  const form = {
    disabled,
    onChange: (changed: Values) => setMine((before) => ({ ...before, ...changed })),
    schema,
    values: mine,
  }

  async function save(from: Preferences, values: Values) {
    const wanted = toChange(schema, valuesOf(from), values)
    setBusy(true)
    setRefused(null)
    try {
      const saved = wanted ? await onChange(wanted, from.version) : from
      setBase(saved)
      setMine(valuesOf(saved))
      tell(t('preference.saved'))
    } catch (error) {
      if (error instanceof KithRefusal && error.code === 'version_conflict') {
        setTheirs(await onReadAgain())
      } else setRefused(error)
    } finally {
      setBusy(false)
    }
  }
  if (theirs) {
    return (
      <Conflict
        {...words}
        base={valuesOf(base)}
        busy={busy}
        mine={mine}
        onBack={() => setTheirs(null)}
        onResolved={(values) => {
          setBase(theirs)
          setMine(values)
          setTheirs(null)
          void save(theirs, values)
        }}
        theirs={valuesOf(theirs)}
      />
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(base, mine)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        {refused !== null && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        {schema.items.length > 0 && <PreferenceItems {...form} legend={legends.items} />}
        <ContactWishes {...form} legend={legends.contact} />
        <QuietHours {...form} timeZone={base.timeZone} />
        {base.unfit.length > 0 && (
          <p className={classes.unfit}>
            {t('preference.unfit')} <bdi dir="ltr">{base.unfit.map(({ key }) => key).join(', ')}</bdi>
          </p>
        )}
        {!disabled && (
          <Group gap="xs">
            <Button disabled={!touched} loading={busy} type="submit">
              {t('act.save')}
            </Button>
            {touched && (
              <Button onClick={() => setMine(valuesOf(base))} variant="default">
                {t('preference.reset')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  )
}
