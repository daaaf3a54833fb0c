import { Alert, Button, Group, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedFields } from '../../design/refused-fields.ts'
import { useReason } from '../../design/states.tsx'
import { Conflict } from '../../person/edit/conflict.tsx'
import { useVersionedEdit } from '../../person/edit/use-versioned-edit.ts'
import { OwnInputs, type OwnValues, ownFieldsOf } from '../../person/own-fields.tsx'
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
  const [own, setOwn] = useState<OwnValues>({})
  const { busy, conflict, mine, onChange, refused, submit } = useVersionedEdit<Address | null>({
    start: address,
    valuesOf: (one) => (one ? valuesOf(one) : emptyValues(book.country)),
    async write(from, values) {
      const change = from && toChange(from, values)
      if (!from) await write(book.add({ ...toNew(values), ...ownFieldsOf(own) }))
      else if (change) await write(book.change(from.id, change, from.version))
      onDone()
      return undefined
    },
    read: async (from) => from && book.read(from.id),
  })
  const form = useRef<HTMLFormElement>(null)
  // The error may be far above in a long form.
  useEffect(() => {
    if (refused !== null) form.current?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]')?.focus()
  }, [refused])
  const errors = refusedFields(refused)
  const elsewhere = refused !== null && !Object.keys(errors).some(isAddressField)
  if (conflict) return <Conflict {...conflict} label={(field) => t(`addressField.${field as AddressField}`)} />
  return (
    <form onSubmit={submit} ref={form}>
      <Stack gap="md">
        {elsewhere && (
          <Alert color="red" role="alert" tabIndex={-1} variant="light">
            {Object.values(errors)[0] ?? reason(refused)}
          </Alert>
        )}
        <AddressFields errors={errors} isBrief={book.isOwn} onChange={onChange} values={mine} />
        {address === null && !book.isOwn && <OwnInputs on="address" onChange={setOwn} refused={refused} values={own} />}
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
