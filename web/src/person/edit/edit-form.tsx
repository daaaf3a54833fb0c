import { Alert, Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { refusedFields } from '../../design/refused-fields.ts'
import { useReason } from '../../design/states.tsx'
import { leave, useUnsaved } from '../../design/unsaved.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { useValueWord } from '../history-words.tsx'
import { useWrite } from '../queries.ts'
import { FIELDS as COMPARED, SamePerson } from '../same-person.tsx'
import { Conflict } from './conflict.tsx'
import { EditField } from './edit-field.tsx'
import classes from './edit-form.module.css'
import { type Field, valuesOf } from './fields.ts'
import { changes, type Values } from './reconcile.ts'
import { useVersionedEdit } from './use-versioned-edit.ts'

interface Props {
  readonly customer: Customer
  readonly fields: readonly Field[]
  readonly onDone: () => void
}

/** Saves only changed fields, and only if no other user changed them meanwhile. */
export function EditForm({ customer, fields, onDone }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const write = useWrite()
  const word = useValueWord()
  const reason = useReason()
  const { busy, conflict, isChanged, mine, onChange, refused, submit } = useVersionedEdit({
    start: customer,
    valuesOf: (one) => valuesOf(one, fields),
    async write(from, values) {
      const change = changes(valuesOf(from, fields), values)
      const input = { customerId: from.id, ...change }
      if (Object.keys(change).length > 0) {
        await write((kith) => kith.customers.change(input as never, { ifMatch: from.version }))
      }
      onDone()
      return undefined
    },
    read: ({ id }) => kith.customers.get({ customerId: id }),
  })
  const errors = refusedFields(refused)
  useUnsaved(isChanged)
  if (conflict)
    return <Conflict {...conflict} word={(field, value) => (field === 'locale' ? word(field, value) : value)} />
  return (
    <form
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave(onDone, isChanged)
      }}
      onSubmit={submit}
    >
      <Stack gap="sm">
        {refused !== null && Object.keys(errors).length === 0 && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        <div className={classes.fields}>
          {fields
            .filter((field) => field in mine)
            .map((field, index) => (
              <EditField
                autoFocus={index === 0}
                error={errors[field]}
                field={field}
                key={field}
                onChange={(value) => onChange({ [field]: value })}
                value={mine[field] ?? ''}
              />
            ))}
        </div>
        <SamePerson except={customer.id} person={newlyTyped(valuesOf(customer, fields), mine)} />
        <Group gap="xs" mt="xs">
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

/** What is compared, once any of it has changed. */
function newlyTyped(before: Values, now: Values): Readonly<Partial<Record<(typeof COMPARED)[number], string>>> {
  if (COMPARED.every((field) => (now[field] ?? '') === (before[field] ?? ''))) return {}
  return Object.fromEntries(COMPARED.flatMap((field) => (now[field] ? [[field, now[field]]] : [])))
}
