import type { Output } from '@kith/sdk'
import { Button, Group, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'

interface Props {
  readonly one: Output<'privacy.listOwnExports'>['items'][number]
  /** Null without permission. */
  readonly onFetch: ((exportId: string) => Promise<unknown>) | null
  readonly onDelete: ((exportId: string) => Promise<unknown>) | null
}

/** The progress of an export, its download, and its deletion before it ends by itself. */
export function OneExport({ one, onFetch, onDelete }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const notifyFailure = useNotifyFailure()
  const [busy, setBusy] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const { id, status, progress, bytes, createdAt } = one
  async function fetchIt() {
    setBusy(true)
    await onFetch?.(id).catch(notifyFailure)
    setBusy(false)
  }
  return (
    <Group data-export={status} gap="md">
      <Text component="div" miw="9rem" size="sm">
        <Moment at={createdAt} exact />
      </Text>
      {status === 'waiting' ? (
        <Progress
          aria-label={t('privacyExport.waiting')}
          flex="1 1 8rem"
          value={progress.of === 0 ? 0 : (progress.done / progress.of) * 100}
        />
      ) : (
        <Text c="dimmed" flex="1 1 6rem" size="sm">
          {t(`privacyExport.${status}`)}
          {status === 'ready' && bytes !== null && ` · ${number(Math.ceil(bytes / 1024))} KiB`}
        </Text>
      )}
      {status === 'ready' && onFetch && (
        <Button
          leftSection={<Icon name="download" size={16} />}
          loading={busy}
          onClick={() => void fetchIt()}
          size="sm"
          variant="default"
        >
          {t('privacyExport.download')}
        </Button>
      )}
      {status === 'ready' && onDelete && (
        <Button data-delete-export onClick={() => setDeleting(true)} size="sm" variant="subtle">
          {t('privacyExport.delete')}
        </Button>
      )}
      {onDelete && (
        <ActDialog
          act={t('privacyExport.delete')}
          danger
          onAct={() => onDelete(id)}
          onClose={() => setDeleting(false)}
          opened={deleting}
          title={t('privacyExport.deleteTitle')}
        >
          <Text size="sm">{t('privacyExport.deleteExplained')}</Text>
        </ActDialog>
      )}
    </Group>
  )
}
