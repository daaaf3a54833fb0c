import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { hasUnsaved, stopAsking, useAsking } from './unsaved.ts'

const Question = lazy(async () => ({ default: (await import('./unsaved-question.tsx')).UnsavedQuestion }))

/** Asks before what was typed is lost: by another address, by closing the window, by a key or a button. */
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
