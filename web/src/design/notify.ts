import i18next from 'i18next'
import { hideNotice, showNotice } from './notices.tsx'
import { useReason } from './states.tsx'

let told = 0

/** A brief notice that an action is done. The next one replaces it. */
export function notify(message: string): void {
  void hideNotice(`told-${told}`)
  told += 1
  void showNotice({ ...shown(), id: `told-${told}`, message, color: 'kith', autoClose: 3_000 })
}

export function useNotifyFailure(): (error: unknown) => void {
  const reason = useReason()
  return (error) => void showNotice({ ...shown(), message: reason(error), color: 'red', autoClose: 8_000 })
}

const shown = () => ({ withBorder: true, closeButtonProps: { 'aria-label': i18next.t('act.close') } })
