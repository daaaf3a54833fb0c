import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Code } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import { Deliveries } from './deliveries.tsx'
import { Standing } from './standing.tsx'
import { MANAGES, NEEDS, nameOf, useIsRemoved, WEBHOOKS } from './webhook.ts'
import { WebhookActs } from './webhook-acts.tsx'

/** One webhook: whether it works, what it got, and what can be done about it. */
export function WebhookPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const { webhookId } = useParams({ from: '/settings/webhooks/$webhookId' })
  const read = useSetting(
    [...WEBHOOKS, webhookId],
    NEEDS,
    async (kith, signal) => {
      const [webhook, { items }] = await Promise.all([
        kith.webhooks.get({ webhookId }, { signal }),
        kith.webhooks.listEventTypes({}, { signal }),
      ])
      return { webhook, types: items.map(({ type }) => type) }
    },
    {
      refetchInterval: (data) => (data && data.webhook.waiting > 0 ? 5_000 : false),
      paused: useIsRemoved(webhookId),
    },
  )
  return (
    <Section
      explained={read.data?.webhook.url ?? ''}
      needs={NEEDS}
      read={read}
      title={read.data ? nameOf(read.data.webhook) : t('settings.webhooks')}
    >
      {({ webhook, types }) => (
        <>
          <Standing webhook={webhook} />
          {webhook.types && <Code>{webhook.types.join(' · ')}</Code>}
          {webhook.segments && <Code>{webhook.segments.join(' · ')}</Code>}
          {may(MANAGES) && <WebhookActs types={types} webhook={webhook} />}
          <Deliveries webhook={webhook} />
        </>
      )}
    </Section>
  )
}
