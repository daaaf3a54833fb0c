import { ActionIcon, Button, Group, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { type Customer, useSession } from '../session/session.ts'
import { CancelDialog } from './dialogs/cancel-dialog.tsx'
import { FlairDialog } from './dialogs/flair-dialog.tsx'
import { OverrideDialog } from './dialogs/override-dialog.tsx'
import { PauseDialog } from './dialogs/pause-dialog.tsx'
import { PlanDialog } from './dialogs/plan-dialog.tsx'
import { FeatureList } from './feature-list.tsx'
import { FlairList } from './flair-list.tsx'
import { useOwnName } from './names.ts'
import { PlanList } from './plan-list.tsx'
import {
  type Feature,
  type HeldFlair,
  type HeldPlan,
  useMembership,
  useMembershipAct,
  usePlanCatalogue,
} from './queries.ts'
import { WhyPlan } from './why-plan.tsx'

/** Plans, features and flairs of one customer. */
export function PlanTab({ customer }: { readonly customer: Customer }) {
  const { may } = useSession()
  return may('plans:read') ? <Membership customer={customer} /> : <NoPermission />
}

type Opened =
  | { readonly dialog: 'plan'; readonly plan?: HeldPlan }
  | { readonly dialog: 'cancel' | 'pause'; readonly plan: HeldPlan }
  | { readonly dialog: 'flair' }
  | { readonly dialog: 'override'; readonly feature: Feature }

function Membership({ customer }: { readonly customer: Customer }) {
  const { id: customerId, restricted } = customer
  const { t } = useTranslation()
  const { may } = useSession()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data, error, refetch } = useMembership(customerId)
  const catalogue = usePlanCatalogue()
  const nameOf = useOwnName()
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  const { plans, features, flairs } = data
  const mayChange = may('plans:write') && !restricted
  const close = () => setOpened(null)
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('plan.plans')}
        </Title>
        {mayChange && (
          <Button onClick={() => setOpened({ dialog: 'plan' })} size="sm" variant="default">
            {t('plan.add')}
          </Button>
        )}
      </Group>
      <PlanList
        acts={(plan) => mayChange && <PlanActs customerId={customerId} onOpen={setOpened} plan={plan} />}
        plans={plans}
      />
      <Title order={2} size="h5">
        {t('plan.features')}
      </Title>
      <FeatureList
        acts={({ key, name }) => {
          const feature = catalogue.data?.catalogue.features.find((one) => one.key === key)
          if (!feature || !mayChange || !may('customers:write')) return null
          return (
            <ActionIcon
              aria-label={`${t('plan.override')}: ${nameOf(name ?? feature.name)}`}
              onClick={() => setOpened({ dialog: 'override', feature })}
              size="sm"
              variant="subtle"
            >
              <Icon name="edit" size={14} />
            </ActionIcon>
          )
        }}
        catalogue={catalogue.data?.catalogue}
        features={features}
      />
      <WhyPlan catalogue={catalogue.data?.catalogue} customerId={customerId} />
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('flair.flairs')}
        </Title>
        {mayChange && (
          <Button onClick={() => setOpened({ dialog: 'flair' })} size="sm" variant="default">
            {t('flair.award')}
          </Button>
        )}
      </Group>
      <FlairList acts={(flair) => mayChange && <RemoveFlair customerId={customerId} flair={flair} />} flairs={flairs} />
      {opened?.dialog === 'plan' && <PlanDialog customerId={customerId} onClose={close} plan={opened.plan} />}
      {opened?.dialog === 'cancel' && <CancelDialog customerId={customerId} onClose={close} plan={opened.plan} />}
      {opened?.dialog === 'pause' && <PauseDialog customerId={customerId} onClose={close} plan={opened.plan} />}
      {opened?.dialog === 'override' && <OverrideDialog customer={customer} feature={opened.feature} onClose={close} />}
      {opened?.dialog === 'flair' && <FlairDialog customerId={customerId} held={flairs.items} onClose={close} />}
    </Stack>
  )
}

interface ActsProps {
  readonly customerId: string
  readonly plan: HeldPlan
  readonly onOpen: (opened: Opened) => void
}

function PlanActs({ customerId, plan, onOpen }: ActsProps) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const notifyFailure = useNotifyFailure()
  const one = { customerId, subscriptionId: plan.id }
  const run = useMembershipAct(customerId, (act: 'revokeChange' | 'resume') => kith.membership[act](one))
  const act = (name: Parameters<typeof run.mutate>[0], label: string) => (
    <Button
      loading={run.isPending}
      onClick={() => run.mutate(name, { onError: notifyFailure })}
      size="compact-sm"
      variant="default"
    >
      {label}
    </Button>
  )
  if (plan.status === 'paused') return act('resume', t('plan.resume'))
  if (plan.status !== 'active' && plan.status !== 'pending') return null
  const isFree = plan.planId === 'free'
  return (
    <>
      {plan.scheduled && act('revokeChange', t('plan.revoke'))}
      <Button onClick={() => onOpen({ dialog: 'plan', plan })} size="compact-sm" variant="default">
        {t('plan.change')}
      </Button>
      {!isFree && plan.status === 'active' && !plan.scheduled && (
        <Button onClick={() => onOpen({ dialog: 'pause', plan })} size="compact-sm" variant="default">
          {t('plan.pause')}
        </Button>
      )}
      {!isFree && (
        <Button onClick={() => onOpen({ dialog: 'cancel', plan })} size="compact-sm" variant="default">
          {t('plan.cancel')}
        </Button>
      )}
    </>
  )
}

function RemoveFlair({ customerId, flair }: { readonly customerId: string; readonly flair: HeldFlair }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const nameOf = useOwnName()
  const notifyFailure = useNotifyFailure()
  const remove = useMembershipAct(customerId, () => kith.membership.removeFlair({ customerId, flairId: flair.flairId }))
  return (
    <ActionIcon
      aria-label={t('flair.remove', { flair: nameOf(flair.names) })}
      loading={remove.isPending}
      onClick={() => remove.mutate(undefined, { onError: notifyFailure })}
      size="sm"
      variant="subtle"
    >
      <Icon name="close" size={14} />
    </ActionIcon>
  )
}
