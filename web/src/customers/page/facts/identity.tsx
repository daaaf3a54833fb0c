import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../design/dialog.tsx'
import { Icon } from '../../../design/icons.tsx'
import { EditForm } from '../../../person/edit/edit-form.tsx'
import { PROFILE_FIELDS } from '../../../person/edit/fields.ts'
import { OwnFields } from '../../../person/own-fields.tsx'
import { ContactFacts } from '../../../person/person-card.tsx'
import { useWrite } from '../../../person/queries.ts'
import { VerifyContact } from '../../../person/verify-contact.tsx'
import { type Customer, useSession } from '../../../session/session.ts'

/** How a customer is reached and called, and the fields that the business added. */
export function Identity({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = useWrite()
  const [editing, setEditing] = useState(false)
  const mayWrite = may('customers:write') && !customer.restricted
  const close = () => setEditing(false)
  return (
    <Stack align="flex-start" gap="xs">
      <Group justify="space-between" w="100%">
        <Text c="dimmed" size="xs">
          {t('person.contact')}
        </Text>
        {mayWrite && (
          <Button
            data-edit
            leftSection={<Icon name="edit" size={14} />}
            onClick={() => setEditing(true)}
            size="compact-sm"
            variant="default"
          >
            {t('act.edit')}
          </Button>
        )}
      </Group>
      <ContactFacts customer={customer} />
      <VerifyContact customer={customer} />
      <OwnFields
        key={customer.version}
        mayWrite={mayWrite}
        on="person"
        onSave={(ownFields) => write((kith) => kith.customers.change({ customerId: customer.id, ownFields }))}
        values={customer.ownFields}
      />
      <Dialog onClose={close} opened={editing} size="lg" title={t('act.edit')}>
        <EditForm customer={customer} fields={PROFILE_FIELDS} onDone={close} />
      </Dialog>
    </Stack>
  )
}
