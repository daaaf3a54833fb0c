import { Alert, Button, FileButton, Group, Progress, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useReason } from '../design/states.tsx'
import { usePercent } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import classes from './imports.module.css'
import { sendFile } from './send-file.ts'

const ACCEPTED = '.csv,.tsv,.txt,.ndjson,.jsonl,.vcf,.xlsx'

/** Takes a file by a press or by dropping it, and shows how much of it has been sent. */
export function UploadCard() {
  const { t } = useTranslation()
  const { kith } = useSession()
  const percent = usePercent()
  const reason = useReason()
  const navigate = useNavigate()
  const [share, setShare] = useState<number | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function start(file: File | null) {
    if (!file) return
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    setRefused(null)
    setShare(0)
    try {
      const importId = await sendFile(kith, file, { signal, onSent: (bytes) => setShare(bytes / (file.size || 1)) })
      await navigate({ to: '/imports/$importId', params: { importId } })
    } catch (error) {
      if (!signal.aborted) setRefused(error)
    } finally {
      setShare(null)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void start(event.dataTransfer.files[0] ?? null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div className={classes.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Icon name="upload" size={24} />
      <Text size="sm">{t('imports.drop')}</Text>
      <Text c="dimmed" size="xs">
        {t('imports.formats')}
      </Text>
      {share === null ? (
        <FileButton accept={ACCEPTED} onChange={(file) => void start(file)}>
          {(props) => <Button {...props}>{t('imports.choose')}</Button>}
        </FileButton>
      ) : (
        <Group gap="sm" w="100%" wrap="nowrap">
          <Progress aria-label={t('imports.sending')} flex={1} value={share * 100} />
          <Text aria-live="polite" className="numbers" size="sm">
            {percent(share)}
          </Text>
          <Button onClick={() => running.current?.abort()} size="compact-sm" variant="default">
            {t('act.cancel')}
          </Button>
        </Group>
      )}
      {refused !== null && (
        <Alert color="red" role="alert" variant="light" w="100%">
          {reason(refused)}
        </Alert>
      )}
    </div>
  )
}
