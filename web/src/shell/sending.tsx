import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../design/tell.ts'
import { useNumber } from '../language/format.ts'
import { initialsOf } from '../offline/initials.ts'
import { rememberSession } from '../offline/kept-session.ts'
import { sendWaiting } from '../offline/send.ts'
import { lookAgain, useWaiting } from '../offline/use-waiting.ts'
import { onceReached } from '../reach/reach.ts'
import { login } from '../session/carry.ts'
import { useSession } from '../session/session.ts'

const REMEMBER_MS = 10 * 60_000
/** A key says nothing of who uses it. */
const NAMELESS = { name: null, email: null }

/** On every screen of somebody who may add customers: keeps the key for bad times, and sends what waits when they are over. */
export function Sending() {
  const { t } = useTranslation()
  const number = useNumber()
  const { kith, tenant, hasLogin } = useSession()
  const queries = useQueryClient()
  const isAnyUnsent = useWaiting()?.waiting.some(({ state }) => state === 'waiting') ?? false

  const remember = useCallback(async () => {
    const { name, email } = hasLogin ? await login.accounts.me().catch(() => NAMELESS) : NAMELESS
    await rememberSession(kith, tenant, initialsOf(name ?? email?.split('@')[0] ?? ''))
    await lookAgain(queries)
  }, [kith, tenant, hasLogin, queries])
  const send = useCallback(async () => {
    // Asked as every screen asks, so that a session that has ended is noticed here too.
    await queries.fetchQuery({ queryKey: ['offline', 'tenant'], queryFn: () => kith.tenants.get(), staleTime: 0 })
    const { arrived, isDone } = await sendWaiting(kith)
    const [first, ...more] = arrived
    if (!first) return isDone
    // One word, however many there were.
    tell(
      more.length === 0
        ? t('offline.sent', { ...first })
        : t('offline.sentMany', { count: arrived.length, number: number(arrived.length) }),
    )
    void queries.invalidateQueries({ queryKey: ['customers'] })
    return isDone
  }, [kith, number, queries, t])

  useEffect(() => {
    // Nobody there: the next time comes by itself.
    const now = () => void remember().catch(() => undefined)
    now()
    const timer = setInterval(now, REMEMBER_MS)
    return () => clearInterval(timer)
  }, [remember])
  useEffect(() => (isAnyUnsent ? onceReached(send) : undefined), [isAnyUnsent, send])
  return null
}
