import { ActionIcon, Loader, Popover, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Task, TODO, useTodo } from '../dashboard/todo/use-todo.ts'
import { Icon } from '../design/icons.tsx'
import { useNumber } from '../language/format.ts'
import { withMoreTexts } from '../language/language.ts'
import classes from './bell.module.css'

const todoList = withMoreTexts(() => import('../dashboard/todo/todo-list.tsx'))
const TodoList = lazy(async () => ({ default: (await todoList()).TodoList }))

/** What failed, or is too late. */
const URGENT: readonly Task['what'][] = ['overdue', 'breaches', 'parked', 'jobs', 'webhooks']

/** How many kinds of work wait for this user, and the way to each. */
export function Bell() {
  const { t } = useTranslation()
  const number = useNumber()
  const tasks = useTodo()
  const queries = useQueryClient()
  const { pathname } = useLocation()
  const [opened, { close, toggle }] = useDisclosure(false)
  // At another place what was done before is no longer counted.
  useEffect(() => {
    if (pathname) void queries.refetchQueries({ queryKey: TODO, type: 'active', stale: true })
  }, [pathname, queries])
  if (!tasks) return null
  const label = tasks.length === 0 ? t('shell.nothingTodo') : t('shell.todo', { number: number(tasks.length) })
  return (
    <Popover
      onChange={(now) => !now && close()}
      opened={opened}
      position="bottom-end"
      returnFocus
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          aria-label={label}
          className={classes.bell}
          data-bell={tasks.length}
          onClick={toggle}
          size="lg"
          style={{ color: 'var(--kith-ink-soft)' }}
          title={label}
          variant="subtle"
        >
          <Icon name="bell" />
          {tasks.length > 0 && (
            <span
              aria-hidden="true"
              className={classes.count}
              data-urgent={tasks.some(({ what }) => URGENT.includes(what)) || undefined}
            >
              {number(tasks.length)}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes.list}>
        {tasks.length === 0 ? (
          <Text size="sm">{label}</Text>
        ) : (
          <Suspense fallback={<Loader size="sm" type="dots" />}>
            <TodoList onGo={close} tasks={tasks} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
