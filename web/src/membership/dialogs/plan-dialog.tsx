import { Radio, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { useSession } from '../../session/session.ts'
import { useOwnName } from '../names.ts'
import { type HeldPlan, useMembershipAct, usePlanCatalogue, type When } from '../queries.ts'
import { ChangePreview } from './preview.tsx'
import { WHENS } from './whens.ts'

interface Props {
  readonly customerId: string
  /** The plan to change; without it another one is added. */
  readonly plan?: HeldPlan | undefined
  readonly onClose: () => void
}

const CYCLES = ['monthly', 'yearly', 'lifetime'] as const
type Cycle = (typeof CYCLES)[number]

/** Another plan, now or at the end of the period, with what it will change. */
export function PlanDialog({ customerId, plan, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const nameOf = useOwnName()
  const { data } = usePlanCatalogue()
  const [planId, setPlanId] = useState<string | null>(null)
  const [chosenCycle, setCycle] = useState<Cycle | null>(null)
  const [when, setWhen] = useState<When>('now')
  const offered = data?.catalogue.plans.filter(({ key, offered }) => offered && key !== plan?.planId) ?? []
  const billingCycle = chosenCycle ?? offered.find(({ key }) => key === planId)?.cycle ?? 'monthly'
  const act = useMembershipAct(customerId, () => {
    const wanted = { customerId, planId: planId ?? '', billingCycle }
    return plan ? kith.membership.change({ ...wanted, subscriptionId: plan.id, when }) : kith.membership.start(wanted)
  })
  const change = planId && { ...(plan && { subscriptionId: plan.id }), planId, billingCycle, when }
  return (
    <ActDialog
      act={t('act.save')}
      onAct={() => act.mutateAsync(undefined)}
      onClose={onClose}
      opened
      ready={planId !== null}
      title={plan ? t('plan.change') : t('plan.add')}
    >
      <Select
        data={offered.map(({ key, name }) => ({ value: key, label: nameOf(name) }))}
        label={t('plan.plan')}
        name="planId"
        onChange={setPlanId}
        value={planId}
      />
      <Select
        allowDeselect={false}
        data={CYCLES.map((one) => ({ value: one as string, label: t(`planCycle.${one}`) }))}
        label={t('plan.cycle')}
        name="billingCycle"
        onChange={(chosen) => setCycle(CYCLES.find((one) => one === chosen) ?? null)}
        value={billingCycle}
      />
      {plan && <WhenField onWhen={setWhen} when={when} />}
      <ChangePreview change={change || null} customerId={customerId} />
    </ActDialog>
  )
}

interface WhenProps {
  readonly when: When
  readonly onWhen: (when: When) => void
}

export function WhenField({ when, onWhen }: WhenProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={t('plan.when')}
      onChange={(chosen) => onWhen(WHENS.find((one) => one === chosen) ?? 'now')}
      value={when}
    >
      {WHENS.map((one) => (
        <Radio key={one} label={t(`planWhen.${one}`)} mt="xs" value={one} />
      ))}
    </Radio.Group>
  )
}
