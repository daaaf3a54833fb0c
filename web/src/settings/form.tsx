import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedFields } from '../customers/refused-fields.ts'
import { useReason } from '../design/states.tsx'

interface FormProps {
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly submit: string
  readonly onSubmit: () => void
  readonly onCancel?: () => void
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly children: ReactNode
}

/** Fields, what the server says of them as a whole, and the way on. */
export function Form({ act, submit, onSubmit, onCancel, disabled, danger, children }: FormProps) {
  const { t } = useTranslation()
  const reason = useReason()
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="md">
        {children}
        {act.error !== null && (
          <Alert color="red" role="alert" variant="light">
            {reason(act.error)}
          </Alert>
        )}
        <Group gap="xs" justify={onCancel ? 'flex-end' : 'flex-start'}>
          {onCancel && (
            <Button onClick={onCancel} variant="default">
              {t('act.cancel')}
            </Button>
          )}
          <Button color={danger ? 'red.8' : 'kith'} disabled={disabled ?? false} loading={act.isPending} type="submit">
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What the server said of a field, in its own words. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string | undefined>> => refusedFields(error)

interface DialogProps {
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly size?: string
  readonly children: ReactNode
}

export function Dialog({ title, opened, onClose, size, children }: DialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('act.close') }}
      onClose={onClose}
      opened={opened}
      size={size ?? 'md'}
      title={title}
    >
      {children}
    </Modal>
  )
}

interface ConfirmProps {
  readonly title: string
  readonly explained: string
  readonly act: { readonly isPending: boolean; readonly error: unknown }
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
