import type { Output } from '@kith/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** What is known of the code that was sent last. The code itself only its receiver knows. */
export interface SentCode {
  readonly expiresAt: number
  readonly resendAt: number
  readonly triesLeft: number
  /** Shows with the code that we asked for it. */
  readonly handle: string
}

export const sentNow = (answer: Output<'verification.sendOtp'>): SentCode => ({
  expiresAt: Date.now() + answer.expiresInSeconds * 1_000,
  resendAt: Date.now() + answer.retryAfterSeconds * 1_000,
  triesLeft: answer.tries,
  handle: answer.handle,
})

/** Outlives the window in which it was asked for: whoever closes and opens it again need not send another. */
export function useSentCode(phone: string) {
  const queries = useQueryClient()
  const key = ['sent code', phone]
  const [sent, setSent] = useState(() => {
    const before = queries.getQueryData<SentCode>(key) ?? null
    return before && before.expiresAt > Date.now() ? before : null
  })
  const keep = (now: SentCode | null) => {
    setSent(now)
    if (now) queries.setQueryData(key, now)
    else queries.removeQueries({ queryKey: key })
  }
  return [sent, keep] as const
}
