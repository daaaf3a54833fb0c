import { KithRefusal } from '@kith/sdk'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedFields } from '../../design/refused-fields.ts'
import { useReason } from '../../design/states.tsx'
import { Conflict } from '../conflict.tsx'
import type { Values } from '../reconcile.ts'
import { AddressFields } from './address-fields.tsx'
import { type Address, type AddressBook, useAddressWrite } from './book.ts'
import { type AddressField, emptyValues, isAddressField, toChange, toNew, valuesOf } from './fields.ts'

interface Props {
  readonly book: AddressBook
  /** Null for a new one. */
  readonly address: Address | null
  readonly onDone: () => void
}

/** Has the fields of the country; the server validates them. */
export function AddressForm({ book, address, onDone }: Props) {
  const { t } = useTranslation()
  const write = useAddressWrite(book)
  const reason = useReason()
  const [base, setBase] = useState(address)
  const [mine, setMine] = useState<Values>(() => (address ? valuesOf(address) : emptyValues(book.country)))
  const [theirs, setTheirs] = useState<Address | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // The error may be far above in a long form.
  useEffect(() => {
    if (refused !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')?.focus()
  }, [refused])
  const errors = refusedFields(refused)
  const elsewhere = refused !== null && !Object.keys(errors).some(isAddressField)

  async function save(from: Address | null, values: Values) {
    const change = from && toChange(from, values)
    if (from && !change) return onDone()
    setBusy(true)
    setRefused(null)
    try {
      await write(from && change ? book.change(from.id, change, from.version) : book.add(toNew(values)))
      onDone()
    } catch (error) {
      if (from && error instanceof KithRefusal && error.code === 'version_conflict') {
        setTheirs(await book.read(from.id))
      } else setRefused(error)
    } finally {
      setBusy(false)
    }
  }
  if (theirs && base) {
    return (
      <Conflict
        base={valuesOf(base)}
        busy={busy}
        label={(field) => t(`addressField.${field as AddressField}`)}
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
    <form onSubmit={submit} ref={form}>
      <Stack gap="md">
        {elsewhere && (
          <Alert color="red" role="alert" tabIndex={-1} variant="light">
            {Object.values(errors)[0] ?? reason(refused)}
          </Alert>
        )}
        <AddressFields
          errors={errors}
          isBrief={book.isOwn}
          onChange={(changed) => setMine((before) => ({ ...before, ...changed }))}
          values={mine}
        />
        <Group gap="xs" justify="flex-end">
          <Button onClick={onDone} variant="default">
            {t('act.cancel')}
          </Button>
          <Button loading={busy} type="submit">
            {t('act.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
