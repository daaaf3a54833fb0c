import { ActionIcon, Menu } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { csvOf, save } from '../design/csv.ts'
import { Icon } from '../design/icons.tsx'
import { pngOf, pngOfTable } from './export-figures.ts'
import type { TableOf } from './figure-table.tsx'

interface Props {
  readonly title: string
  readonly table: TableOf
  readonly card: RefObject<HTMLElement | null>
}

/** The figures as CSV, and as a picture: the chart as it is drawn, or what is no drawing as a table. */
export function FigureTools({ title, table, card }: Props) {
  const { t } = useTranslation()
  async function saveChart(of: HTMLElement) {
    const chart = of.querySelector<SVGSVGElement>('svg.recharts-surface')
    const { backgroundColor, color, direction, fontFamily } = getComputedStyle(of)
    const look = { background: backgroundColor, ink: color, isRtl: direction === 'rtl', font: fontFamily }
    const picture = await (chart ? pngOf(chart, backgroundColor) : pngOfTable(title, table, look))
    if (picture) save(`${title}.png`, picture)
  }
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false} withinPortal>
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
        <Menu.Item onClick={() => card.current && void saveChart(card.current)}>{t('dashboard.asPicture')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
