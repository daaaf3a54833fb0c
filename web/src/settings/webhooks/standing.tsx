import { Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { Tag } from '../tag.tsx'
import type { Webhook } from './webhook.ts'

/** Whether it works, and what has not arrived. */
export function Standing({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation()
  const number = useNumber()
  const { enabled, disabledBecause, failingSince, waiting, dead } = webhook
  return (
    <Group gap={6}>
      {!enabled && disabledBecause && (
        <Tag tone="quiet">{t('webhooks.because', { reason: t(`webhookBecause.${disabledBecause}`) })}</Tag>
      )}
      {enabled && failingSince && (
        <Tag tone="danger">
          {t('webhooks.failing')} <Moment at={failingSince} />
        </Tag>
      )}
      {enabled && !failingSince && <Tag tone="accent">{t('keys.valid')}</Tag>}
      {waiting > 0 && <Tag tone="warm">{t('webhooks.waiting', { number: number(waiting) })}</Tag>}
      {dead > 0 && <Tag tone="danger">{t('webhooks.dead', { number: number(dead) })}</Tag>}
    </Group>
  )
}
