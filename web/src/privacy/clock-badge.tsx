import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { useNumber } from '../language/format.ts'
import type { Clock } from './queries.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const TONES = { in_time: 'accent', due_soon: 'warm', overdue: 'danger' } as const

interface Props {
  readonly clock: Clock
  readonly dueAt: string
  /** Closed: only whether the deadline was met counts. */
  readonly ended?: boolean
}

/** The time left: in days, near the end in hours. */
export function ClockBadge({ clock, dueAt, ended = false }: Props) {
  const { t } = useTranslation()
  const number = useNumber()
  const left = Date.parse(dueAt) - Date.now()
  const [unit, count] =
    Math.abs(left) < 3 * DAY_MS
      ? (['hours', Math.floor(Math.abs(left) / HOUR_MS)] as const)
      : (['days', Math.floor(Math.abs(left) / DAY_MS)] as const)
  const words = ended
    ? t(clock === 'overdue' ? 'privacy.wasLate' : 'privacy.wasInTime')
    : left < 0
      ? t(`privacyLate.${unit}`, { count, number: number(count) })
      : t(`privacyLeft.${unit}`, { count, number: number(count) })
  return (
    <span className={badge.badge} data-tone={ended && clock !== 'overdue' ? 'quiet' : TONES[clock]}>
      {words}
    </span>
  )
}
