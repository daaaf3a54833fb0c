import { Modal, type ModalProps, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, type Going, useTrying } from './form.tsx'

/** What lies over the screen until it is answered. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation()
  return <Modal closeButtonProps={{ 'aria-label': t('act.close') }} {...props} />
}

interface ActProps {
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

/** One thing to do, and what is needed for it. */
export function ActDialog({ title, opened, ...inside }: ActProps) {
  return (
    <Dialog onClose={inside.onClose} opened={opened} title={title}>
      <Act {...inside} />
    </Dialog>
  )
}

function Act({ act, danger = false, ready = true, onClose, onAct, children }: Omit<ActProps, 'title' | 'opened'>) {
  const trying = useTrying(onAct, onClose)
  return (
    <Form act={trying} danger={danger} disabled={!ready} onCancel={onClose} onSubmit={trying.run} submit={act}>
      {children}
    </Form>
  )
}

interface ConfirmProps {
  readonly title: string
  readonly explained: string
  readonly act: Going
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Before what cannot be taken back. */
export function Confirm({ title, explained, act, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog onClose={onClose} opened title={title}>
      <Form act={act} danger onCancel={onClose} onSubmit={onConfirm} submit={title}>
        <Text size="sm">{explained}</Text>
      </Form>
    </Dialog>
  )
}

interface ReasonProps {
  readonly explained: ReactNode
  readonly act: string
  readonly danger?: boolean
  /** Without one it does not go on. */
  readonly needed?: boolean
  readonly onReason: (reason: string | undefined) => unknown
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Why, before something is done to somebody. */
export function ReasonForm({ explained, act, danger = false, needed = false, onReason, onClose, onDone }: ReasonProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const why = typed.trim()
  const trying = useTrying(() => onReason(why || undefined), onDone ?? onClose)
  return (
    <Form act={trying} danger={danger} disabled={needed && !why} onCancel={onClose} onSubmit={trying.run} submit={act}>
      <Text size="sm">{explained}</Text>
      <Textarea
        data-autofocus
        label={t('person.reason')}
        maxLength={500}
        minRows={2}
        onChange={(event) => setTyped(event.currentTarget.value)}
        required={needed}
        value={typed}
      />
    </Form>
  )
}
