import { notifications } from '@mantine/notifications'
import { useReason } from './states.tsx'

/** A quiet word at the edge of the screen that something is done. */
export const tell = (message: string) =>
  notifications.show({ message, color: 'kith', autoClose: 3_000, withBorder: true })

export function useTellFailure(): (error: unknown) => void {
  const reason = useReason()
  return (error) => notifications.show({ message: reason(error), color: 'red', autoClose: 8_000, withBorder: true })
}
