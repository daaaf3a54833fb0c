import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from './states.tsx'
import { useUnsaved } from './unsaved.ts'

/** The state of a request. */
export interface Going {
  readonly isPending: boolean
  readonly error: unknown
}

interface Props {
  readonly act: Going
  readonly submit: string
  readonly onSubmit: () => void
  readonly onCancel?: () => void
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly children: ReactNode
}

/** Fields, the error of the whole form, and its buttons. Asks before unsent input is left. */
export function Form({ act, submit, onSubmit, onCancel, disabled, danger, children }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const [typed, setTyped] = useState(false)
  useUnsaved(typed)
  useEffect(() => {
    if (act.error !== null) setTyped(true)
  }, [act.error])
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (disabled) return
    setTyped(false)
    onSubmit()
  }
  return (
    <form noValidate onInput={() => setTyped(true)} onSubmit={save}>
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

/** Runs an action once, and keeps its error. */
export function useTrying(work: () => unknown, onDone: () => void): Going & { readonly run: () => Promise<void> } {
  const [error, setError] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  async function run() {
    setPending(true)
    setError(null)
    try {
      await work()
      onDone()
    } catch (refused) {
      setError(refused)
      setPending(false)
    }
  }
  return { error, isPending, run }
}
