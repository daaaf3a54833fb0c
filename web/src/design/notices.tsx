import type { NotificationData } from '@mantine/notifications'
import { lazy, Suspense, useSyncExternalStore } from 'react'

const library = () => import('@mantine/notifications')
const Notifications = lazy(async () => ({ default: (await library()).Notifications }))

let wanted = false
const waiting = new Set<() => void>()

/** The container of notices. Loaded with the first one, to keep the first screen light. */
export function Notices() {
  const isWanted = useSyncExternalStore(
    (then) => {
      waiting.add(then)
      return () => waiting.delete(then)
    },
    () => wanted,
  )
  return (
    isWanted && (
      <Suspense>
        <Notifications position="bottom-center" />
      </Suspense>
    )
  )
}

/** Preloaded while there is a network: without one, notices are needed. */
export const prepareNotices = () => void library().catch(() => undefined)

export async function showNotice(notice: NotificationData): Promise<void> {
  wanted = true
  for (const then of waiting) then()
  const { notifications } = await library()
  notifications.show(notice)
}

export async function hideNotice(id: string): Promise<void> {
  const { notifications } = await library()
  notifications.hide(id)
}
