import { Alert } from '@mantine/core'
import { useReason } from '../design/states.tsx'

/** The server's error message. */
export function RefusedAlert({ error }: { readonly error: unknown }) {
  const reason = useReason()
  if (error === null) return null
  return (
    <Alert color="red" role="alert" variant="light">
      {reason(error)}
    </Alert>
  )
}
