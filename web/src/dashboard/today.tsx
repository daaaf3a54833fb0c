import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/session.ts'
import classes from './dashboard-page.module.css'
import { TodoList } from './todo/todo-list.tsx'
import { useTodo } from './todo/use-todo.ts'

/** What needs doing today, before any chart: each with the way to it. */
export function Today() {
  const { t } = useTranslation()
  const todo = useTodo()
  const points = useExpiringPoints()
  if (!todo) return null
  const tasks = points > 0 ? [...todo, { what: 'points' as const, count: points }] : todo
  return (
    <section aria-label={t('today.title')} className={classes.card} data-today data-wide>
      <h2 className={classes.cardTitle}>{t('today.title')}</h2>
      {tasks.length === 0 ? <p className={classes.quiet}>{t('today.nothing')}</p> : <TodoList tasks={tasks} />}
    </section>
  )
}

/** Those that expire this month. */
function useExpiringPoints(): number {
  const { kith, may } = useSession()
  const { data } = useQuery({
    queryKey: ['statistics', 'liability'],
    queryFn: ({ signal }) => kith.loyalty.liability({}, { signal }),
    staleTime: 60_000,
    enabled: may('loyalty:manage'),
  })
  const month = new Date().toISOString().slice(0, 7)
  return data?.months.find((one) => one.month === month)?.points ?? 0
}
