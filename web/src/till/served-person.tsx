import { Divider, Paper, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LastOrders } from '../customers/orders/last-orders.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { Name } from '../design/written.tsx'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { usePoints } from '../loyalty/queries.ts'
import { useServed } from '../offline/use-served.ts'
import { EditForm } from '../person/edit/edit-form.tsx'
import { type Field, PROFILE_FIELDS } from '../person/edit/fields.ts'
import { PersonFacts, PersonHeading } from '../person/person-card.tsx'
import { useCustomer } from '../person/queries.ts'
import { RestrictionBanner } from '../person/restriction-banner.tsx'
import { isUnreachable } from '../reach/unreachable.ts'
import { useSession } from '../session/session.ts'
import { PersonAddresses } from './address/person-addresses.tsx'
import type { Doing } from './doing.ts'
import { useKeepServed } from './offline/keep-served.ts'
import { PersonActions } from './person-actions.tsx'
import { useShownPerson } from './second-screen/show.ts'

const ConsentsPanel = lazy(() =>
  import('./consent/consents-panel.tsx').then(({ ConsentsPanel }) => ({ default: ConsentsPanel })),
)
const OrderPanel = lazy(() => import('./order-panel.tsx').then(({ OrderPanel }) => ({ default: OrderPanel })))
const PointsPanel = lazy(() => import('./points-panel.tsx').then(({ PointsPanel }) => ({ default: PointsPanel })))
const LatelyServed = lazy(() =>
  import('./offline/lately-served.tsx').then(({ LatelyServed }) => ({ default: LatelyServed })),
)
const AddressPanel = lazy(() =>
  import('./address/address-panel.tsx').then(({ AddressPanel }) => ({ default: AddressPanel })),
)

const FIELDS: readonly Field[] = [...PROFILE_FIELDS, 'notes']

interface Props {
  readonly customerId: string
  readonly doing: Doing | null
  readonly onDoing: (doing: Doing | null) => void
  readonly onDone: () => void
}

/** The customer at the counter. */
export function ServedPerson({ customerId, doing, onDoing, onDone }: Props) {
  const { kith, may } = useSession()
  const { data: customer, error, refetch } = useCustomer(customerId)
  const isAlone = !customer && error !== null && isUnreachable(error)
  const served = useServed(isAlone).find((one) => one.customer.id === customerId)
  useShownPerson(customer)
  useKeepServed(customer)
  const mayNote = may('customers:write')
  useEffect(() => {
    // Being served counts as activity; offline it is skipped.
    if (mayNote) kith.customers.visit({ customerId }).catch(() => {})
  }, [kith, customerId, mayNote])
  const back = () => onDoing(null)
  if (isAlone && served) {
    return (
      <Suspense fallback={<SkeletonRows rows={3} />}>
        <LatelyServed doing={doing} onDoing={onDoing} onDone={onDone} served={served} />
      </Suspense>
    )
  }
  if (error && !customer) return <Failure error={error} onRetry={refetch} />
  if (!customer) return <SkeletonRows rows={5} />
  return (
    <Stack gap="lg">
      <PersonHeading customer={customer} />
      <RestrictionBanner customer={customer} />
      {doing === 'edit' && <EditForm customer={customer} fields={FIELDS} onDone={back} />}
      {doing === 'order' && (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <OrderPanel onDone={back} orderer={{ customerId, name: customer.name }} />
        </Suspense>
      )}
      {doing === 'points' && (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <PointsPanel customer={customer} onDone={back} />
        </Suspense>
      )}
      {doing === 'consent' && (
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <ConsentsPanel customer={customer} onDone={back} />
        </Suspense>
      )}
      {doing === 'address' && (
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <AddressPanel customer={customer} onDone={back} />
        </Suspense>
      )}
      {(doing === null || doing === 'upgrade') && (
        <>
          <PersonActions customer={customer} doing={doing} onDoing={onDoing} onDone={onDone} />
          {customer.notes && <Remembered notes={customer.notes} />}
          {may('loyalty:read') && <PointsOf customerId={customerId} />}
          {may('orders:read') && <LastOrders customerId={customerId} />}
          <Divider />
          <PersonFacts customer={customer} />
          {may('addresses:read') && <PersonAddresses customerId={customerId} />}
        </>
      )}
    </Stack>
  )
}

/** What there is to spend; without network it is let go. */
function PointsOf({ customerId }: { readonly customerId: string }) {
  const { data } = usePoints(customerId)
  return data ? <PointsSummary account={data} /> : null
}

/** Warnings about this customer, above all figures. */
function Remembered({ notes }: { readonly notes: string }) {
  const { t } = useTranslation()
  return (
    <Paper bg="var(--kith-warm-soft)" c="var(--kith-warm-ink)" data-notes p="sm" radius="md">
      <Text size="xs">{t('field.notes')}</Text>
      <Text fw={550} size="md" style={{ whiteSpace: 'pre-wrap' }}>
        <Name>{notes}</Name>
      </Text>
    </Paper>
  )
}
