import { Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { leave } from '../../design/unsaved.ts'
import type { Customer } from '../../session/session.ts'
import { AddressForm } from './address-form.tsx'
import { AddressLines } from './address-lines.tsx'
import { useAddresses } from './use-addresses.ts'

interface Props {
  readonly customer: Customer
  readonly onDone: () => void
}

/** The known addresses, and a form for another. */
export function AddressPanel({ customer, onDone }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAddresses(customer.id)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={4} />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape means the same wherever in it the focus is
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave(onDone)
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t('quickAddress.title')}
        </Title>
        {data.items.length > 0 && <AddressLines addresses={data.items} />}
        <AddressForm customer={customer} isFirst={data.items.length === 0} onDone={onDone} />
      </Stack>
    </div>
  )
}
