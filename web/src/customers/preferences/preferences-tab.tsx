import { KithRefusal } from '@kith/sdk'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows, useReason } from '../../design/states.tsx'
import { tell } from '../../design/tell.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { Conflict } from '../conflict.tsx'
import type { Values } from '../reconcile.ts'
import { ContactWishes } from './contact-wishes.tsx'
import { PreferenceItems } from './preference-items.tsx'
import classes from './preferences.module.css'
import { type Preferences, type Schema, useChangePreferences, usePreferenceSchema, usePreferences } from './queries.ts'
import { QuietHours } from './quiet-hours.tsx'
import { toChange, valuesOf } from './said.ts'
import { usePreferenceWords } from './words.ts'

/** What this person likes, and how they want to be spoken to. */
export function PreferencesTab({ customer: { id: customerId } }: { readonly customer: Customer }) {
  const schema = usePreferenceSchema()
  const preferences = usePreferences(customerId)
  const error = schema.error ?? preferences.error
  if (schema.data && preferences.data) {
    return <PreferencesForm key={customerId} preferences={preferences.data} schema={schema.data} />
  }
  if (error) return <Failure error={error} onRetry={() => Promise.all([schema.refetch(), preferences.refetch()])} />
  return <SkeletonRows rows={6} />
}

function PreferencesForm({ preferences, schema }: { readonly preferences: Preferences; readonly schema: Schema }) {
  const { t } = useTranslation()
  const { kith, may } = useSession()
  const change = useChangePreferences()
  const reason = useReason()
  const words = usePreferenceWords(schema)
  const [base, setBase] = useState(preferences)
  const [mine, setMine] = useState<Values>(() => valuesOf(preferences))
  const [theirs, setTheirs] = useState<Preferences | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const touched = Object.entries(valuesOf(base)).some(([about, value]) => mine[about] !== value)
  const form = {
    disabled: !may('customers:write'),
    onChange: (changed: Values) => setMine((before) => ({ ...before, ...changed })),
    schema,
    values: mine,
  }

  async function save(from: Preferences, values: Values) {
    const wanted = toChange(schema, from, valuesOf(from), values)
    setBusy(true)
    setRefused(null)
    try {
      const saved = wanted ? await change(wanted, from.version) : from
      setBase(saved)
      setMine(valuesOf(saved))
      tell(t('preference.saved'))
    } catch (error) {
      if (error instanceof KithRefusal && error.code === 'version_conflict') {
        setTheirs(await kith.getCustomersPreferences({ customerId: from.customerId }))
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
        {schema.items.length > 0 && <PreferenceItems {...form} />}
        <ContactWishes {...form} />
        <QuietHours {...form} timeZone={base.timeZone} />
        {base.unfit.length > 0 && (
          <p className={classes.unfit}>
            {t('preference.unfit')} <bdi dir="ltr">{base.unfit.map(({ key }) => key).join(', ')}</bdi>
          </p>
        )}
        {!form.disabled && (
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
