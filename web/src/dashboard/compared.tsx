import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment } from '../design/written.tsx'
import { useNumber, usePercent } from '../language/format.ts'

/** Against the period before. */
export function Compared({ now, former }: { readonly now: number; readonly former: number }) {
  const { t } = useTranslation()
  const [number, percent] = [useNumber(), usePercent()]
  const change = former === 0 ? null : (now - former) / former
  return (
    <Text c="dimmed" component="span" size="xs">
      {t('dashboard.before', { former: number(former) })}
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
