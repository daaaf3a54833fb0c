import { OrderForm } from '../customers/orders/order-form.tsx'
import type { Orderer } from '../customers/orders/place-or-keep.ts'
import { useCurrency } from '../customers/orders/queries.ts'
import { Failure, SkeletonRows } from '../design/states.tsx'

interface Props {
  readonly orderer: Orderer
  readonly onDone: () => void
}

/** An order at the counter, in the currency of the business. */
export function OrderPanel({ orderer, onDone }: Props) {
  const { data, error, refetch } = useCurrency()
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={3} />
  return <OrderForm currency={data} onDone={onDone} orderer={orderer} />
}
