import type { Input } from '@kith/sdk'
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useTellFailure } from '../design/tell.ts'
import { useNumber } from '../language/format.ts'
import { exportCustomers, saveFile } from './export-customers.ts'

/** Counts the rows while they come; pressed again, it stops. */
export function ExportButton({ query }: { readonly query: Input<'getCustomers'> }) {
  const { t } = useTranslation()
  const number = useNumber()
  const tellFailure = useTellFailure()
  const [rows, setRows] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)

  async function start() {
    const controller = new AbortController()
    running.current = controller
    setRows(0)
    try {
      const { sort: _, order: __, ...filter } = query
      saveFile('kith-customers.csv', await exportCustomers(filter, setRows, controller.signal))
    } catch (error) {
      if (!controller.signal.aborted) tellFailure(error)
    } finally {
      setRows(null)
    }
  }
  return (
    <Button
      leftSection={<Icon name={rows === null ? 'download' : 'close'} size={16} />}
      onClick={() => (rows === null ? void start() : running.current?.abort())}
      size="sm"
      variant="default"
    >
      {rows === null ? t('customers.export') : t('customers.exporting', { rows: number(rows) })}
    </Button>
  )
}
