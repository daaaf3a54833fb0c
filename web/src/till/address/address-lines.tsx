import type { Output } from '@kith/sdk'
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify, useNotifyFailure } from '../../design/notify.ts'
import { Name } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import classes from './address.module.css'
import { useAddressesChanged } from './use-addresses.ts'

type Address = Output<'addresses.list'>['items'][number]

/** The customer's addresses, the default first, with a way to change the default. */
export function AddressLines({ addresses }: { readonly addresses: readonly Address[] }) {
  return (
    <ul className={classes.lines}>
      {addresses.map((address) => (
        <Line address={address} key={address.id} />
      ))}
    </ul>
  )
}

function Line({ address }: { readonly address: Address }) {
  const { t, i18n } = useTranslation()
  const { kith, may } = useSession()
  const changed = useAddressesChanged(address.customerId)
  const notifyFailure = useNotifyFailure()
  const [busy, setBusy] = useState(false)
  const { id: addressId, customerId, type, isDefault, formatted, formatted2 } = address
  const written = ((i18n.language === 'ar' && formatted2) || (formatted.lines.length > 0 ? formatted : formatted2))
    ?.lines

  async function makeDefault() {
    setBusy(true)
    try {
      await kith.addresses.makeDefault({ customerId, addressId })
      await changed()
      notify(t('quickAddress.defaultChanged'))
    } catch (error) {
      notifyFailure(error)
    }
    setBusy(false)
  }
  return (
    <li className={classes.line}>
      <div>
        <Text c="dimmed" component="span" size="xs">
          {t(`addressType.${type}`)}
        </Text>
        <Text component="div" size="sm">
          <Name>{written?.join(t('quickAddress.comma')) ?? ''}</Name>
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {isDefault && <span className={classes.isDefault}>{t('quickAddress.default')}</span>}
        {!isDefault && may('addresses:write') && (
          <Button loading={busy} onClick={makeDefault} size="compact-sm" variant="subtle">
            {t('quickAddress.makeDefault')}
          </Button>
        )}
      </Group>
    </li>
  )
}
