import { Alert } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { refusedFields } from '../../design/refused-fields.ts'
import { useReason } from '../../design/states.tsx'

/** The state of a form that is sent: in progress, and its errors, by field or as a whole. */
export function useSending() {
  const reason = useReason()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const fields = refusedFields(error)

  async function send(work: () => Promise<unknown>): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (refused) {
      setError(refused)
    }
    setBusy(false)
  }
  return {
    busy,
    error,
    fields,
    formError: error !== null && Object.keys(fields).length === 0 ? reason(error) : null,
    send,
    submit: (work: () => Promise<unknown>) => (event: FormEvent) => {
      event.preventDefault()
      void send(work)
    },
  }
}

export function FormError({ children }: { readonly children: string | null }) {
  if (children === null) return null
  return (
    <Alert color="red" role="alert" variant="light">
      {children}
    </Alert>
  )
}
