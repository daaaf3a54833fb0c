import { useIdle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { login } from './carry.ts'

const MINUTE_MS = 60_000

/** A timer of its own: screens that poll the server would keep an unused till unlocked. */
export function IdleLock({ onIdle }: { readonly onIdle: () => void }) {
  const till = useQuery({
    queryKey: ['operators'],
    queryFn: () => login.accounts.operators(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return till.data ? <After ms={till.data.idleMinutes * MINUTE_MS} onIdle={onIdle} /> : null
}

function After({ ms, onIdle }: { readonly ms: number; readonly onIdle: () => void }) {
  const isIdle = useIdle(ms, { initialState: false })
  useEffect(() => {
    if (isIdle) onIdle()
  }, [isIdle, onIdle])
  return null
}
