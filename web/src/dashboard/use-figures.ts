import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSession } from '../session/session.ts'
import { before, type Period } from './period.ts'

const options = { placeholderData: keepPreviousData, staleTime: 60_000 }

/** Everything that the overview shows of a period, and of the one before it. */
export function useFigures(period: Period) {
  const { kith } = useSession()
  const key = (what: string, of: Period = period) => ['statistics', what, of]
  const earlier = before(period)
  const messages = useQuery({
    ...options,
    queryKey: key('messages'),
    queryFn: ({ signal }) => kith.messages.messagesByDay(period, { signal }),
  })
  const signIns = useQuery({
    ...options,
    queryKey: key('sign-ins'),
    queryFn: ({ signal }) => kith.accounts.signInsByDay(period, { signal }),
  })
  const acquisition = useQuery({
    ...options,
    queryKey: key('acquisition'),
    queryFn: async ({ signal }) => {
      const [now, former] = await Promise.all([
        kith.statistics.acquisition(period, { signal }),
        kith.statistics.acquisition(earlier, { signal }),
      ])
      return { now, former }
    },
  })
  const quality = useQuery({
    ...options,
    queryKey: key('quality'),
    queryFn: ({ signal }) => kith.statistics.quality({}, { signal }),
  })
  const engagement = useQuery({
    ...options,
    queryKey: key('engagement'),
    queryFn: ({ signal }) => kith.statistics.engagement({}, { signal }),
  })
  const points = useQuery({
    ...options,
    queryKey: key('points'),
    queryFn: async ({ signal }) => {
      const [now, former] = await Promise.all([
        kith.statistics.points(period, { signal }),
        kith.statistics.points(earlier, { signal }),
      ])
      return { now, former }
    },
  })
  const consent = useQuery({
    ...options,
    queryKey: key('consent'),
    queryFn: ({ signal }) => kith.statistics.consent(period, { signal }),
  })
  const reliability = useQuery({
    ...options,
    queryKey: key('reliability'),
    queryFn: ({ signal }) => kith.statistics.reliability(period, { signal }),
  })
  return { messages, signIns, acquisition, quality, engagement, points, consent, reliability }
}
