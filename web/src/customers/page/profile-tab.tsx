import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { EditForm } from '../../person/edit/edit-form.tsx'
import { PROFILE_FIELDS } from '../../person/edit/fields.ts'
import { OwnFields } from '../../person/own-fields.tsx'
import { PersonFacts } from '../../person/person-card.tsx'
import { useWrite } from '../../person/queries.ts'
import { type Customer, useSession } from '../../session/session.ts'

export function ProfileTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = useWrite()
  const [editing, setEditing] = useState(false)
  if (editing) return <EditForm customer={customer} fields={PROFILE_FIELDS} onDone={() => setEditing(false)} />
  return (
    <Stack align="flex-start" gap="lg">
      <PersonFacts customer={customer} />
      <OwnFields
        key={customer.version}
        mayWrite={may('customers:write') && !customer.restricted}
        on="person"
        onSave={(ownFields) => write((kith) => kith.customers.change({ customerId: customer.id, ownFields }))}
        values={customer.ownFields}
      />
      {may('customers:write') && !customer.restricted && (
        <Button
          leftSection={<Icon name="edit" size={16} />}
          onClick={() => setEditing(true)}
          size="sm"
          variant="default"
        >
          {t('act.edit')}
        </Button>
      )}
    </Stack>
  )
}
