import type { QueryClient } from '@tanstack/react-query'

/** What merges would move. */
export const MOVES = ['duplicate-moves'] as const

export const stopMoves = (queries: QueryClient): Promise<void> => queries.cancelQueries({ queryKey: MOVES })

/** After a merge that was refused: what was stopped before its answer would stay empty. */
export const askStoppedMoves = (queries: QueryClient): Promise<void> =>
  queries.refetchQueries({
    queryKey: MOVES,
    type: 'active',
    predicate: ({ state }) => state.status === 'pending' && state.fetchStatus === 'idle',
  })
