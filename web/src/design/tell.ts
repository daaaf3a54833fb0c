import i18next from 'i18next'
import { showNotice } from './notices.tsx'
import { useReason } from './states.tsx'

/** A quiet word at the edge of the screen that something is done. */
export const tell = (message: string) => void showNotice({ ...shown(), message, color: 'kith', autoClose: 3_000 })

export function useTellFailure(): (error: unknown) => void {
  const reason = useReason()
  return (error) => void showNotice({ ...shown(), message: reason(error), color: 'red', autoClose: 8_000 })
}

const shown = () => ({ withBorder: true, closeButtonProps: { 'aria-label': i18next.t('act.close') } })
