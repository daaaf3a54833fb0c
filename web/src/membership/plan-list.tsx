import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { Moment, Name } from '../design/written.tsx'
import classes from './membership.module.css'
import { useOwnName } from './names.ts'
import type { HeldPlan, Plans } from './queries.ts'

interface Props {
  readonly plans: Plans
  /** What may be done with one of them. */
  readonly acts?: (plan: HeldPlan) => ReactNode
}

const TONES = { active: 'accent', pending: 'blue', paused: 'warm', cancelled: 'quiet', expired: 'quiet' } as const

/** The plans of a customer: those of now first, then the former ones. */
export function PlanList({ plans, acts }: Props) {
  return (
    <ul className={classes.list} data-plans>
      {plans.items.map((plan) => (
        <OnePlan acts={acts?.(plan)} key={plan.id} plan={plan} />
      ))}
    </ul>
  )
}

function OnePlan({ plan, acts }: { readonly plan: HeldPlan; readonly acts?: ReactNode }) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  const { status, planNames, billingCycle, startDate, endDate, renewalDate, resumesAt, scheduled } = plan
  const isOver = status === 'cancelled' || status === 'expired'
  return (
    <li className={classes.plan} data-over={isOver || undefined} data-plan={plan.planId} data-status={status}>
      <div className={classes.head}>
        <Text component="span" fw={600}>
          <Name>{nameOf(planNames)}</Name>
        </Text>
        <span className={badge.badge} data-tone={TONES[status]}>
          {t(`planStatus.${status}`)}
        </span>
        <Text c="dimmed" component="span" size="sm">
          {t(`planCycle.${billingCycle}`)}
        </Text>
        {acts && <div className={classes.acts}>{acts}</div>}
      </div>
      <Text c="dimmed" size="sm">
        {t('plan.since')} <Moment at={startDate} />
        {endDate && (
          <>
            {' · '}
            {t('plan.until')} <Moment at={endDate} />
          </>
        )}
        {renewalDate && (
          <>
            {' · '}
            {t('plan.renews')} <Moment at={renewalDate} />
          </>
        )}
        {resumesAt && (
          <>
            {' · '}
            {t('plan.resumes')} <Moment at={resumesAt} />
          </>
        )}
      </Text>
      {scheduled && (
        <Text data-scheduled size="sm">
          {scheduled.planNames ? t('plan.becomes', { plan: nameOf(scheduled.planNames) }) : t('plan.willEnd')}{' '}
          <Moment at={scheduled.at} />
        </Text>
      )}
    </li>
  )
}
