import { lazy, Suspense, useEffect, useState } from 'react'
import { answerWith } from '../prove-again.ts'

const StepUpDialog = lazy(() => import('./step-up-dialog.tsx').then((it) => ({ default: it.StepUpDialog })))

/** Handles recent authentication for all calls: asks the user, and the call continues. */
export function StepUp() {
  const [asked, setAsked] = useState<{ readonly answer: (proved: boolean) => void } | null>(null)
  useEffect(() => answerWith(() => new Promise<boolean>((answer) => setAsked({ answer }))), [])
  if (!asked) return null
  const done = (proved: boolean) => {
    setAsked(null)
    asked.answer(proved)
  }
  return (
    <Suspense>
      <StepUpDialog onDone={done} />
    </Suspense>
  )
}
