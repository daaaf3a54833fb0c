import { OrderForm } from '../customers/orders/order-form.tsx'
import { useLastOrders } from '../customers/orders/queries.ts'
import { Failure, SkeletonRows } from '../design/states.tsx'
import type { Customer } from '../session/session.ts'

interface Props {
  readonly customer: Customer
  readonly onDone: () => void
}

/** An order at the counter, in the currency of the business. */
export function OrderPanel({ customer, onDone }: Props) {
  const { data, error, refetch } = useLastOrders(customer.id)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={3} />
  return <OrderForm currency={data.currency} customer={customer} onDone={onDone} />
}
