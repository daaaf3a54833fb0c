import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../language/format.ts'
import classes from './duplicates.module.css'
import type { Explanation } from './queries.ts'

const BITS = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const

/** Why, as a waterfall: each bar begins where the one before ended, and the last shows the sum. */
export function Why({ of }: { readonly of: Explanation }) {
  const { t } = useTranslation()
  const bits = useNumber(BITS)
  const percent = useNumber(PERCENT)
  const { beforehand, household, reasons, score, vetoes, wouldDecide, probability } = of
  const said = reasons.filter(({ level }) => level !== 'missing')
  const steps = [
    { name: t('duplicates.beforehand'), how: '', bits: beforehand },
    ...said.map(({ field, level, bits }) => ({ name: t(`field.${field}`), how: t(`duplicateLevel.${level}`), bits })),
    ...(household < -0.05 ? [{ name: t('duplicates.household'), how: '', bits: household }] : []),
  ]
  let sum = 0
  const bars = steps.map((step) => {
    const from = sum
    sum += step.bits
    return { ...step, from, to: sum }
  })
  const ends = bars.flatMap(({ from, to }) => [from, to])
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const place = (bits: number) => `${(100 * (bits - low)) / Math.max(1, high - low)}%`
  return (
    <section aria-label={t('duplicates.why')} className={classes.why}>
      <Text fw={600} size="sm">
        {t('duplicates.whySum', {
          score: bits(score),
          percent: percent(probability),
        })}
      </Text>
      <ol className={classes.waterfall}>
        {bars.map(({ name, how, bits: own, from, to }) => (
          <li key={name}>
            <span className={classes.step}>
              {name} {how && <small>{how}</small>}
            </span>
            <span aria-hidden="true" className={classes.track}>
              <span
                className={classes.bar}
                data-against={own < 0}
                style={{
                  insetInlineStart: place(Math.min(from, to)),
                  inlineSize: `calc(${place(Math.max(from, to))} - ${place(Math.min(from, to))})`,
                }}
              />
            </span>
            <bdi className={classes.bits} dir="ltr">
              {bits(own)}
            </bdi>
          </li>
        ))}
      </ol>
      {vetoes.map((veto) => (
        <Alert color="orange" key={veto} p="xs" variant="light">
          {t(`duplicateVeto.${veto}`)}
        </Alert>
      ))}
      {wouldDecide.length > 0 && (
        <Text c="dimmed" size="xs">
          {t('duplicates.wouldDecide', {
            fields: wouldDecide.map(({ field }) => t(`field.${field}`)).join(t('duplicates.and')),
          })}
        </Text>
      )}
    </section>
  )
}
