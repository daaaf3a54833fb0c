import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useTellFailure } from '../../design/tell.ts'
import { Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { useAddressName } from './address-card.tsx'
import classes from './addresses.module.css'
import { type Address, useAddresses, useAddressWrite } from './queries.ts'

/** Nothing is gone: what was deleted can be had back. */
export function DeletedAddresses({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const number = useNumber()
  const [opened, { toggle }] = useDisclosure(false)
  const { data } = useAddresses(customerId, { deleted: true })
  if (!data || data.items.length === 0) return null
  return (
    <Stack gap="xs">
      <UnstyledButton aria-expanded={opened} className={classes.disclosure} onClick={toggle}>
        <Icon name={opened ? 'up' : 'down'} size={16} />
        {t('address.deletedOnes', { count: data.items.length, number: number(data.items.length) })}
      </UnstyledButton>
      {opened && data.items.map((address) => <Deleted address={address} key={address.id} />)}
    </Stack>
  )
}

function Deleted({ address }: { readonly address: Address }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = useAddressWrite(address.customerId)
  const tellFailure = useTellFailure()
  const which = { customerId: address.customerId, addressId: address.id }
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
      {may('addresses:write') && (
        <Button
          leftSection={<Icon name="undo" size={14} />}
          onClick={() => write((kith) => kith.postCustomersAddressesRestore(which)).catch(tellFailure)}
          size="compact-sm"
          variant="default"
        >
          {t('act.restore')}
        </Button>
      )}
    </Group>
  )
}
