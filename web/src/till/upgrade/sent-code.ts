import type { Output } from '@kith/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** The last sent code, without its digits, which only the recipient knows. */
export interface SentCode {
  readonly expiresAt: number
  readonly resendAt: number
  readonly triesLeft: number
  /** The handle, sent with the code. */
  readonly handle: string
}

export const sentNow = (answer: Output<'verification.sendOtp'>): SentCode => ({
  expiresAt: Date.now() + answer.expiresInSeconds * 1_000,
  resendAt: Date.now() + answer.retryAfterSeconds * 1_000,
  triesLeft: answer.tries,
  handle: answer.handle,
})

/** Outlives its dialog: reopening it needs no second code. */
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
