import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { askStoppedMoves, MOVES, stopMoves } from './stopped-moves.ts'

function preview(queries: QueryClient, name: string, answers: readonly (string | null)[]) {
  const asked: number[] = []
  const observer = new QueryObserver(queries, {
    queryKey: [...MOVES, name],
    queryFn: ({ signal }) => {
      const answer = answers[asked.push(1) - 1]
      if (answer) return answer
      return new Promise<string>((_, refuse) => signal.addEventListener('abort', () => refuse(signal.reason)))
    },
    retry: false,
  })
  const leave = observer.subscribe(() => {})
  return { asked, leave, shown: () => observer.getCurrentResult().data }
}

test('a preview that a merge stopped is asked again when the merge is refused, and others are not', async () => {
  const queries = new QueryClient()
  const stopped = preview(queries, 'stopped', [null, '2 orders'])
  const answered = preview(queries, 'answered', ['1 order'])
  await expect.poll(answered.shown).toBe('1 order')
  await stopMoves(queries)
  expect(stopped.shown()).toBeUndefined()
  await askStoppedMoves(queries)
  await expect.poll(stopped.shown).toBe('2 orders')
  expect([stopped.asked.length, answered.asked.length]).toEqual([2, 1])
  stopped.leave()
  answered.leave()
  queries.clear()
})
