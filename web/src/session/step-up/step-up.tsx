import { lazy, Suspense, useEffect, useState } from 'react'
import { answerWith } from '../prove-again.ts'

const StepUpDialog = lazy(() => import('./step-up-dialog.tsx').then((it) => ({ default: it.StepUpDialog })))

/** Stands beside everything: whatever call wants a recent proof, this asks for it, and the call goes on. */
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
