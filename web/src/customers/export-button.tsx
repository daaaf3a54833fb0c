import type { Input } from '@kith/sdk'
import { Button, Progress } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './customers-page.module.css'
import { countingKith, saveFile } from './export-customers.ts'

/** Counts the rows as they arrive, with the total where known; a second press stops it. */
export function ExportButton({ query }: { readonly query: Input<'customers.list'> }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const number = useNumber()
  const notifyFailure = useNotifyFailure()
  const [rows, setRows] = useState<number | null>(null)
  const [total, setTotal] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)

  async function start() {
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setRows(0)
    try {
      const { sort: _, order: __, ...filter } = query
      const counted = kith.customers.list({ ...filter, limit: 1, total: 'exact' }, { signal })
      setTotal((await counted).total)
      saveFile(
        'kith-customers.csv',
        await countingKith(setRows).customers.exportCustomers({ ...filter, format: 'csv' }, { signal }),
      )
    } catch (error) {
      if (!signal.aborted) notifyFailure(error)
    } finally {
      setRows(null)
      setTotal(null)
    }
  }
  return (
    <div className={classes.export}>
      <Button
        leftSection={<Icon name={rows === null ? 'download' : 'close'} size={16} />}
        onClick={() => (rows === null ? void start() : running.current?.abort())}
        size="sm"
        variant="default"
      >
        {rows === null
          ? t('customers.export')
          : total === null
            ? t('customers.exporting', { rows: number(rows) })
            : t('customers.exportingOf', { rows: number(rows), all: number(total) })}
      </Button>
      {rows !== null && total !== null && (
        <Progress
          aria-label={t('customers.export')}
          className={classes.progress}
          size="xs"
          value={total === 0 ? 100 : (rows / total) * 100}
        />
      )}
    </div>
  )
}
