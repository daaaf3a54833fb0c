import type { Kith, Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useCalendarWords, useTime } from '../language/format.ts'
import { wallOf } from '../language/zone.ts'
import { login } from './carry.ts'
import classes from './face.module.css'
import { BusinessContext } from './session.ts'

export type Face = Output<'tenants.face'>
const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** Below the key of the business, with which it is forgotten. */
export const FACE = ['business', 'face'] as const

/** Without one, and while it loads, Kith's own is shown. */
export function useFace(kith: Kith = login, isKnown = true): Face | undefined {
  const { data } = useQuery({
    queryKey: FACE,
    queryFn: () => kith.tenants.face(),
    enabled: isKnown,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => untilChange(state.data?.opening?.changesAt ?? null),
  })
  return data
}

/** Shortly after it opens or closes, and once an hour before that: a device may have slept. */
const untilChange = (changesAt: string | null): number | false =>
  changesAt !== null && Math.min(Math.max(Date.parse(changesAt) - Date.now() + SECOND_MS, MINUTE_MS), HOUR_MS)

/** Only on pages that know their business. */
export const useFaceHere = () => useFace(login, useContext(BusinessContext) !== null)

export function Mark({
  face,
  className,
}: {
  readonly face: Face | undefined
  readonly className?: string | undefined
}) {
  if (face?.logo) return <img alt="" className={`${className ?? ''} ${classes.logo}`} src={face.logo} />
  return <span aria-hidden="true" className={className} />
}

/** A name for the colour in the styles of a page. It is never that of a text. */
export const coloured = (face: Pick<Face, 'colour'> | undefined): CSSProperties | undefined =>
  // React knows no names of styles that begin with two hyphens.
  face?.colour ? ({ '--kith-face': face.colour } as CSSProperties) : undefined

interface HoursProps {
  readonly face: Face | undefined
  readonly language?: 'en' | 'ar'
  /** Where “now” is over when it is read. */
  readonly onPaper?: boolean
}

/** In the language of the reader, else in the other. */
export function Hours({ face, language, onPaper = false }: HoursProps) {
  const { t, i18n } = useTranslation()
  const isArabic = (language ?? i18n.language) === 'ar'
  const own = isArabic ? (face?.hours2 ?? face?.hours) : (face?.hours ?? face?.hours2)
  // A till that was loaded before a release sends the face without it.
  const opening = face?.opening ?? null
  const hours = [opening?.words[isArabic ? 'ar' : 'en'], own].filter(Boolean).join('\n')
  if (!hours) return null
  return (
    <p className={classes.hours} data-hours>
      <span>{t('face.hours')}</span>
      {opening && !onPaper && <OpenNow opening={opening} />}
      <bdi dir="auto">{hours}</bdi>
    </p>
  )
}

function OpenNow({ opening: { isOpen, changesAt, timeZone } }: { readonly opening: NonNullable<Face['opening']> }) {
  const { t } = useTranslation()
  const clock = useTime()
  const { weekday } = useCalendarWords()
  const words = () => {
    if (changesAt === null) return t(isOpen ? 'face.openNow' : 'face.closedNow')
    const { day, time: at } = wallOf(Date.parse(changesAt), timeZone)
    const isToday = day === wallOf(Date.now(), timeZone).day
    const time = isToday ? clock(at) : `${weekday(day, 'long')} ${clock(at)}`
    return t(isOpen ? 'face.openUntil' : 'face.closedUntil', { time })
  }
  return (
    <b data-open={isOpen}>
      <bdi>{words()}</bdi>
    </b>
  )
}
