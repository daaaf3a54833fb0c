import type { Kith, Output } from '@kith/sdk'
import { Alert } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useMoment, useNumber } from '../../language/format.ts'
import { useAct } from '../act.ts'
import { BELOW, RulesCard } from '../rules/rules-card.tsx'

type KeptDays = Output<'messages.readRetention'>

interface Props {
  readonly title: string
  readonly explained: string
  readonly kept: KeptDays
  readonly change: (kith: Kith, keepDays: number | null) => Promise<KeptDays>
}

/** For how many days something is kept that is deleted by its age. */
export function KeptDaysCard({ title, explained, kept, change }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const { when } = useMoment()
  const [keepDays, setKeepDays] = useState(kept.keepDays)
  const save = useAct((kith) => change(kith, keepDays), {
    refreshes: ['retention'],
    says: t('settings.saved'),
    inForm: true,
  })
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={title}>
      <NumberField
        allowDecimal={false}
        description={explained}
        error={refusedFields(save.error).keepDays}
        inputWrapperOrder={[...BELOW]}
        label={t('retention.keepDays')}
        onChange={(value) => setKeepDays(value === '' ? null : value)}
        placeholder={number(kept.usualDays)}
        value={keepDays ?? ''}
      />
      {kept.startsAt && (
        <Alert icon={<Icon name="trail" />} role="status" style={{ gridColumn: '1 / -1' }} variant="light">
          <p>{t('retention.daysUntil', { day: when(kept.startsAt), days: number(kept.daysNow) })}</p>
        </Alert>
      )}
    </RulesCard>
  )
}
