import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../design/dialog.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { useOwnName } from '../names.ts'
import { type Feature, useMembershipAct, type Value } from '../queries.ts'
import { ValueField } from '../value-field.tsx'

interface Props {
  readonly customer: Customer
  readonly feature: Feature
  readonly onClose: () => void
}

/** A value for one customer alone, kept among their own `features`. */
export function OverrideDialog({ customer: { id: customerId, features, version }, feature, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const nameOf = useOwnName()
  const { [feature.key]: said, ...others } = features
  const [value, setValue] = useState(isValue(said) ? said : undefined)
  const act = useMembershipAct(customerId, () =>
    kith.customers.change(
      { customerId, features: value === undefined ? others : { ...others, [feature.key]: value } },
      { ifMatch: version },
    ),
  )
  return (
    <ActDialog
      act={t('act.save')}
      onAct={() => act.mutateAsync(undefined)}
      onClose={onClose}
      opened
      title={t('plan.override')}
    >
      <Text c="dimmed" size="sm">
        {t('plan.overrideExplained')}
      </Text>
      <ValueField error={undefined} feature={feature} label={nameOf(feature.name)} onValue={setValue} value={value} />
    </ActDialog>
  )
}

const isValue = (said: unknown): said is Value =>
  typeof said === 'boolean' || typeof said === 'number' || typeof said === 'string'
