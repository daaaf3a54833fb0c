import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment } from '../design/written.tsx'
import { useNumber, usePercent } from '../language/format.ts'

/** Against the period before. */
export function Compared({ now, then }: { readonly now: number; readonly then: number }) {
  const { t } = useTranslation()
  const [number, percent] = [useNumber(), usePercent()]
  const change = then === 0 ? null : (now - then) / then
  return (
    <Text c="dimmed" component="span" size="xs">
      {t('dashboard.before', { then: number(then) })}
      {change !== null && ` (${change > 0 ? '+' : ''}${percent(change)})`}
    </Text>
  )
}

interface Fresh {
  readonly asOf: string
  readonly exact: boolean
}

/** When a figure was counted, and whether all customers are in it. */
export function Freshness({ of: { asOf, exact } }: { readonly of: Fresh }) {
  const { t } = useTranslation()
  return (
    <Text c="dimmed" component="span" size="xs">
      {t(exact ? 'dashboard.exact' : 'dashboard.counting')} <Moment at={asOf} />
    </Text>
  )
}
