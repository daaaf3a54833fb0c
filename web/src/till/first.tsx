import { SimpleGrid, Stack, Text } from '@mantine/core'
import { LastOrders } from '../customers/orders/last-orders.tsx'
import { Signals } from '../customers/orders/order-lines.tsx'
import { useLastOrders, useSignals } from '../customers/orders/queries.ts'
import { useWishes, Wishes } from '../customers/preferences/wishes.tsx'
import { Phone } from '../design/written.tsx'
import { PointsSummary } from '../loyalty/points-summary.tsx'
import { usePoints } from '../loyalty/queries.ts'
import { type Customer, useSession } from '../session/session.ts'
import { WarningNote } from './warning-note.tsx'

interface ShownBy {
  readonly customer: Customer
}

/** What a hand at the counter needs to know of a customer: phone, warning, preferences. */
export function FirstOf({ customer: { id, phone, notes } }: ShownBy) {
  const wishes = useWishes(id)
  if (!phone && !notes && wishes.length === 0) return null
  return (
    <Stack data-first gap="xs">
      {phone && (
        <Text component="div" fw={600} size="lg">
          <Phone>{phone}</Phone>
        </Text>
      )}
      {notes && <WarningNote>{notes}</WarningNote>}
      <Wishes of={wishes} />
    </Stack>
  )
}

/** And what they ordered and have to spend. */
export function ThenOf({ customer: { id } }: ShownBy) {
  const { may } = useSession()
  const orders = useLastOrders(id).data?.items ?? []
  const signals = useSignals(id).data?.items ?? []
  return (
    <>
      <Signals of={signals} />
      <SimpleGrid cols={orders.length > 0 ? { base: 1, lg: 2 } : 1}>
        {may('loyalty:read') && <PointsOf customerId={id} />}
        <LastOrders orders={orders} />
      </SimpleGrid>
    </>
  )
}

/** Without network it is let go. */
function PointsOf({ customerId }: { readonly customerId: string }) {
  const { data } = usePoints(customerId)
  return data ? <PointsSummary account={data} endings={1} /> : null
}
