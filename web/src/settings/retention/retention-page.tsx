import { useTranslation } from 'react-i18next'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { AuditRetention } from './audit-retention.tsx'
import { KeptDaysCard } from './kept-days.tsx'

const NEEDS = 'settings:manage'

/** For how long data is kept that no erasure is about. */
export function RetentionPage() {
  const { t } = useTranslation()
  const read = useSetting(['retention'], NEEDS, async (kith, signal) => {
    const [audit, messages, events] = await Promise.all([
      kith.audit.readSettings({}, { signal }),
      kith.messages.readRetention({}, { signal }),
      kith.webhooks.readRetention({}, { signal }),
    ])
    return { audit, messages, events }
  })
  return (
    <Section explained={t('settings.retentionExplained')} needs={NEEDS} read={read} title={t('settings.retention')}>
      {({ audit, messages, events }) => (
        <>
          <AuditRetention retention={audit} />
          <KeptDaysCard
            change={(kith, keepDays) => kith.messages.changeRetention({ keepDays })}
            explained={t('retention.messagesExplained')}
            kept={messages}
            title={t('retention.messages')}
          />
          <KeptDaysCard
            change={(kith, keepDays) => kith.webhooks.changeRetention({ keepDays })}
            explained={t('retention.eventsExplained')}
            kept={events}
            title={t('retention.events')}
          />
        </>
      )}
    </Section>
  )
}
