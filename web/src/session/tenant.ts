import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Tenant, useSession } from './session.ts'

const KEY = ['tenant']

/** The current name of the business: from the sign-in, until it is changed here. */
export function useTenant(): Tenant {
  const { kith, tenant } = useSession()
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => kith.tenants.get({}, { signal }),
    initialData: tenant,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

export function useTenantChanged(): (tenant: Tenant) => void {
  const queries = useQueryClient()
  return (tenant) => void queries.setQueryData(KEY, tenant)
}
