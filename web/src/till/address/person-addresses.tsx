import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AddressLines } from './address-lines.tsx'
import { useAddresses } from './use-addresses.ts'

/** On the card of the customer; hidden without addresses. */
export function PersonAddresses({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const addresses = useAddresses(customerId).data?.items ?? []
  if (addresses.length === 0) return null
  return (
    <div>
      <Text c="dimmed" mb={4} size="xs">
        {t('quickAddress.known')}
      </Text>
      <AddressLines addresses={addresses} />
    </div>
  )
}
