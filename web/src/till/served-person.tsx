import { Button, Divider, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EditForm } from '../customers/edit-form.tsx'
import { type Field, PROFILE_FIELDS } from '../customers/fields.ts'
import { PersonFacts, PersonHeading } from '../customers/person-card.tsx'
import { useCustomer } from '../customers/queries.ts'
import { Icon } from '../design/icons.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { useSession } from '../session/session.ts'

const FIELDS: readonly Field[] = [...PROFILE_FIELDS, 'notes']

interface Props {
  readonly customerId: string
  readonly editing: boolean
  readonly onEditing: (editing: boolean) => void
  readonly onDone: () => void
}

/** The person at the counter. */
export function ServedPerson({ customerId, editing, onEditing, onDone }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data: customer, error, refetch } = useCustomer(customerId)
  if (error) return <Failure error={error} onRetry={refetch} />
  if (!customer) return <SkeletonRows rows={5} />
  return (
    <Stack gap="lg">
      <PersonHeading customer={customer} />
      {editing ? (
        <EditForm customer={customer} fields={FIELDS} onDone={() => onEditing(false)} />
      ) : (
        <>
          <Group gap="xs">
            {may('customers:write') && (
              <Button
                leftSection={<Icon name="edit" size={16} />}
                onClick={() => onEditing(true)}
                rightSection={<kbd dir="ltr">F4</kbd>}
                size="sm"
                variant="default"
              >
                {t('act.edit')}
              </Button>
            )}
            <Button
              component={Link}
              params={{ customerId } as never}
              size="sm"
              to="/customers/$customerId"
              variant="default"
            >
              {t('till.openProfile')}
            </Button>
            <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} size="sm" variant="subtle">
              {t('till.next')}
            </Button>
          </Group>
          <Divider />
          <PersonFacts customer={customer} />
          {customer.notes && (
            <div>
              <Text c="dimmed" size="xs">
                {t('field.notes')}
              </Text>
              <Text dir="auto" size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {customer.notes}
              </Text>
            </div>
          )}
        </>
      )}
    </Stack>
  )
}
