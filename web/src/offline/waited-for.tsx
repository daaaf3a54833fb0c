import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useNumber } from '../language/format.ts'
import { forgetExpired } from './served.ts'
import { useWaiting } from './use-waiting.ts'
import classes from './waited-for.module.css'
import type { Waited } from './waiting.ts'

/** Before sign-in: shows that offline entries wait here, and for which user. */
export function WaitedForAtDoor() {
  useEffect(() => void forgetExpired().catch(() => undefined), [])
  return <WaitedFor whose={useWaiting()?.waited ?? []} />
}

/** Shows nothing of the customers, and only the initials of the user who can send them. */
export function WaitedFor({ whose }: { readonly whose: readonly Waited[] }) {
  const { t } = useTranslation()
  const number = useNumber()
  if (whose.length === 0) return null
  return (
    <div data-waited role="status">
      <ul className={classes.notes}>
        {whose.map(({ holder, by, count }) => (
          <li key={holder}>
            <Icon name="lock" />
            {by === null
              ? t('offline.waitedForSomebody', { count, number: number(count) })
              : t('offline.waitedFor', { count, number: number(count), who: `\u2068${by}\u2069` })}
          </li>
        ))}
      </ul>
    </div>
  )
}
