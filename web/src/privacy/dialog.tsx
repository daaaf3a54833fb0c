import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../design/states.tsx'

interface Props {
  readonly title: string
  readonly opened: boolean
  readonly act: string
  readonly danger?: boolean
  readonly ready?: boolean
  readonly onClose: () => void
  /** What it throws is said in the dialog, which stays with all that was typed. */
  readonly onAct: () => Promise<unknown>
  readonly children: ReactNode
}

export function Dialog({ title, opened, onClose, ...inside }: Props) {
  const { t } = useTranslation()
  return (
    <Modal closeButtonProps={{ 'aria-label': t('act.close') }} onClose={onClose} opened={opened} title={title}>
      <Form onClose={onClose} {...inside} />
    </Modal>
  )
}

function Form({ act, danger = false, ready = true, onClose, onAct, children }: Omit<Props, 'title' | 'opened'>) {
  const { t } = useTranslation()
  const reason = useReason()
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!ready) return
    setBusy(true)
    try {
      await onAct()
      onClose()
    } catch (error) {
      setRefused(error)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {refused !== null && (
          <Alert color="red" role="alert" variant="light">
            {reason(refused)}
          </Alert>
        )}
        {children}
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('act.cancel')}
          </Button>
          <Button color={danger ? 'red.8' : 'kith'} disabled={!ready} loading={busy} type="submit">
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
