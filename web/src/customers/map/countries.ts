import { useQuery } from '@tanstack/react-query'

/** The codes of all countries. */
export function useCountries(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['countries'],
    queryFn: async () => (await import('libphonenumber-js/min')).getCountries() as string[],
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? []
}
