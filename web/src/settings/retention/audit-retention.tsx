import type { Output } from '@kith/sdk'
import { Alert } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { NumberField } from '../../design/numbers/number-field.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useMoment, useNumber } from '../../language/format.ts'
import { useAct } from '../act.ts'
import { BELOW, RulesCard } from '../rules/rules-card.tsx'

type Retention = Output<'audit.readSettings'>

export function AuditRetention({ retention }: { readonly retention: Retention }) {
  const { t } = useTranslation()
  const [keepYears, setKeepYears] = useState(retention.keepYears)
  const save = useAct((kith) => kith.audit.changeSettings({ keepYears }), {
    refreshes: ['retention'],
    says: t('settings.saved'),
    inForm: true,
  })
  return (
    <RulesCard act={save} onSubmit={() => save.mutate(undefined)} title={t('retention.audit')}>
      <NumberField
        allowDecimal={false}
        description={t('retention.auditExplained')}
        error={refusedFields(save.error).keepYears}
        inputWrapperOrder={[...BELOW]}
        label={t('retention.keepYears')}
        onChange={(value) => setKeepYears(value === '' ? null : value)}
        placeholder={t('retention.forEver')}
        value={keepYears ?? ''}
      />
      <State {...retention} />
    </RulesCard>
  )
}

/** What has become of it: when it takes effect, what is gone, and what a legal hold keeps. */
function State({ startsAt, released, held }: Retention) {
  const { t } = useTranslation()
  const number = useNumber()
  const { when } = useMoment()
  if (!startsAt && !released && !held) return null
  return (
    <Alert icon={<Icon name="trail" />} role="status" style={{ gridColumn: '1 / -1' }} variant="light">
      {startsAt && <p>{t('retention.startsAt', { day: when(startsAt) })}</p>}
      {released && (
        <p>
          {t('retention.released', {
            entries: number(released.entries),
            day: released.until ? when(released.until) : '',
          })}
        </p>
      )}
      {held && <p>{t('retention.held')}</p>}
    </Alert>
  )
}
