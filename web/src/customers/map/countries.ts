import { useQuery } from '@tanstack/react-query'

/** Which countries there are: their codes. */
export function useCountries(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['countries'],
    queryFn: async () => (await import('libphonenumber-js/min')).getCountries() as string[],
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? []
}
