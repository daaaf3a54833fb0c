import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pointsKey } from '../../loyalty/queries.ts'
import { keepServed } from '../../offline/served.ts'
import { credential } from '../../session/credential.ts'
import { type Customer, useSession } from '../../session/session.ts'

/** At a paired till: asks for what may be redeemed without network, again after each change of the points, and keeps it. */
export function useKeepServed(customer: Customer | undefined): void {
  const { kith, hasLogin, may } = useSession()
  const isTill = hasLogin && credential.session()?.onTill === true
  const { data: grant } = useQuery({
    queryKey: [...pointsKey(customer?.id ?? ''), 'offline'],
    queryFn: () => kith.loyalty.grantOffline({ customerId: customer!.id }),
    enabled: isTill && customer !== undefined && !customer.restricted && may('loyalty:write'),
  })
  useEffect(() => {
    // A browser that keeps nothing serves no one without network.
    if (customer && grant) void keepServed(customer, grant).catch(() => undefined)
  }, [customer, grant])
}
