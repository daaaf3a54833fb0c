import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { LiabilityTable, useOwed } from '../loyalty/owed.tsx'
import { useSession } from '../session/session.ts'
import { Freshness } from './compared.tsx'
import classes from './dashboard-page.module.css'
import { FigureCard } from './figure-card.tsx'

/** What outstanding points are worth, for those who decide about points. */
export function LiabilityFigures() {
  const { kith, may } = useSession()
  const { t } = useTranslation()
  const number = useNumber()
  const owed = useOwed()
  const figures = useQuery({
    queryKey: ['statistics', 'liability'],
    queryFn: ({ signal }) => kith.loyalty.liability({}, { signal }),
    enabled: may('loyalty:manage'),
    staleTime: 60_000,
  })
  if (!may('loyalty:manage')) return null
  return (
    <FigureCard
      chart={(liability) => (
        <div className={classes.scrolls}>
          <LiabilityTable liability={liability} />
        </div>
      )}
      figures={figures}
      foot={({ asOf }) => <Freshness of={{ asOf, exact: true }} />}
      isEmpty={({ outstanding, pending }) => outstanding.points + pending.points === 0}
      table={(liability) => ({
        columns: [t('loyaltyOwed.month'), t('loyaltyOwed.points'), t('loyaltyOwed.worth')],
        rows: owed(liability).map(({ label, points, worth }) => [label, number(points), worth]),
      })}
      title={t('loyaltyOwed.title')}
    />
  )
}
