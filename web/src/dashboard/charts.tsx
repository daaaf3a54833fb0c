import '@mantine/charts/styles.css'
import { BarChart, LineChart } from '@mantine/charts'
import { useDirection } from '@mantine/core'
import classes from './dashboard-page.module.css'

export interface Series {
  readonly name: string
  readonly label: string
  readonly color: string
}

interface Props {
  readonly kind: 'bars' | 'lines'
  /** A text alternative; the table has the rest. */
  readonly label: string
  readonly data: readonly Readonly<Record<string, string | number | null>>[]
  readonly series: readonly Series[]
  readonly day: (day: string) => string
  readonly value: (value: number) => string
}

/** Time runs in reading direction: from the right in Arabic, with the scale on that side. */
export default function DayChart({ kind, label, data, series, day, value }: Props) {
  const { dir } = useDirection()
  const mirrored = dir === 'rtl'
  const shared = {
    data: [...data],
    dataKey: 'day',
    series: [...series],
    h: '100%',
    withLegend: series.length > 1,
    // In the order of the series, not alphabetical.
    legendProps: { verticalAlign: 'bottom' as const, height: 32, itemSorter: null },
    valueFormatter: value,
    gridAxis: 'x' as const,
    tickLine: 'none' as const,
    xAxisProps: { reversed: mirrored, tickFormatter: day, minTickGap: 28 },
    yAxisProps: {
      orientation: mirrored ? ('right' as const) : ('left' as const),
      width: 48,
      tickMargin: 10,
      allowDecimals: false,
    },
    tooltipProps: { labelFormatter: (at: unknown) => day(String(at)) },
  }
  return (
    // The axes mirror the chart; its letters are placed from the left.
    <div aria-label={label} className={classes.chart} dir="ltr" role="img">
      {kind === 'bars' ? (
        <BarChart {...shared} type="stacked" />
      ) : (
        <LineChart {...shared} connectNulls curveType="monotone" withDots={data.length < 40} />
      )}
    </div>
  )
}
