import { Modal, type ModalProps, Text, Textarea } from '@mantine/core'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, type Going, useTrying } from './form.tsx'
import { leave, useAsking, useUnsaved } from './unsaved.ts'

interface DialogProps extends ModalProps {
  /** Closing it loses nothing important: the input is a code or a password, or saved at once. */
  readonly forgets?: boolean
}

/** A modal dialog. Focuses its first field, and asks before it discards input. */
export function Dialog({ onClose, children, forgets = false, ...props }: DialogProps) {
  const { t } = useTranslation()
  const unsaved = useRef(false)
  const asking = useAsking()
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('act.close') }}
      // Escape reaches every window; only the topmost reacts.
      closeOnEscape={asking === null}
      onClose={() => leave(onClose, unsaved.current)}
      {...props}
    >
      <Inside forgets={forgets} unsaved={unsaved}>
        {children}
      </Inside>
    </Modal>
  )
}

const FIELDS = 'input:not([type=hidden], :disabled, [readonly]), select:not(:disabled), textarea:not(:disabled)'

/** The field with autofocus, else the first, else the first button. */
function firstOf(body: HTMLElement): HTMLElement | null {
  const wanted = body.querySelector<HTMLElement>('[data-autofocus]')
  const first = wanted ?? body.querySelector<HTMLElement>(FIELDS)
  const isUnchosen = first instanceof HTMLInputElement && first.type === 'radio' && !first.checked
  return (isUnchosen ? body.querySelector<HTMLElement>('input[type=radio]:checked') : null) ?? first
}

interface InsideProps {
  readonly forgets: boolean
  readonly unsaved: RefObject<boolean>
  readonly children: ReactNode
}

function Inside({ forgets, unsaved, children }: InsideProps) {
  const body = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(false)
  const isUnsaved = typed && !forgets
  useUnsaved(isUnsaved)
  useEffect(() => {
    unsaved.current = isUnsaved
  }, [isUnsaved, unsaved])
  useLayoutEffect(() => {
    const inside = body.current!
    // Mantine looks for this attribute, and without it focuses the ×.
    const mark = () => {
      const first = firstOf(inside) ?? inside.querySelector<HTMLElement>('button:not(:disabled)')
      first?.setAttribute('data-autofocus', '')
      return first
    }
    mark()
    // Content that loads later takes the focus as if it had been there.
    const coming = new MutationObserver(() => {
      if (inside.contains(document.activeElement)) return coming.disconnect()
      mark()?.focus({ preventScroll: true })
    })
    coming.observe(inside, { childList: true, subtree: true })
    return () => coming.disconnect()
  }, [])
  return (
    <div onInput={() => setTyped(true)} ref={body}>
      {children}
    </div>
  )
}

interface ActProps {
  readonly title: string
  readonly opened: boolean
  readonly act: string
  readonly danger?: boolean
  readonly ready?: boolean
  readonly onClose: () => void
  /** Shows its errors in the dialog, which keeps all input. */
  readonly onAct: () => Promise<unknown>
  readonly children: ReactNode
}

/** One action with its fields. */
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

/** Confirmation of an irreversible action. */
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
  /** Required. */
  readonly needed?: boolean
  /** What else is asked, below the reason. */
  readonly children?: ReactNode
  readonly onReason: (reason: string | undefined) => unknown
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** Asks for a reason before an action on a customer. */
export function ReasonForm({
  explained,
  act,
  danger = false,
  needed = false,
  children,
  onReason,
  onClose,
  onDone,
}: ReasonProps) {
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
      {children}
    </Form>
  )
}
