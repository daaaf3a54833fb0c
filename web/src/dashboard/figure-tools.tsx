import { ActionIcon, Menu } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { csvOf, save } from '../design/csv.ts'
import { Icon } from '../design/icons.tsx'
import { pngOf } from './export-figures.ts'
import type { TableOf } from './figure-table.tsx'

interface Props {
  readonly title: string
  readonly table: TableOf
  readonly card: RefObject<HTMLElement | null>
}

/** The figures as CSV, and the chart as a picture. */
export function FigureTools({ title, table, card }: Props) {
  const { t } = useTranslation()
  const [hasChart, setHasChart] = useState(false)
  const chart = () => card.current?.querySelector<SVGSVGElement>('svg.recharts-surface')
  async function saveChart() {
    const drawn = chart()
    const picture = drawn && (await pngOf(drawn, getComputedStyle(card.current!).backgroundColor))
    if (picture) save(`${title}.png`, picture)
  }
  return (
    <Menu
      onOpen={() => setHasChart(Boolean(chart()))}
      position="bottom-end"
      shadow="md"
      withInitialFocusPlaceholder={false}
      withinPortal
    >
      <Menu.Target>
        <ActionIcon aria-label={t('dashboard.export', { what: title })} size="md" variant="default">
          <Icon name="download" size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {/* With a mark, so that spreadsheets read Arabic. */}
        <Menu.Item onClick={() => save(`${title}.csv`, new Blob(['\ufeff', csvOf(table)], { type: 'text/csv' }))}>
          {t('dashboard.asTable')}
        </Menu.Item>
        {hasChart && <Menu.Item onClick={() => void saveChart()}>{t('dashboard.asPicture')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
