import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../design/states.tsx'
import { Code, Names } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { showChanged } from '../../person/queries.ts'
import type { Customer } from '../../session/session.ts'
import { doEach, type Outcome } from './each.ts'
import classes from './selection.module.css'

/** Gives back the customer where that has changed. */
type Work = (customer: Customer) => Promise<Customer | null>

interface Props {
  readonly people: readonly Customer[]
  readonly act: string
  /** The question before it. */
  readonly ask: (about: { readonly count: number; readonly number: string }, run: (work: Work) => unknown) => ReactNode
  /** For those whose state before it can be had back. */
  readonly undo?: { readonly fits: (customer: Customer) => boolean; readonly work: Work }
  readonly onClose: () => void
}

/** One after the other: each is in the history with the reason, and each result is shown. */
export function BulkEach({ people, act, ask, undo, onClose }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const number = useNumber()
  // The selection at the start: the list behind changes meanwhile.
  const [all, setAll] = useState(people)
  const [outcomes, setOutcomes] = useState<readonly Outcome<Customer>[]>([])
  const [state, setState] = useState<'asking' | 'running' | 'over' | 'undoing' | 'undone'>('asking')
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])

  async function run(
    those: readonly Customer[],
    work: Work,
    [during, after]: ['running', 'over'] | ['undoing', 'undone'],
  ) {
    running.current = new AbortController()
    setAll(those)
    setOutcomes([])
    setState(during)
    const changed: Customer[] = []
    await doEach(
      those,
      async (one) => {
        const now = await work(one)
        if (now) changed.push(now)
      },
      (outcome) => setOutcomes((before) => [...before, outcome]),
      running.current.signal,
    )
    setState(after)
    showChanged(queries, changed)
    void queries.invalidateQueries({ queryKey: ['customer'] })
  }
  if (state === 'asking') {
    return ask({ count: all.length, number: number(all.length) }, (work) => run(all, work, ['running', 'over']))
  }
  const failed = outcomes.filter(({ error }) => error !== null)
  const done = outcomes.length - failed.length
  const undoable = outcomes.flatMap(({ item, error }) => (error === null && undo?.fits(item) ? [item] : []))
  return (
    <Stack gap="md">
      <Progress aria-label={act} value={(outcomes.length / all.length) * 100} />
      <Text aria-live="polite" size="sm">
        {state === 'undone' && `${t('bulk.undone')} `}
        {t('bulk.progress', { done: number(done), all: number(all.length) })}
        {failed.length > 0 && ` ${t('bulk.refused', { count: failed.length, number: number(failed.length) })}`}
      </Text>
      {failed.length > 0 && <Refused outcomes={failed} />}
      <Group justify="flex-end">
        {state === 'over' && undo && undoable.length > 0 && (
          <Button data-undo onClick={() => run(undoable, undo.work, ['undoing', 'undone'])} variant="default">
            {t('act.undo')}
          </Button>
        )}
        {state === 'running' || state === 'undoing' ? (
          <Button onClick={() => running.current.abort()} variant="default">
            {t('bulk.stop')}
          </Button>
        ) : (
          <Button onClick={onClose}>{t('act.close')}</Button>
        )}
      </Group>
    </Stack>
  )
}

function Refused({ outcomes }: { readonly outcomes: readonly Outcome<Customer>[] }) {
  const reasonOf = useReason()
  return (
    <ul className={classes.refused}>
      {outcomes.map(({ item, error }) => (
        <li key={item.id}>
          <Names of={item} /> <Code>{item.number}</Code>
          <br />
          <span className={classes.why}>{reasonOf(error)}</span>
        </li>
      ))}
    </ul>
  )
}
