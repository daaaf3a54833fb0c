import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TypedDayField } from '../../design/dates/typed-day-field.tsx'
import { notify } from '../../design/notify.ts'
import { Day, Name } from '../../design/written.tsx'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import classes from '../account-page.module.css'
import { NameFields, type Names, namesOf } from '../name-fields.tsx'
import { type OwnProfile, useReload } from '../own.ts'
import { Section } from '../section.tsx'

/** The customer's name in both scripts and date of birth, which they can correct themselves. */
export function OwnName() {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const { data } = useQuery({ queryKey: ['own', 'profile'], queryFn: () => login.customers.readOwn() })
  if (!data) return null
  return (
    <Section title={t('account.name')}>
      {changing ? (
        <Change onDone={() => setChanging(false)} profile={data} />
      ) : (
        <ul className={classes.list}>
          <li className={classes.item}>
            <div className={classes.what}>
              <Name>{[data.firstName, data.lastName].filter(Boolean).join(' ')}</Name>
              {data.name2 && (
                <Text c="dimmed" size="sm">
                  <Name>{data.name2}</Name>
                </Text>
              )}
              {data.birthDate && (
                <Text c="dimmed" size="sm">
                  {t('field.birthDate')}: <Day>{data.birthDate}</Day>
                </Text>
              )}
            </div>
            <Button
              aria-label={`${t('account.change')} ${t('account.name')}`}
              data-change="name"
              onClick={() => setChanging(true)}
              size="compact-sm"
              variant="default"
            >
              {t('account.change')}
            </Button>
          </li>
        </ul>
      )}
    </Section>
  )
}

function Change({ profile, onDone }: { readonly profile: OwnProfile; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, fields, submit } = useSending()
  const [names, setNames] = useState<Names>({ firstName: profile.firstName, lastName: profile.lastName ?? '' })
  const [name2, setName2] = useState(profile.name2 ?? '')
  const [birthDate, setBirthDate] = useState(profile.birthDate ?? '')
  const save = async () => {
    await login.customers.changeOwn({
      lastName: null,
      ...namesOf(names),
      name2: name2.trim() || null,
      birthDate: birthDate || null,
    })
    await reload()
    onDone()
    notify(t('account.contactSaved'))
  }
  return (
    <form data-own-name noValidate onSubmit={submit(save)}>
      <Stack gap="sm">
        <FormError>{formError}</FormError>
        <NameFields errors={fields} onChange={setNames} value={names} />
        <TextInput
          dir="rtl"
          error={fields['name2']}
          label={t('field.name2')}
          lang="ar"
          name="name2"
          onChange={(event) => setName2(event.currentTarget.value)}
          value={name2}
        />
        <TypedDayField
          autoComplete="bday"
          error={fields['birthDate']}
          label={t('field.birthDate')}
          name="birthDate"
          onChange={setBirthDate}
          value={birthDate}
        />
        <Group gap="xs">
          <Button loading={busy} type="submit">
            {t('act.save')}
          </Button>
          <Button onClick={onDone} variant="default">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
