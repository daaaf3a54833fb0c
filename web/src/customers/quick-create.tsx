import { Alert, Button, Group, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import { refusedFields } from '../design/refused-fields.ts'
import { useReason } from '../design/states.tsx'
import { EditField } from '../person/edit/edit-field.tsx'
import { OwnInputs, type OwnValues, ownFieldsOf } from '../person/own-fields.tsx'
import { useWrite } from '../person/queries.ts'
import { SamePerson } from '../person/same-person.tsx'

const FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const
const NOTHING: Readonly<Record<(typeof FIELDS)[number], string>> = { firstName: '', lastName: '', phone: '', email: '' }

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

export function QuickCreate({ opened, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} opened={opened} title={t('customers.new')}>
      <Fields onClose={onClose} />
    </Dialog>
  )
}

function Fields({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const reason = useReason()
  const navigate = useNavigate()
  const [values, setValues] = useState(NOTHING)
  const [own, setOwn] = useState<OwnValues>({})
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const errors = refusedFields(refused)

  async function save(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim()))
      const { id } = await write((kith) => kith.customers.create({ type: 'stub', ...given, ...ownFieldsOf(own) }))
      onClose()
      await navigate({ to: '/customers/$customerId', params: { customerId: id }, ignoreBlocker: true })
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        {refused !== null && Object.keys(errors).length === 0 && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        {FIELDS.map((field) => (
          <EditField
            autoFocus={false}
            error={errors[field]}
            field={field}
            key={field}
            onChange={(value) => setValues((before) => ({ ...before, [field]: value }))}
            value={values[field]}
          />
        ))}
        <OwnInputs on="person" onChange={setOwn} refused={refused} values={own} />
        <SamePerson
          onPerson={(customerId) => {
            onClose()
            void navigate({ to: '/customers/$customerId', params: { customerId }, ignoreBlocker: true })
          }}
          person={values}
        />
        <Group gap="xs" justify="flex-end" mt="xs">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button loading={busy} type="submit">
            {t('customers.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
