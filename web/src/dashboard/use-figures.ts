import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSession } from '../session/session.ts'
import { before, type Period } from './period.ts'

const options = { placeholderData: keepPreviousData, staleTime: 60_000 }

/** The figures of a period, and of the one before it. */
export interface Both<Figures> {
  readonly now: Figures
  readonly former: Figures
}

/** Everything that the overview shows of a period, and of the one before it. */
export function useFigures(period: Period) {
  const { kith } = useSession()
  const key = (what: string) => ['statistics', what, period]
  async function both<Figures>(read: (of: Period) => Promise<Figures>): Promise<Both<Figures>> {
    const [now, former] = await Promise.all([read(period), read(before(period))])
    return { now, former }
  }
  const messages = useQuery({
    ...options,
    queryKey: key('messages'),
    queryFn: ({ signal }) => both((of) => kith.messages.messagesByDay(of, { signal })),
  })
  const signIns = useQuery({
    ...options,
    queryKey: key('sign-ins'),
    queryFn: ({ signal }) => both((of) => kith.accounts.signInsByDay(of, { signal })),
  })
  const acquisition = useQuery({
    ...options,
    queryKey: key('acquisition'),
    queryFn: ({ signal }) => both((of) => kith.statistics.acquisition(of, { signal })),
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
    queryFn: ({ signal }) => both((of) => kith.statistics.points(of, { signal })),
  })
  const consent = useQuery({
    ...options,
    queryKey: key('consent'),
    queryFn: ({ signal }) => both((of) => kith.statistics.consent(of, { signal })),
  })
  const reliability = useQuery({
    ...options,
    queryKey: key('reliability'),
    queryFn: ({ signal }) => both((of) => kith.statistics.reliability(of, { signal })),
  })
  return { messages, signIns, acquisition, quality, engagement, points, consent, reliability }
}
