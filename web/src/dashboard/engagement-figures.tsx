import type { Output } from '@kith/sdk'
import type { UseQueryResult } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber, usePercent } from '../language/format.ts'
import { BehindButton } from './behind.tsx'
import { Freshness } from './compared.tsx'
import classes from './dashboard-page.module.css'
import { FigureCard } from './figure-card.tsx'

type Engagement = Output<'statistics.engagement'>
const BANDS = [5, 4, 3, 2, 1] as const

/** Who orders how lately and how often, who comes back, and who is leaving. */
export function EngagementFigures({ figures }: { readonly figures: UseQueryResult<Engagement> }) {
  const { t } = useTranslation()
  const [number, percent] = [useNumber(), usePercent()]
  const isEmpty = ({ churn }: Engagement) => churn.buyers === 0
  const rfmRows = ({ rfm }: Engagement) =>
    rfm.map(({ r, f, m, customers }) => [`R${r} F${f} M${m}`, number(customers)] as const)
  const recency = (r: number, days: readonly number[]) =>
    r === 1
      ? t('dashboard.longerAgo', { days: number(days.at(-1)!) })
      : t('dashboard.withinDays', { days: number(days[5 - r]!) })
  return (
    <>
      <FigureCard
        chart={({ rfm, recencyDays, position }) => (
          <div className={classes.scrolls}>
            <table className={classes.heat}>
              <thead>
                <tr>
                  <th scope="col">{t('dashboard.lastOrder')}</th>
                  {BANDS.map((f) => (
                    <th key={f} scope="col">
                      F{f}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {BANDS.map((r) => (
                  <tr key={r}>
                    <th scope="row">{recency(r, recencyDays)}</th>
                    {BANDS.map((f) => {
                      const cells = rfm.filter((one) => one.r === r && one.f === f)
                      const sum = cells.reduce((total, { customers }) => total + customers, 0)
                      const all = rfm.reduce((total, { customers }) => total + customers, 0)
                      return (
                        <td key={f} style={{ '--heat': sum / Math.max(1, all) } as CSSProperties}>
                          {cells.map(({ m, customers, from, to }) => (
                            <BehindButton
                              count={customers}
                              figure={{ figure: 'rfm', part: `F${f}M${m}`, ...(from && { from }), to, position }}
                              key={m}
                              title={`R${r} F${f} M${m}`}
                            />
                          ))}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        figures={figures}
        foot={(data) => <Freshness of={data} />}
        isEmpty={isEmpty}
        table={(data) => ({ columns: ['RFM', t('dashboard.customers')], rows: rfmRows(data) })}
        title={t('dashboard.rfm')}
        wide
      />
      <FigureCard
        chart={({ cohorts, position }) => (
          <div className={classes.table}>
            <table className={classes.heat}>
              <tbody>
                {cohorts.map(({ month, months }) => {
                  const first = months[0]?.customers ?? 0
                  return (
                    <tr key={month}>
                      <th scope="row">
                        <bdi dir="ltr">{month}</bdi>
                      </th>
                      {months.map((one) => (
                        <td
                          key={one.month}
                          style={{ '--heat': one.customers / Math.max(1, first) } as CSSProperties}
                          title={one.month}
                        >
                          <BehindButton
                            count={one.customers}
                            figure={{
                              figure: 'cohort',
                              part: month,
                              from: `${one.month}-01`,
                              to: `${one.month}-01`,
                              position,
                            }}
                            title={`${month} · ${one.month}`}
                          />
                        </td>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
        figures={figures}
        foot={(data) => <Freshness of={data} />}
        isEmpty={isEmpty}
        table={({ cohorts }) => ({
          columns: [t('dashboard.firstOrder'), t('dashboard.month'), t('dashboard.customers')],
          rows: cohorts.flatMap(({ month, months }) =>
            months.map((one) => [`${month} · ${one.month}`, one.month, number(one.customers)] as const),
          ),
        })}
        title={t('dashboard.cohorts')}
        wide
      />
      <FigureCard
        chart={({ churn: { buyers, atRisk, lost }, position }) => (
          <ul className={classes.shares}>
            {(
              [
                ['late', atRisk],
                ['lost', lost],
              ] as const
            ).map(([part, count]) => (
              <li className={classes.step} key={part}>
                <span>{t(`churn.${part}`)}</span>
                <span className="numbers">
                  <BehindButton count={count} figure={{ figure: 'churn', part, position }} title={t(`churn.${part}`)} />{' '}
                  {percent(count / Math.max(1, buyers))}
                </span>
              </li>
            ))}
          </ul>
        )}
        figures={figures}
        foot={(data) => <Freshness of={data} />}
        isEmpty={isEmpty}
        table={({ churn: { buyers, atRisk, lost } }) => ({
          columns: [t('dashboard.step'), t('dashboard.customers')],
          rows: [
            [t('dashboard.buyers'), number(buyers)],
            [t('churn.late'), number(atRisk)],
            [t('churn.lost'), number(lost)],
          ],
        })}
        title={t('dashboard.churn')}
      />
    </>
  )
}
