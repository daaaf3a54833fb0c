import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useNotifyFailure } from '../../design/notify.ts'
import { Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useAddressName } from './address-card.tsx'
import classes from './addresses.module.css'
import { type Address, type AddressBook, useAddresses, useAddressWrite } from './book.ts'

/** Deleted addresses, which can be restored. */
export function DeletedAddresses({ book }: { readonly book: AddressBook }) {
  const { t } = useTranslation()
  const number = useNumber()
  const [opened, { toggle }] = useDisclosure(false)
  const { data } = useAddresses(book, { deleted: true })
  if (!data || data.items.length === 0) return null
  return (
    <Stack gap="xs">
      <UnstyledButton aria-expanded={opened} className={classes.disclosure} onClick={toggle}>
        <Icon name={opened ? 'up' : 'down'} size={16} />
        {t('address.deletedOnes', { count: data.items.length, number: number(data.items.length) })}
      </UnstyledButton>
      {opened && data.items.map((address) => <Deleted address={address} book={book} key={address.id} />)}
    </Stack>
  )
}

function Deleted({ book, address }: { readonly book: AddressBook; readonly address: Address }) {
  const { t } = useTranslation()
  const write = useAddressWrite(book)
  const notifyFailure = useNotifyFailure()
  const name = useAddressName(address)
  return (
    <Group className={classes.deleted} justify="space-between" wrap="nowrap">
      <Text size="sm">
        <Name>{name}</Name>{' '}
        <Text c="dimmed" component="bdi" dir="auto" size="sm">
          {address.formatted.text}
        </Text>{' '}
        <Text c="dimmed" component="span" size="xs">
          {address.deletedAt && <Moment at={address.deletedAt} />}
        </Text>
      </Text>
      {book.mayWrite && (
        <Button
          flex="none"
          leftSection={<Icon name="undo" size={14} />}
          onClick={() => write(book.restore(address.id)).catch(notifyFailure)}
          size="compact-sm"
          variant="default"
        >
          {t('act.restore')}
        </Button>
      )}
    </Group>
  )
}
