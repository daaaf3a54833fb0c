import { lazy, Suspense, useSyncExternalStore } from 'react'
import { stepUp } from './step-up.ts'

const StepUpModal = lazy(() => import('./step-up-modal.tsx'))

/** Stands once in the shell. What it shows is loaded when it is needed. */
export function StepUpGate() {
  const isAsked = useSyncExternalStore(stepUp.listen, stepUp.isAsked)
  if (!isAsked) return null
  return (
    <Suspense>
      <StepUpModal />
    </Suspense>
  )
}
