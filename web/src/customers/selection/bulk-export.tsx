import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonForm } from '../../design/dialog.tsx'
import { useReason } from '../../design/states.tsx'
import { useNumber } from '../../language/format.ts'
import type { Customer } from '../../session/session.ts'
import { countingKith, saveFile } from '../export-customers.ts'

interface Props {
  readonly people: readonly Customer[]
  readonly onClose: () => void
}

/** A file of the selected customers; the reason is in the audit trail. */
export function BulkExport({ people, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const reasonOf = useReason()
  const [all] = useState(people)
  const [rows, setRows] = useState<number | null>(null)
  const [saved, setSaved] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])

  async function run(reason: string) {
    running.current = new AbortController()
    const { signal } = running.current
    setRows(0)
    try {
      const input = { ids: all.map(({ id }) => id), reason, format: 'csv' } as const
      saveFile('kith-customers.csv', await countingKith(setRows).customers.exportSelected(input, { signal }))
      setSaved(true)
    } catch (error) {
      if (!signal.aborted) setRefused(error)
    }
  }
  if (rows === null) {
    return (
      <ReasonForm
        act={t('bulk.export')}
        explained={t('bulk.exportExplained', { count: all.length, number: number(all.length) })}
        onClose={onClose}
        needed
        onDone={() => {}}
        onReason={(reason) => run(reason!)}
      />
    )
  }
  return (
    <Stack gap="md">
      {refused !== null && (
        <Alert color="red" role="alert" variant="light">
          {reasonOf(refused)}
        </Alert>
      )}
      <Progress aria-label={t('bulk.export')} value={saved ? 100 : (rows / all.length) * 100} />
      <Text aria-live="polite" size="sm">
        {t('bulk.written', { rows: number(rows), all: number(all.length) })}
        {saved && rows < all.length && ` ${t('bulk.leftOut', { number: number(all.length - rows) })}`}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose} variant={saved ? 'filled' : 'default'}>
          {saved || refused !== null ? t('act.close') : t('bulk.stop')}
        </Button>
      </Group>
    </Stack>
  )
}
