import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { hasUnsaved, stopAsking, useAsking } from './unsaved.ts'

const Question = lazy(async () => ({ default: (await import('./unsaved-question.tsx')).UnsavedQuestion }))

/** Asks before unsaved input is lost: by navigation, closing the window, a key or a button. */
export function UnsavedGuard() {
  const asking = useAsking()
  const blocked = useBlocker({ shouldBlockFn: hasUnsaved, enableBeforeUnload: hasUnsaved, withResolver: true })
  if (asking === null && blocked.status === 'idle') return null
  function stay() {
    stopAsking()
    blocked.reset?.()
  }
  function discard() {
    stopAsking()
    asking?.()
    blocked.proceed?.()
  }
  return (
    <Suspense>
      <Question onDiscard={discard} onStay={stay} />
    </Suspense>
  )
}
