import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../design/notify.ts'
import { useNumber } from '../language/format.ts'
import { initialsOf } from '../offline/initials.ts'
import { rememberSession } from '../offline/kept-session.ts'
import { type Arrived, sendWaiting } from '../offline/send.ts'
import { forgetExpired } from '../offline/served.ts'
import { lookAgain, useWaiting } from '../offline/use-waiting.ts'
import { onceReached } from '../reach/reach.ts'
import { login } from '../session/carry.ts'
import { useSession } from '../session/session.ts'

const REMEMBER_MS = 10 * 60_000
/** An API key has no initials. */
const NAMELESS = { name: null, email: null }

/** On every screen of users who may add customers: stores the key, and sends waiting entries when the network is back. */
export function Sending() {
  const { t } = useTranslation()
  const number = useNumber()
  const { kith, tenant, hasLogin } = useSession()
  const queries = useQueryClient()
  const sendable = useWaiting()?.waiting.filter(({ state, isHeld }) => state === 'waiting' && !isHeld).length ?? 0

  const remember = useCallback(async () => {
    await forgetExpired()
    const { name, email } = hasLogin ? await login.accounts.me().catch(() => NAMELESS) : NAMELESS
    await rememberSession(kith, tenant, initialsOf(name ?? email?.split('@')[0] ?? ''))
    await lookAgain(queries)
  }, [kith, tenant, hasLogin, queries])
  const send = useCallback(async () => {
    const counted = (count: number) => ({ count, number: number(count) })
    const arrivedAlone = ({ provisional, number: of, points }: Arrived) =>
      points === undefined
        ? t('offline.sent', { provisional, number: of })
        : t('offline.settled', { provisional, number: of, points: number(points) })
    // Asked like any query, so that an ended session is noticed here too.
    await queries.fetchQuery({ queryKey: ['offline', 'tenant'], queryFn: () => kith.tenants.get(), staleTime: 0 })
    const { arrived, isDone } = await sendWaiting(kith)
    const [first, ...more] = arrived
    if (!first) return isDone
    // One notice for any number.
    notify(more.length === 0 ? arrivedAlone(first) : t('offline.sentMany', counted(arrived.length)))
    const owed = arrived.reduce((sum, { owed = 0 }) => sum + owed, 0)
    if (owed > 0) notify(t('offline.owed', counted(owed)))
    if (arrived.some(({ withoutOrder }) => withoutOrder)) notify(t('offline.withoutOrder'))
    void queries.invalidateQueries({ queryKey: ['customers'] })
    for (const { customerId } of arrived) void queries.invalidateQueries({ queryKey: ['customer', customerId] })
    return isDone
  }, [kith, number, queries, t])

  useEffect(() => {
    // No server: the next attempt comes by itself.
    const now = () => void remember().catch(() => undefined)
    now()
    const timer = setInterval(now, REMEMBER_MS)
    return () => clearInterval(timer)
  }, [remember])
  useEffect(() => (sendable > 0 ? onceReached(send) : undefined), [sendable, send])
  return null
}
