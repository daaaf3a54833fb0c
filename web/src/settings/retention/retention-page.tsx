import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { AuditRetention } from './audit-retention.tsx'

const NEEDS = 'settings:manage'

/** For how long data is kept that no erasure is about. */
export function RetentionPage() {
  const { t } = useTranslation()
  const read = useSetting(['retention'], NEEDS, (kith, signal) => kith.audit.readSettings({}, { signal }))
  return (
    <Section explained={t('settings.retentionExplained')} needs={NEEDS} read={read} title={t('settings.retention')}>
      {(audit) => <AuditRetention retention={audit} />}
    </Section>
  )
}
