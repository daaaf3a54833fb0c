import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLastOrders } from '../../customers/orders/queries.ts'
import { useWishes } from '../../customers/preferences/wishes.tsx'
import { pointsKey } from '../../loyalty/queries.ts'
import { keepServed } from '../../offline/served.ts'
import { credential } from '../../session/credential.ts'
import { type Customer, useSession } from '../../session/session.ts'

/**
 * At a paired till: asks for what may be redeemed without network, again after each change of the points, and keeps it
 * with what comes first at the counter.
 */
export function useKeepServed(customerId: string, customer: Customer | undefined): void {
  const { kith, hasLogin, may } = useSession()
  const isTill = hasLogin && credential.session()?.onTill === true
  const wishes = useWishes(customerId)
  const orders = useLastOrders(customerId).data?.items
  const { data: grant } = useQuery({
    queryKey: [...pointsKey(customerId), 'offline'],
    queryFn: () => kith.loyalty.grantOffline({ customerId }),
    enabled: isTill && customer !== undefined && !customer.restricted && may('loyalty:write'),
  })
  useEffect(() => {
    // A browser that keeps nothing serves no one without network.
    if (customer && grant) void keepServed({ customer, wishes, orders: orders ?? [], grant }).catch(() => undefined)
  }, [customer, grant, wishes, orders])
}
