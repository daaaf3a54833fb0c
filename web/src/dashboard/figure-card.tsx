import { SegmentedControl, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, Suspense, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failure } from '../design/states.tsx'
import classes from './dashboard-page.module.css'
import { FigureTable, type TableOf } from './figure-table.tsx'
import { FigureTools } from './figure-tools.tsx'

interface Props<Data> {
  readonly title: string
  readonly figures: UseQueryResult<Data>
  readonly isEmpty?: (data: Data) => boolean
  readonly empty?: string
  readonly wide?: boolean
  readonly controls?: ReactNode
  readonly chart: (data: Data) => ReactNode
  readonly table: (data: Data) => TableOf
  /** Below the chart: a comparison, how fresh it is, the way to the customers behind it. */
  readonly foot?: (data: Data) => ReactNode
}

/** A chart with the same figures as a table. */
export function FigureCard<Data>({ title, figures, isEmpty, empty, wide, controls, chart, table, foot }: Props<Data>) {
  const { t } = useTranslation()
  const [as, setAs] = useState('chart')
  const id = useId()
  const card = useRef<HTMLElement>(null)
  const { data, error, refetch } = figures
  return (
    <section aria-labelledby={id} className={classes.card} data-wide={wide || undefined} ref={card}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle} id={id}>
          {title}
        </h2>
        <div className={classes.controls}>
          {controls}
          <SegmentedControl
            aria-label={t('dashboard.showAs', { what: title })}
            data={[
              { value: 'chart', label: t('dashboard.chart') },
              { value: 'table', label: t('dashboard.table') },
            ]}
            onChange={setAs}
            size="xs"
            value={as}
          />
          {data && <FigureTools card={card} table={table(data)} title={title} />}
        </div>
      </div>
      {error && !data ? (
        <Failure error={error} onRetry={refetch} />
      ) : !data ? (
        <Skeleton className={classes.chart} radius="md" />
      ) : isEmpty?.(data) ? (
        <Empty icon="clock" title={empty ?? t('dashboard.none')} />
      ) : as === 'table' ? (
        <FigureTable {...table(data)} caption={title} />
      ) : (
        <Suspense fallback={<Skeleton className={classes.chart} radius="md" />}>{chart(data)}</Suspense>
      )}
      {data && foot?.(data)}
    </section>
  )
}
