import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Empty } from '../../design/states.tsx'
import { EditForm } from '../../person/edit/edit-form.tsx'
import { type Customer, useSession } from '../../session/session.ts'

const FIELDS = ['notes'] as const

export function NotesTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [editing, setEditing] = useState(false)
  if (editing) return <EditForm customer={customer} fields={FIELDS} onDone={() => setEditing(false)} />
  const edit = may('customers:write') && (
    <Button leftSection={<Icon name="edit" size={16} />} onClick={() => setEditing(true)} size="sm" variant="default">
      {customer.notes ? t('act.edit') : t('person.addNote')}
    </Button>
  )
  if (!customer.notes) return <Empty action={edit} icon="edit" title={t('person.noNotes')} />
  return (
    <Stack align="flex-start" gap="md">
      <Text dir="auto" size="md" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} w="100%">
        {customer.notes}
      </Text>
      {edit}
    </Stack>
  )
}
