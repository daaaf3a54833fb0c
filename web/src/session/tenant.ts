import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Tenant, useSession } from './session.ts'

const KEY = ['tenant']

/** The business as it is called now: what was read at sign-in, until somebody changes it here. */
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
