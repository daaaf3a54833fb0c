import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import badge from '../../../design/badges.module.css'
import { Name } from '../../../design/written.tsx'
import { PointsSummary } from '../../../loyalty/points-summary.tsx'
import { usePoints } from '../../../loyalty/queries.ts'
import { useOwnName } from '../../../membership/names.ts'
import { useMembership } from '../../../membership/queries.ts'
import { type Customer, useSession } from '../../../session/session.ts'

/** Points with the tier, the plan and the flairs of a customer. */
export function Worth({ customer: { id: customerId } }: { readonly customer: Customer }) {
  const { may } = useSession()
  return (
    <>
      {may('loyalty:read') && <Points customerId={customerId} />}
      {may('plans:read') && <Plan customerId={customerId} />}
    </>
  )
}

function Points({ customerId }: { readonly customerId: string }) {
  const { data } = usePoints(customerId)
  if (!data) return null
  return (
    <section>
      <PointsSummary account={data} endings={1} />
    </section>
  )
}

function Plan({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  const { data } = useMembership(customerId)
  if (!data) return null
  const plans = data.plans.items.filter(({ status }) => status === 'active' || status === 'paused')
  return (
    <section aria-label={t('tab.membership')} data-plan-beside>
      {plans.map(({ id, planNames, billingCycle, status }) => (
        <Text key={id} size="sm">
          <Text c="dimmed" component="span" size="xs">
            {t('plan.plan')}
          </Text>{' '}
          <Name>{nameOf(planNames)}</Name>{' '}
          <Text c="dimmed" component="span" size="xs">
            {t(status === 'paused' ? 'planStatus.paused' : `planCycle.${billingCycle}`)}
          </Text>
        </Text>
      ))}
      {data.flairs.items.length > 0 && (
        <Group gap={6} mt={6}>
          {data.flairs.items.map(({ flairId, icon, names }) => (
            <span className={badge.badge} data-tone="quiet" key={flairId}>
              <span aria-hidden>{icon}</span> <Name>{nameOf(names)}</Name>
            </span>
          ))}
        </Group>
      )}
    </section>
  )
}
