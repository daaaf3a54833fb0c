import { KithRefusal } from '@kith/sdk'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedFields } from '../design/refused-fields.ts'
import { useReason } from '../design/states.tsx'
import { leave, useUnsaved } from '../design/unsaved.ts'
import { type Customer, useSession } from '../session/session.ts'
import { Conflict } from './conflict.tsx'
import { EditField } from './edit-field.tsx'
import classes from './edit-form.module.css'
import { type Field, valuesOf } from './fields.ts'
import { useWrite } from './queries.ts'
import { changes, type Values } from './reconcile.ts'

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
  const reason = useReason()
  const [base, setBase] = useState(customer)
  const [mine, setMine] = useState<Values>(() => valuesOf(customer, fields))
  const [theirs, setTheirs] = useState<Customer | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const errors = refusedFields(refused)
  const isChanged = Object.keys(changes(valuesOf(base, fields), mine)).length > 0
  useUnsaved(isChanged)

  async function save(from: Customer, values: Values) {
    const change = changes(valuesOf(from, fields), values)
    if (Object.keys(change).length === 0) return onDone()
    setBusy(true)
    setRefused(null)
    try {
      const input = { customerId: from.id, ...change }
      await write((kith) => kith.customers.change(input as never, { ifMatch: from.version }))
      onDone()
    } catch (error) {
      if (error instanceof KithRefusal && error.code === 'version_conflict') {
        setTheirs(await kith.customers.get({ customerId: from.id }))
      } else setRefused(error)
    } finally {
      setBusy(false)
    }
  }

  if (theirs) {
    return (
      <Conflict
        base={valuesOf(base, fields)}
        busy={busy}
        mine={mine}
        onBack={() => setTheirs(null)}
        onResolved={(values) => {
          setBase(theirs)
          setMine(values)
          setTheirs(null)
          void save(theirs, values)
        }}
        theirs={valuesOf(theirs, fields)}
      />
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(base, mine)
  }
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
                onChange={(value) => setMine((before) => ({ ...before, [field]: value }))}
                value={mine[field] ?? ''}
              />
            ))}
        </div>
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
