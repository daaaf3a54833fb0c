import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../design/tell.ts'
import { useSession } from '../session/session.ts'
import { rememberSession } from './kept-session.ts'
import { sendWaiting } from './send.ts'
import { lookAgain, useWaiting } from './use-waiting.ts'

const AGAIN_MS = 15_000
const REMEMBER_MS = 10 * 60_000

/** On every screen of somebody who may add customers: keeps the key for bad times, and sends what waits when they are over. */
export function Sending() {
  const { t } = useTranslation()
  const { kith, tenant } = useSession()
  const queries = useQueryClient()
  const unsent = useWaiting()?.waiting.filter(({ state }) => state === 'waiting').length ?? 0

  const remember = useCallback(async () => {
    await rememberSession(kith, tenant)
    await lookAgain(queries)
  }, [kith, tenant, queries])
  const send = useCallback(async () => {
    if (!navigator.onLine) return
    // Asked as every screen asks, so that a session that has ended is noticed here too.
    await queries.fetchQuery({ queryKey: ['offline', 'tenant'], queryFn: () => kith.getTenant(), staleTime: 0 })
    await sendWaiting(kith, ({ provisional }, { id, number }) => {
      tell(t('offline.sent', { provisional, number }))
      void queries.invalidateQueries({ queryKey: ['customers'] })
      void queries.invalidateQueries({ queryKey: ['customer', id] })
    })
  }, [kith, queries, t])

  useEffect(() => {
    // Nobody there: the next time comes by itself.
    const now = () => void remember().catch(() => undefined)
    now()
    const timer = setInterval(now, REMEMBER_MS)
    return () => clearInterval(timer)
  }, [remember])
  useEffect(() => {
    if (unsent === 0) return
    const now = () => void send().catch(() => undefined)
    now()
    const timer = setInterval(now, AGAIN_MS)
    window.addEventListener('online', now)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', now)
    }
  }, [unsent, send])
  return null
}
