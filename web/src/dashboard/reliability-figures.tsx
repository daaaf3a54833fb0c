import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import { Compared, Freshness } from './compared.tsx'
import classes from './dashboard-page.module.css'
import { FigureCard } from './figure-card.tsx'
import { Shares } from './shares.tsx'
import type { Both } from './use-figures.ts'

type Reliability = Output<'statistics.reliability'>
interface Props {
  readonly figures: UseQueryResult<Both<Reliability>>
}

/** Registrations that succeed, incidents, and privacy requests in time: each with its target. */
export function ReliabilityFigures({ figures }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const counts = ({ registration, incidents, privacy }: Reliability) => [
    { key: 'registered', label: t('dashboard.registered'), count: registration.succeeded },
    ...registration.reasons.map(({ reason, said, tries }) => ({ key: reason, label: said, count: tries })),
    ...incidents.kinds.map(({ kind, count }) => ({ key: kind, label: t(`incident.${kind as 'own_failures'}`), count })),
    { key: 'received', label: t('dashboard.requests'), count: privacy.received },
    { key: 'overdue', label: t('dashboard.overdue'), count: privacy.overdue },
  ]
  return (
    <>
      <FigureCard
        chart={({ now: { registration, incidents, privacy } }) => (
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
        foot={({ now, former }) => (
          <>
            {t('dashboard.registered')}: {number(now.registration.succeeded)}{' '}
            <Compared former={former.registration.succeeded} now={now.registration.succeeded} /> <Freshness of={now} />
          </>
        )}
        table={({ now, former }) => ({
          columns: [t('dashboard.step'), t('dashboard.count'), t('dashboard.periodBefore')],
          rows: counts(now).map(({ key, label, count }) => [
            label,
            number(count),
            number(counts(former).find((one) => one.key === key)?.count ?? 0),
          ]),
        })}
        title={t('dashboard.reliability')}
      />
      <Refused figures={figures} />
    </>
  )
}

/** Attempts to sign in or to verify a code that failed, by their reason. */
function Refused({ figures }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const tries = ({ refused }: Reliability) => refused.reduce((sum, one) => sum + one.tries, 0)
  const formerOf = ({ former }: Both<Reliability>, way: string, reason: string) =>
    former.refused.find((one) => one.way === way && one.reason === reason)?.tries ?? 0
  const word = (way: string) => t(`signInWay.${way as 'password'}`)
  return (
    <FigureCard
      chart={(both) => (
        <ul className={classes.shares}>
          {both.now.refused.map((one) => (
            <li key={`${one.way} ${one.reason}`}>
              <div className={classes.step}>
                <span>
                  {word(one.way)}: {one.said}
                </span>
                <span className="numbers">
                  <b>{number(one.tries)}</b> <Compared former={formerOf(both, one.way, one.reason)} now={one.tries} />
                </span>
              </div>
              <div className={classes.track}>
                <span
                  style={{ inlineSize: `${(100 * one.tries) / tries(both.now)}%`, background: 'var(--figure-warm)' }}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      empty={t('dashboard.noneRefused')}
      figures={figures}
      foot={({ now, former }) => (
        <>
          {t('dashboard.attempts')}: {number(tries(now))} <Compared former={tries(former)} now={tries(now)} />{' '}
          <Freshness of={now} />
        </>
      )}
      isEmpty={({ now }) => now.refused.length === 0}
      table={(both) => ({
        columns: [t('dashboard.reason'), t('dashboard.attempts'), t('dashboard.periodBefore')],
        rows: both.now.refused.map((one) => [
          `${word(one.way)}: ${one.said}`,
          number(one.tries),
          number(formerOf(both, one.way, one.reason)),
        ]),
      })}
      title={t('dashboard.refused')}
    />
  )
}
