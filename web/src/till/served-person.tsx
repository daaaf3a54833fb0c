import { Divider, Stack } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { useCurrency } from '../customers/orders/queries.ts'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { useServed } from '../offline/use-served.ts'
import { EditForm } from '../person/edit/edit-form.tsx'
import { type Field, PROFILE_FIELDS } from '../person/edit/fields.ts'
import { useRememberLately } from '../person/lately.ts'
import { ContactFacts, PersonHeading, RecordRows } from '../person/person-card.tsx'
import { useCustomer } from '../person/queries.ts'
import { RestrictionBanner } from '../person/restriction-banner.tsx'
import { isUnreachable } from '../reach/unreachable.ts'
import { useSession } from '../session/session.ts'
import { PersonAddresses } from './address/person-addresses.tsx'
import type { Doing } from './doing.ts'
import { FirstOf, ThenOf } from './first.tsx'
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
  useRememberLately(customer, true)
  useShownPerson(customer)
  useKeepServed(customerId, customer)
  const mayNote = may('customers:write')
  useEffect(() => {
    // Being served counts as activity; offline it is skipped.
    if (mayNote) kith.customers.visit({ customerId }).catch(() => {})
  }, [kith, customerId, mayNote])
  const currency = useCurrency().data
  const back = () => onDoing(null)
  const isIdle = doing === null || doing === 'upgrade'
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
      <Stack gap="sm">
        <PersonHeading customer={customer} />
        {isIdle && <FirstOf customer={customer} />}
      </Stack>
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
      {isIdle && (
        <>
          <ThenOf customer={customer} />
          <PersonActions customer={customer} doing={doing} onDoing={onDoing} onDone={onDone} />
          <Divider />
          <ContactFacts customer={customer}>
            <RecordRows currency={currency} customer={customer} />
          </ContactFacts>
          {may('addresses:read') && <PersonAddresses customerId={customerId} />}
        </>
      )}
    </Stack>
  )
}
