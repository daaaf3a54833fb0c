import { KithRefusal } from '@kith/sdk'
import { Alert, Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhoneField } from '../design/phone-field.tsx'
import { refusedFields } from '../design/refused-fields.ts'
import { useReason } from '../design/states.tsx'
import { useUnsaved } from '../design/unsaved.ts'
import type { Waiting } from '../offline/waiting.ts'
import { OwnInputs, type OwnValues, ownFieldsOf } from '../person/own-fields.tsx'
import { SamePerson } from '../person/same-person.tsx'
import { useSameKey } from '../reach/same-key.ts'
import { useMakeOrKeep } from './kept/make-or-keep.ts'
import { type NewPerson, personFrom } from './typed.ts'

const FIELDS = ['firstName', 'lastName', 'phone'] as const

interface Props {
  readonly typed: string
  readonly onMade: (id: string, name: string) => void
  readonly onKept: (entry: Waiting) => void
  readonly onPerson: (id: string) => void
  readonly onCancel: () => void
}

/** Makes a customer of the typed text. Enter goes to missing fields, and saves when there are none. */
export function NewStub({ typed, onMade, onKept, onPerson, onCancel }: Props) {
  const { t } = useTranslation()
  const make = useMakeOrKeep()
  const reason = useReason()
  const form = useRef<HTMLFormElement>(null)
  const keyFor = useSameKey()
  const [person, setPerson] = useState<NewPerson>(() => personFrom(typed))
  const [started] = useState(person)
  const [own, setOwn] = useState<OwnValues>({})
  const { ownFields } = ownFieldsOf(own)
  useUnsaved(FIELDS.some((field) => person[field] !== started[field]) || ownFields !== undefined)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const errors = refusedFields(refused)
  const change = (part: Partial<NewPerson>) => {
    setRefused(null)
    setPerson((before) => ({ ...before, ...part }))
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    const missing = (['firstName', 'phone'] as const).find((field) => !person[field].trim())
    if (missing) return form.current?.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus()
    const { firstName, lastName, phone } = person
    setBusy(true)
    try {
      const named = { firstName, phone, ...(lastName.trim() && { lastName }) }
      const stub = { type: 'stub' as const, channel: 'till' as const, ...named, ...(ownFields && { ownFields }) }
      const made = await make(stub, keyFor(stub))
      if ('provisional' in made) onKept(made)
      else onMade(made.id, made.name)
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }

  const holder = refused instanceof KithRefusal ? refused.problem['customerId'] : undefined
  return (
    <form onSubmit={save} ref={form}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('till.newPerson')}
        </Title>
        {refused !== null && Object.keys(errors).length === 0 && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        <Group align="flex-start" grow>
          <TextInput
            autoComplete="off"
            autoFocus={!started.firstName}
            error={errors['firstName']}
            label={t('field.firstName')}
            name="firstName"
            onChange={(event) => change({ firstName: event.currentTarget.value })}
            value={person.firstName}
          />
          <TextInput
            autoComplete="off"
            error={errors['lastName']}
            label={t('field.lastName')}
            name="lastName"
            onChange={(event) => change({ lastName: event.currentTarget.value })}
            value={person.lastName}
          />
        </Group>
        <PhoneField
          autoComplete="off"
          autoFocus={Boolean(started.firstName)}
          error={errors['phone']}
          label={t('field.phone')}
          name="phone"
          onChange={(phone) => change({ phone })}
          value={person.phone}
        />
        <OwnInputs
          on="person"
          onChange={(values) => {
            setRefused(null)
            setOwn(values)
          }}
          refused={refused}
          values={own}
        />
        {typeof holder === 'string' && (
          <Button onClick={() => onPerson(holder)} variant="light">
            {t('till.openHolder')}
          </Button>
        )}
        <SamePerson onPerson={onPerson} person={person} />
        <Group gap="xs" mt="xs">
          <Button loading={busy} rightSection={<kbd dir="ltr">Enter</kbd>} type="submit">
            {t('till.create')}
          </Button>
          <Button onClick={onCancel} rightSection={<kbd dir="ltr">Esc</kbd>} variant="default">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
