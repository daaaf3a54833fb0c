import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Drawing } from '../../design/drawing.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { AddressCard } from './address-card.tsx'
import { AddressForm } from './address-form.tsx'
import classes from './addresses.module.css'
import { type Address, type AddressBook, useAddresses } from './book.ts'
import { DeletedAddresses } from './deleted-addresses.tsx'

/** All addresses of the book, with their actions. */
export function AddressCards({ book }: { readonly book: AddressBook }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAddresses(book, { deleted: false })
  const [editing, setEditing] = useState<Address | 'new' | null>(null)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const add = book.mayWrite && (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setEditing('new')} size="sm" variant="default">
      {t('address.add')}
    </Button>
  )
  return (
    <Stack gap="md">
      {data.items.length === 0 ? (
        <Empty action={add} drawing={<Drawing of="place" />} title={t('address.none')} />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <ul className={classes.cards}>
            {data.items.map((address) => (
              <li key={address.id}>
                <AddressCard address={address} book={book} onEdit={() => setEditing(address)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <DeletedAddresses book={book} />
      <Dialog
        onClose={() => setEditing(null)}
        opened={editing !== null}
        size={book.isOwn ? 'lg' : 'xl'}
        title={editing === 'new' ? t('address.add') : t('address.change')}
      >
        {editing !== null && (
          <AddressForm address={editing === 'new' ? null : editing} book={book} onDone={() => setEditing(null)} />
        )}
      </Dialog>
    </Stack>
  )
}
