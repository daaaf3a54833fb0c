import { Anchor, List } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../../language/format.ts'
import type { Task } from './use-todo.ts'

const PLACES = {
  overdue: '/privacy',
  dueSoon: '/privacy',
  breaches: '/privacy',
  duplicates: '/duplicates',
  handOvers: '/duplicates',
  parked: '/settings/events',
  jobs: '/settings/jobs',
  webhooks: '/settings/webhooks',
  tills: '/settings/tills',
  points: '/settings/loyalty',
} as const

interface Props {
  readonly tasks: readonly (Task | { readonly what: 'points'; readonly count: number })[]
  readonly onGo?: () => void
}

/** What needs doing, each with the way to it. */
export function TodoList({ tasks, onGo }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <List size="sm">
      {tasks.map(({ what, count }) => (
        <List.Item key={what}>
          <Anchor
            component={Link}
            onClick={onGo}
            to={PLACES[what]}
            {...(what === 'handOvers' && { hash: 'hand-overs' })}
            // Only this place has a tab; the type is of them all.
            search={(what === 'breaches' ? { tab: 'breaches' } : {}) as never}
          >
            {t(`todo.${what}`, { number: number(count) })}
          </Anchor>
        </List.Item>
      ))}
    </List>
  )
}
