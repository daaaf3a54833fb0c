import type { Output } from '@kith/sdk'
import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { Tag } from '../tag.tsx'
import { WEBHOOKS } from './webhook.ts'

type Attempt = Output<'webhooks.delivery'>['log'][0]
interface Props {
  readonly webhookId: string
  readonly eventId: string
  readonly onClose: () => void
}

export function DeliveryLog({ webhookId, eventId, onClose }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const read = useQuery({
    queryKey: ['settings', ...WEBHOOKS, webhookId, eventId],
    queryFn: ({ signal }) => kith.webhooks.delivery({ webhookId, eventId }, { signal }),
  })
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('webhooks.log')}>
      {read.error && <Failure error={read.error} onRetry={read.refetch} />}
      {read.isPending && <SkeletonRows rows={3} />}
      <Stack gap="lg">
        {read.data?.log.length === 0 && <Text size="sm">{t('webhooks.noAnswer')}</Text>}
        {read.data?.log.map((attempt) => (
          <OneAttempt attempt={attempt} key={attempt.at} />
        ))}
      </Stack>
    </Dialog>
  )
}

function OneAttempt({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTranslation()
  const number = useNumber()
  const { at, outcome, status, tookMs, request, answer } = attempt
  return (
    <Stack gap="xs">
      <div>
        <Moment at={at} exact />{' '}
        <Tag tone={outcome === 'delivered' ? 'accent' : 'danger'}>{t(`webhookOutcome.${outcome}`)}</Tag>{' '}
        <span className="numbers">{status !== null && number(status)}</span>{' '}
        <span className="second-name numbers">{t('webhooks.took', { ms: number(tookMs) })}</span>
      </div>
      <Part of={request} title={t('webhooks.request')} without={t('webhooks.notShown')} />
      <Part of={answer} title={t('webhooks.answer')} without={t('webhooks.noAnswer')} />
    </Stack>
  )
}

interface PartProps {
  readonly title: string
  readonly of: Attempt['request']
  readonly without: string
}

function Part({ title, of, without }: PartProps) {
  if (of === null)
    return (
      <Text c="dimmed" size="sm">
        {title}: {without}
      </Text>
    )
  const headers = Object.entries(of.headers).map(([name, value]) => `${name}: ${value}`)
  return (
    <details>
      <summary>{title}</summary>
      <pre dir="ltr" style={{ overflowX: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {[...headers, '', of.body ?? ''].join('\n')}
      </pre>
    </details>
  )
}
