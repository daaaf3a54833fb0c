import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonForm } from '../../design/dialog.tsx'
import { useReason } from '../../design/states.tsx'
import { Code, Names } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { showChanged } from '../../person/queries.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { doEach, type Outcome } from './each.ts'
import classes from './selection.module.css'

interface Props {
  readonly people: readonly Customer[]
  readonly onClose: () => void
}

/** One after the other: each is in the history with the reason, and each result is shown. */
export function BulkDeactivate({ people, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const queries = useQueryClient()
  const number = useNumber()
  // The selection at the start: the list behind changes meanwhile.
  const [all] = useState(people)
  const [outcomes, setOutcomes] = useState<readonly Outcome<Customer>[]>([])
  const [state, setState] = useState<'asking' | 'running' | 'over'>('asking')
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])

  async function run(reason: string) {
    running.current = new AbortController()
    setState('running')
    const changed: Customer[] = []
    await doEach(
      all,
      async ({ id }) => changed.push(await kith.customers.deactivate({ customerId: id, reason })),
      (outcome) => setOutcomes((before) => [...before, outcome]),
      running.current.signal,
    )
    setState('over')
    showChanged(queries, changed)
    void queries.invalidateQueries({ queryKey: ['customer'] })
  }
  if (state === 'asking') {
    return (
      <ReasonForm
        act={t('act.deactivate')}
        danger
        explained={t('bulk.deactivateExplained', { count: all.length, number: number(all.length) })}
        onClose={onClose}
        needed
        onDone={() => {}}
        onReason={(reason) => run(reason!)}
      />
    )
  }
  const failed = outcomes.filter(({ error }) => error !== null)
  const done = outcomes.length - failed.length
  return (
    <Stack gap="md">
      <Progress aria-label={t('act.deactivate')} value={(outcomes.length / all.length) * 100} />
      <Text aria-live="polite" size="sm">
        {t('bulk.progress', { done: number(done), all: number(all.length) })}
        {failed.length > 0 && ` ${t('bulk.refused', { count: failed.length, number: number(failed.length) })}`}
      </Text>
      {failed.length > 0 && <Refused outcomes={failed} />}
      <Group justify="flex-end">
        {state === 'running' ? (
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
