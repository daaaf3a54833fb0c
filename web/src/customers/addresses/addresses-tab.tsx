import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, NoPermission, SkeletonRows } from '../../design/states.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { AddressCard } from './address-card.tsx'
import { AddressForm } from './address-form.tsx'
import classes from './addresses.module.css'
import { DeletedAddresses } from './deleted-addresses.tsx'
import { type Address, useAddresses } from './queries.ts'

/** Where this person lives and works. */
export function AddressesTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch } = useAddresses(customer.id, { deleted: false })
  const [editing, setEditing] = useState<Address | 'new' | null>(null)
  if (!may('addresses:read')) return <NoPermission />
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  const add = may('addresses:write') && (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setEditing('new')} size="sm" variant="default">
      {t('address.add')}
    </Button>
  )
  return (
    <Stack gap="md">
      {data.items.length === 0 ? (
        <Empty action={add} icon="place" title={t('address.none')} />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <ul className={classes.cards}>
            {data.items.map((address) => (
              <li key={address.id}>
                <AddressCard address={address} onEdit={() => setEditing(address)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <DeletedAddresses customerId={customer.id} />
      <Dialog
        onClose={() => setEditing(null)}
        opened={editing !== null}
        size="xl"
        title={editing === 'new' ? t('address.add') : t('address.change')}
      >
        {editing !== null && (
          <AddressForm
            address={editing === 'new' ? null : editing}
            customer={customer}
            onDone={() => setEditing(null)}
          />
        )}
      </Dialog>
    </Stack>
  )
}
