import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { Freshness } from './compared.tsx'
import { FigureCard } from './figure-card.tsx'
import { Shares } from './shares.tsx'

type Reliability = Output<'statistics.reliability'>

/** Registrations that succeed, incidents, and privacy requests in time: each with its target. */
export function ReliabilityFigures({ figures }: { readonly figures: UseQueryResult<Reliability> }) {
  const { t, i18n } = useTranslation()
  const number = useNumber()
  /** One that is unknown to this version is shown as its code. */
  const because = (reason: string) => {
    // Looked up below, so a reason of any text is safe.
    const key = `failure.${reason.replaceAll('.', '_')}` as 'failure.invalid'
    return i18n.exists(key) ? t(key) : reason
  }
  return (
    <FigureCard
      chart={({ registration, incidents, privacy }) => (
        <Shares
          of={[
            {
              key: 'registration',
              label: t('dashboard.registration'),
              share: registration.share,
              target: registration.target,
            },
            { key: 'incidents', label: t('dashboard.incidents'), share: incidents.share, target: incidents.target },
            { key: 'privacy', label: t('dashboard.inTime'), share: privacy.inTime, target: privacy.target },
          ]}
        />
      )}
      figures={figures}
      foot={(data) => <Freshness of={data} />}
      table={({ registration, incidents, privacy }) => ({
        columns: [t('dashboard.step'), t('dashboard.count')],
        rows: [
          [t('dashboard.registered'), number(registration.succeeded)],
          ...registration.reasons.map(({ reason, tries }) => [because(reason), number(tries)] as const),
          ...incidents.kinds.map(
            ({ kind, count }) => [t(`incident.${kind as 'own_failures'}`), number(count)] as const,
          ),
          [t('dashboard.requests'), number(privacy.received)],
          [t('dashboard.overdue'), number(privacy.overdue)],
        ],
      })}
      title={t('dashboard.reliability')}
    />
  )
}
